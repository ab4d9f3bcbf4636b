import { MongoClient } from 'mongodb'
import { describe, expect, it } from 'vitest'
import { databaseOf } from './mongo.ts'

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
