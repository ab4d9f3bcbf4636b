// Run by mongosh. The password is read here, and not given as an argument that a list of processes shows.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const password = require('fs').readFileSync('/run/secrets/mongo_root_password', 'utf8').trim()
const admin = connect(`mongodb://root:${password}@127.0.0.1:27017/admin?directConnection=true`)
try {
  admin.adminCommand({ replSetGetStatus: 1 })
} catch (error) {
  if (error.codeName !== 'NotYetInitialized') throw error
  const members = [{ _id: 0, host: 'mongo:27017' }]
  admin.adminCommand({ replSetInitiate: { _id: 'rs0', members } })
}
quit(admin.hello().isWritablePrimary ? 0 : 1)
