// Builds dist/: one bundle an entry with shared chunks, the declarations, and the JSON Schema of a reading.
// The rooms that read are bundled for no platform in particular, so the same file runs in Node and in a browser.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { packedWords } from './packed-words.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** dist/NAME.js for each; package.json's `exports` and `bin` name the same. */
const entries = {
  cli: 'src/cli/main.ts',
  index: 'src/index.ts',
  read: 'src/read/index.ts',
  catalogue: 'src/catalogue/index.ts',
  documents: 'src/documents/index.ts',
  'documents-worker': 'src/documents/worker/main.ts',
  'corpus-worker': 'src/corpus/worker.ts',
  check: 'src/check/index.ts',
  link: 'src/link/index.ts',
  tell: 'src/tell/index.ts',
  schema: 'src/read/schema.ts',
}

// Built beside dist and moved at the end: a build that fails, or two at once, leave no half of a dist.
const out = mkdtempSync(join(root, '.dist-'))
try {
  await bundle()
  declarations()
  await jsonSchema()
  replace(join(root, 'dist'))
} finally {
  rmSync(out, { recursive: true, force: true })
}

/** Puts what was built in the place of what was there; the old is moved away whole, since another build may do the same. */
function replace(dist) {
  const old = `${out}-old`
  for (let tries = 0; ; tries++) {
    try {
      renameSync(dist, old)
    } catch (error) {
      if (error.code !== 'ENOENT') throw error
    }
    try {
      renameSync(out, dist)
      break
    } catch (error) {
      if (tries > 20) throw error
    } finally {
      rmSync(old, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

async function bundle() {
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    target: 'node20',
    packages: 'external',
    external: ['node:*'],
    chunkNames: 'chunks/[name]-[hash]',
    charset: 'utf8',
    minify: true,
    plugins: [packedWords],
    logLevel: 'warning',
  })
  const cli = join(out, 'cli.js')
  const code = readFileSync(cli, 'utf8')
  if (!code.startsWith('#!')) writeFileSync(cli, `#!/usr/bin/env node\n${code}`)
  chmodSync(cli, 0o755)
  chmodSync(out, 0o755) // a temporary folder is closed to others, a package is not
}

function declarations() {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', join(out, 'types')], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status === 0) return
  rmSync(out, { recursive: true, force: true })
  console.error('build: the types have errors, see above; dist/ is left as it was')
  process.exit(1)
}

async function jsonSchema() {
  const { z } = await import('zod')
  const { Reading } = await import(pathToFileURL(join(out, 'schema.js')).href)
  const schema = { $id: 'urn:jiedu:reading:1', title: 'Reading', ...z.toJSONSchema(Reading) }
  writeFileSync(join(out, 'reading.schema.json'), `${JSON.stringify(schema, null, 1)}\n`)
}
