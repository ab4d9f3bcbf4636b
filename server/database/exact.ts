import { BSON, type Document } from 'mongodb'

/** Every value as the type that it is stored as: an integer that JavaScript would take for the same number stays one. */
export const exactly = {
  promoteValues: false,
  promoteLongs: false,
  promoteBuffers: false,
  bsonRegExp: true,
} as const

/** A document with its `_id` first, where MongoDB puts it. */
export function fromStored(bson: Uint8Array): Document {
  const { _id, ...rest } = BSON.deserialize(bson, exactly)
  return { _id, ...rest }
}

/** The bytes of a document that was read `exactly`: the same on both sides when nothing in it differs. */
export const bytesOf = ({ _id, ...rest }: Document): Buffer => Buffer.from(BSON.serialize({ _id, ...rest }))
