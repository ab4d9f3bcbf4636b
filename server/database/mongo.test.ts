import { MongoClient } from 'mongodb'
import { describe, expect, it } from 'vitest'
import { databaseOf, optionsFor } from './mongo.ts'

describe('database name in a MongoDB connection string', () => {
  it.each([
    ['mongodb://a:1,b:2/conversations', 'conversations'],
    ['mongodb://who:p%40ss@a:1,b:2,c:3/conversations?replicaSet=rs0', 'conversations'],
    ['mongodb://localhost/test', 'test'],
    ['mongodb://a:1,b:2', 'groei'],
    ['mongodb://a:1,b:2/', 'groei'],
    ['mongodb://a:1,b:2/?replicaSet=rs0', 'groei'],
    ['mongodb://a:1?authSource=admin', 'groei'],
    ['mongodb+srv://who:pass@cluster.example/conversations?retryWrites=true', 'conversations'],
    ['mongodb+srv://who:pass@cluster.example/?appName=x/y', 'groei'],
  ])('the connection string %s selects the database %s', (uri, name) => {
    expect(databaseOf(new MongoClient(uri), uri).databaseName).toBe(name)
  })
})

describe('what a MongoDB connection string leaves open', () => {
  const optionsOf = (uri: string) => new MongoClient(uri, optionsFor(uri)).options

  it.each(['mongodb://a:1', 'mongodb://u:p%3Fw%3D1@a:1,b:2/x?authSource=admin', 'mongodb://a/?Journal=true'])(
    'the connection string %s waits for the majority, without the driver’s own retries, for seconds',
    (uri) => {
      const { writeConcern, retryWrites, serverSelectionTimeoutMS, socketTimeoutMS } = optionsOf(uri)
      expect([writeConcern?.w, retryWrites]).toEqual(['majority', false])
      expect([serverSelectionTimeoutMS, socketTimeoutMS]).toEqual([5000, 10_000])
    },
  )

  it('an option that it gives, in any case of letters, stays as it is', () => {
    const uri = 'mongodb://a:1,b:2/?retryWrites=true&W=2&socketTimeoutMS=3000&replicaSet=rs0&tls=true'
    const { writeConcern, retryWrites, socketTimeoutMS, replicaSet, tls, hosts } = optionsOf(uri)
    expect([writeConcern?.w, retryWrites, socketTimeoutMS]).toEqual([2, true, 3000])
    expect([replicaSet, tls, hosts.length]).toEqual(['rs0', true, 2])
  })

  it('a password keeps its signs, and authSource where the name is known', () => {
    const { credentials } = optionsOf('mongodb://who:p%40s%2Fs%3A%3F@a:1/conversations?authSource=admin')
    expect(credentials).toMatchObject({ username: 'who', password: 'p@s/s:?', source: 'admin' })
  })

  it('reads are of the primary, whatever it prefers: what was just written is there', () => {
    const { readPreference } = optionsOf('mongodb://a:1/?readPreference=secondaryPreferred')
    expect(readPreference.mode).toBe('primary')
  })
})
