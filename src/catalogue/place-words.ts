/** Names of places that are also other words: alone they stand for no place. */

import { placeWords as table } from './generated/place-words.generated.ts'
import { rows } from './table.ts'

let built: Set<string> | null = null

/** Whether a form of a place's name is also a common word or part of one (安康, 长治 in 长治久安, 城区), so that it is no mention by itself. */
export function isCommonWord(form: string): boolean {
  built ??= new Set(rows(table).flatMap(([, words]) => words!.split(' ')))
  return built.has(form)
}
