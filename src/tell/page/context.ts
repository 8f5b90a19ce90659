/** What every part of the page is given. */
import type { Figure, Reading } from '../../read/types.ts'
import type { Label } from './labels.ts'
import type { Lookup } from './lookup.ts'
import type { SourceDocument } from './pages.ts'
import type { Voice } from './voice.ts'

export interface Context {
  reading: Reading
  known: Lookup
  voice: Voice
  /** The document that the page may lead to. */
  document: SourceDocument | undefined
  /** The name of a catalogue indicator, by id. */
  indicator(id: string): Label | null
  /** The English name of a figure's indicator, where the catalogue has one. */
  english(figure: Figure): string | null
}
