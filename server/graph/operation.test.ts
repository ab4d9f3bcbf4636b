import { describe, expect, test } from 'vitest'
import { operationOf } from './operation.ts'

describe('an operation of Graph', () => {
  test.each([
    ['/me/calendarView?startDateTime=2026-06-01&$select=id', 'GET me/calendarView'],
    ['/me/calendarView/delta?$deltatoken=geheim', 'GET me/calendarView/delta'],
    ['/me/events/AAMkAG%3D%3D', 'GET me/events/{id}'],
    ['/users/5b0f3a1e-7c2d/teamwork/installedApps', 'GET users/{id}/teamwork/installedApps'],
    ['/chats/19:x@thread.v2?$select=onlineMeetingInfo', 'GET chats/{id}'],
    ['/sanne@sandbox.example#Bakker', 'GET {id}'],
    ['', 'GET '],
  ])('of %s has no id, no address and no query', (path, operation) => {
    expect(operationOf('GET', path)).toBe(operation)
  })
})
