import type { Attendee, Item, Person, State } from '../model.ts'

export type Directory = {
  person(oid: string): Person | undefined
  named(upn: string): Person | undefined
  item(id: string): Item | undefined
  /** All whom an address reaches: the person whose it is or was, or the members of the group. */
  at(address: string): Person[]
  /** Everybody whose mailbox an item is in, or one occurrence of it. */
  concernedBy(item: Item): Set<Person>
  /** Items that may be in a mailbox. One that is no longer there can be among them. */
  itemsOf(person: Person): Iterable<Item>
  /** Occurrences of a series that a mailbox has something of its own about. */
  copiedKeys(person: Person, item: Item): Iterable<string>
  /** Takes in an item that is new, or that reaches people whom it did not reach before. */
  add(item: Item): void
  addCopy(oid: string, key: string): void
}

/** An index of the state, for an organisation in which nobody looks through everything. */
export function createDirectory(state: Pick<State, 'people' | 'groups' | 'items' | 'copies'>): Directory {
  const people = new Map(state.people.map((one) => [one.oid, one]))
  const upns = new Map(state.people.map((one) => [one.upn, one]))
  const addresses = new Map<string, Person[]>()
  const items = new Map<string, Item>()
  const mailboxes = new Map<string, Set<Item>>()
  const copies = new Map<string, Set<string>>()

  for (const one of state.people) {
    const proxies = one.proxyAddresses.map((address) => address.replace(/^(smtp|x500):/i, ''))
    for (const address of [one.mail, one.upn, ...proxies]) addresses.set(address.toLowerCase(), [one])
  }
  for (const { address, members } of state.groups) {
    const found = members.flatMap((upn) => upns.get(upn) ?? [])
    addresses.set(address.toLowerCase(), found)
  }

  const at = (address: string) => addresses.get(address.toLowerCase()) ?? []
  const invited = (attendees: Attendee[] = []) => attendees.flatMap(({ address }) => at(address))
  const concernedBy = (item: Item) => {
    const exceptions = Object.values(item.exceptions)
    const organiser = people.get(item.organiser)
    return new Set([
      ...(organiser ? [organiser] : []),
      ...invited(item.attendees),
      ...exceptions.flatMap((one) => invited(one.attendees)),
    ])
  }
  const setIn = <T>(map: Map<string, Set<T>>, key: string, value: T) => {
    const found = map.get(key)
    if (found) found.add(value)
    else map.set(key, new Set([value]))
  }
  const add = (item: Item) => {
    items.set(item.id, item)
    for (const { oid } of concernedBy(item)) setIn(mailboxes, oid, item)
  }
  const addCopy = (oid: string, key: string) => {
    const [id = '', occurrence] = key.split('#')
    if (occurrence !== undefined) setIn(copies, `${oid} ${id}`, key)
  }

  for (const item of state.items) add(item)
  for (const copy of Object.keys(state.copies)) {
    const [oid = '', ...key] = copy.split(' ')
    addCopy(oid, key.join(' '))
  }
  return {
    person: (oid) => people.get(oid),
    named: (upn) => upns.get(upn),
    item: (id) => items.get(id),
    at,
    concernedBy,
    itemsOf: ({ oid }) => mailboxes.get(oid) ?? [],
    copiedKeys: ({ oid }, { id }) => copies.get(`${oid} ${id}`) ?? [],
    add,
    addCopy,
  }
}
