/**
 * Which character a code means: fonts say so in a map of their own, by a known character collection, or by the names of
 * their glyphs. Where a font says nothing, pdf.js takes the code itself for the character; that would read garbage.
 */
import type { PDFPageProxy } from './library.ts'

export interface Font {
  vertical: boolean
  /** Size of the em square in the font's own units, as a factor. */
  scale: number
  /** Whether the font says which character the code means. */
  knows(code: number): boolean
  /** Codes taken for characters: to be believed only where the text makes sense. */
  guessed: boolean
}

interface FontData {
  vertical?: boolean
  fontMatrix?: number[]
  composite?: boolean
  isType3Font?: boolean
  toUnicode?: { _map?: Record<number, unknown>; firstChar?: number }
}

const unknown: Font = { vertical: false, scale: 0.001, knows: () => false, guessed: true }

export async function fontNamed(page: PDFPageProxy, name: string): Promise<Font> {
  const objects = page.commonObjs as unknown as {
    has(id: string): boolean
    get(id: string, then?: (data: FontData) => void): FontData
  }
  const data = objects.has(name) ? objects.get(name) : await settled(objects, name)
  if (data === null || typeof data !== 'object') return unknown
  const map = data.toUnicode?._map
  return {
    vertical: data.vertical === true,
    scale: Math.abs(data.fontMatrix?.[0] ?? 0.001),
    knows: map ? code => map[code] !== undefined : () => true,
    guessed: map === undefined && data.composite === true,
  }
}

/** A font comes shortly after the page that uses it; one that failed never comes. */
function settled(objects: { get(id: string, then: (data: FontData) => void): unknown }, name: string): Promise<FontData | null> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(null), 1000)
    objects.get(name, data => {
      clearTimeout(timer)
      resolve(data)
    })
  })
}
