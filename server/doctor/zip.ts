import { inflateRawSync } from 'node:zlib'

/** No manifest is larger; what is small in a zip may be gigabytes outside it. Bytes. */
const largest = 2 ** 20

/** One file out of a zip of a few files, as a package for Teams is (APPNOTE.TXT 4.3); null when it is not in there. */
export function fileInZip(zip: Buffer, name: string): Buffer | null {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'))
  if (end < 0) return null
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  for (let entry = 0; entry < count; entry += 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field))
    const found = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    if (found === name) return contentAt(zip, at)
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return null
}

/** @param entry of the central directory: the sizes before the content itself may be left open */
function contentAt(zip: Buffer, entry: number): Buffer {
  const method = zip.readUInt16LE(entry + 10)
  const size = zip.readUInt32LE(entry + 20)
  const local = zip.readUInt32LE(entry + 42)
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const content = zip.subarray(from, from + size)
  return method === 0 ? content : inflateRawSync(content, { maxOutputLength: largest })
}
