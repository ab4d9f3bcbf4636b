// Before anything else is loaded: the sandbox signs in whoever asks, and needs packages that production does not have.
if (process.env.NODE_ENV === 'production') {
  process.stderr.write(
    'This starts the sandbox, a simulated tenant for one machine, and NODE_ENV is production.\n' +
      'For production run: npm run serve (docs/deployment.md, Without containers).\n',
  )
  process.exit(1)
}
