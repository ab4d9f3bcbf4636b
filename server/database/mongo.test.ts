import { MongoClient } from 'mongodb'
import { describe, expect, it } from 'vitest'
import { databaseOf } from './mongo.ts'

describe('database name in a MongoDB connection string', () => {
  it.each([
    ['mongodb://a:1,b:2/talks', 'talks'],
    ['mongodb://who:p%40ss@a:1,b:2,c:3/talks?replicaSet=rs0', 'talks'],
    ['mongodb://localhost/test', 'test'],
    ['mongodb://a:1,b:2', 'groei'],
    ['mongodb://a:1,b:2/', 'groei'],
    ['mongodb://a:1,b:2/?replicaSet=rs0', 'groei'],
    ['mongodb://a:1?authSource=admin', 'groei'],
    ['mongodb+srv://who:pass@cluster.example/talks?retryWrites=true', 'talks'],
    ['mongodb+srv://who:pass@cluster.example/?appName=x/y', 'groei'],
  ])('the connection string %s selects the database %s', (uri, name) => {
    expect(databaseOf(new MongoClient(uri), uri).databaseName).toBe(name)
  })
})
