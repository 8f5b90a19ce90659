/**
 * Writes docs/rules.md from the rules themselves: `npm run rules`. A test says when it is stale.
 */
import { writeFileSync } from 'node:fs'
import { rules } from '../src/check/index.ts'
import { rulesPage } from './rules/page.ts'

writeFileSync(new URL('../docs/rules.md', import.meta.url), rulesPage(rules))
