// Before anything else is loaded, and in plain JavaScript: an older Node cannot even read the rest.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 15)) {
  process.stderr.write(`Groei needs Node.js 24.15 or newer; this is ${process.versions.node}.\n`)
  process.exit(1)
}
