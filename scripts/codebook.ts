/**
 * Writes docs/codebook.md and docs/codebook.zh-CN.md from the definitions of the tables: `npm run codebook`. A test says when
 * they are stale.
 */
import { writeFileSync } from 'node:fs'
import { codebook } from '../src/corpus/describe/codebook.ts'

writeFileSync(new URL('../docs/codebook.md', import.meta.url), codebook('en'))
writeFileSync(new URL('../docs/codebook.zh-CN.md', import.meta.url), codebook('zh'))
