// Run by mongosh, once, at the first start of an empty database: Groei and the backup each have an account with what they need.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { readFileSync } = require('fs')
const password = (name) => readFileSync(`/run/secrets/mongo_${name}_password`, 'utf8').trim()
const groei = db.getSiblingDB('groei')
groei.createUser({ user: 'groei', pwd: password('groei'), roles: [{ role: 'readWrite', db: 'groei' }] })
const admin = db.getSiblingDB('admin')
admin.createUser({ user: 'backup', pwd: password('backup'), roles: ['backup'] })
