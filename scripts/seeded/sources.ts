/** The texts that mistakes are sown in: the samples, and the reports of the corpus where there is one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from '../../src/documents/index.ts'
import type { Source } from './sow.ts'

export function sources(root: string, corpus: string | undefined): Source[] {
  const folders = [join(root, 'samples'), ...(corpus === undefined ? [] : [join(corpus, 'reports')])]
  return folders
    .filter(folder => existsSync(folder))
    .flatMap(folder =>
      readdirSync(folder)
        .filter(name => name.endsWith('.txt'))
        .sort()
        .map(name => ({ name, text: decode(readFileSync(join(folder, name)), name).text })),
    )
}
