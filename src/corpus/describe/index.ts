/** What describes the data set beside its rows. */
import type { CorpusFile } from '../assemble/index.ts'

export function describe(corpus: CorpusFile): [string, string][] {
  return [['corpus.json', `${JSON.stringify(corpus, null, 1)}\n`]]
}
