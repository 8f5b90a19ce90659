/** The samples as they would be printed, and what has to come back of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Extracted } from '../../../src/documents/formats/types.ts'
import type { SetText } from './pages.ts'

export const samples = readdirSync('samples')
  .filter(name => /\.(txt|md)$/.test(name) && name !== 'README.md')
  .map(name => ({ name, text: plain(readFileSync(`samples/${name}`, 'utf8')) }))

/** The words of a Markdown file. */
function plain(text: string): string {
  return text
    .replace(/^#+\s*/gm, '')
    .replace(/^[-*]\s+/gm, '● ')
    .replaceAll('**', '')
}

/** Paragraphs as a reader of pages can give them: gaps are single spaces. */
export const paragraphs = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim().replace(/[ \u3000]+/g, ' '))
    .filter(line => line !== '')

/** Each paragraph begins and ends on the pages where it was set. */
export function rightPages(got: Extracted, set: SetText): void {
  let start = 0
  got.text
    .trimEnd()
    .split('\n')
    .forEach((paragraph, n) => {
      const end = start + paragraph.length
      const runs = got.map.filter(run => run[0] < end && run[1] > start)
      expect([runs[0]![2], runs.at(-1)![2]]).toEqual([set.places[n]!.first, set.places[n]!.last])
      start = end + 1
    })
}
