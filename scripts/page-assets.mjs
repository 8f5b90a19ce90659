// Bundles the page's script and styles into one module of strings, so that telling a page needs no file
// access. Run it after editing src/tell/client or src/tell/styles (`npm run catalogue` does it too); a test
// fails when it was forgotten. The hashes go into the page's content security policy.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'

const tell = new URL('../src/tell/', import.meta.url)
export const target = new URL('page/assets.generated.ts', tell)

const hash = text => `sha256-${createHash('sha256').update(text).digest('base64')}`
/** A string that is safe inside its own element and inside a template. */
const inside = (text, tag) => text.trim().replaceAll(`</${tag}`, `<\\/${tag}`)

/** The generated module's text for the sources as they stand. */
export async function assets() {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('client/main.ts', tell))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
  })
  const script = inside(bundle.outputFiles[0].text, 'script')
  const sheets = readdirSync(new URL('styles/', tell))
    .filter(name => name.endsWith('.css'))
    .sort()
  const css = sheets.map(name => readFileSync(new URL(`styles/${name}`, tell), 'utf8')).join('\n')
  const style = inside((await transform(css, { loader: 'css', minify: true, charset: 'utf8' })).code, 'style')
  const constants = { script, scriptHash: hash(script), style, styleHash: hash(style) }
  const lines = Object.entries(constants).map(([name, text]) => `export const ${name} = ${JSON.stringify(text)}`)
  return `// Generated from src/tell/client and src/tell/styles by scripts/page-assets.mjs. Edit those, not this file.\n${lines.join('\n')}\n`
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').pop())) writeFileSync(target, await assets())
