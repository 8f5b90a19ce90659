import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A file of dist/, which `npm test` builds before the tests. */
export function built(name: string): string {
  const path = join(root, 'dist', name)
  if (!existsSync(path)) throw new Error(`dist/${name} is missing: run \`npm run build\` first`)
  return path
}

/** The bundled sample that every demonstration reads. */
export const sample = join(root, 'samples', 'xianning-2021.md')

/** A folder of its own, gone when the test is over. */
export function scratch(): string {
  const path = mkdtempSync(join(tmpdir(), 'jiedu-house-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}
