/** The files of a unit with the options to read them by, as one block of bytes. */
import type { UnitOptions } from '../pool.ts'
import type { UnitOrder } from '../read-unit.ts'

interface Head {
  options: UnitOptions
  files: { name: string; length: number }[]
}

const lead = 4

export function wrapped(files: readonly { name: string; bytes: Uint8Array }[], options: UnitOptions): Uint8Array {
  const head: Head = { options, files: files.map(({ name, bytes }) => ({ name, length: bytes.length })) }
  const text = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(lead)
  length.writeUInt32LE(text.length)
  return Buffer.concat([length, text, ...files.map(file => file.bytes)])
}

export function unwrapped(parcel: Uint8Array): {
  files: Required<Pick<UnitOrder['files'][number], 'name' | 'bytes'>>[]
  options: UnitOptions
} {
  const bytes = Buffer.from(parcel.buffer, parcel.byteOffset, parcel.length)
  const length = bytes.readUInt32LE(0)
  const { files, options }: Head = JSON.parse(bytes.toString('utf8', lead, lead + length))
  let at = lead + length
  return {
    options,
    files: files.map(({ name, length }) => {
      // a copy: what is handed to a thread must not share its memory with the rest
      const own = Uint8Array.prototype.slice.call(bytes, at, at + length)
      at += length
      return { name, bytes: own }
    }),
  }
}
