/** `jiedu/read` and `jiedu/catalogue` need nothing of Node and nothing of a browser but the language. */
import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { built, root, sample } from './built.ts'

const bundle = async (contents: string) => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'jiedu',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'silent',
  })
  return outputFiles[0]!.text
}

describe('in a browser', () => {
  it('reads the same as in Node, with no global but those of the language', async () => {
    const code = await bundle(`export { read } from ${JSON.stringify(built('read.js'))}`)
    const context = createContext({ text: readFileSync(sample, 'utf8') })
    const inBrowser = runInContext(`${code}; JSON.stringify(jiedu.read(text))`, context) as string
    const { read } = (await import(built('read.js'))) as typeof import('../../src/read/index.ts')
    expect(inBrowser).toBe(JSON.stringify(read(readFileSync(sample, 'utf8'))))
    expect(runInContext('typeof process + typeof require + typeof fetch', context)).toBe('undefinedundefinedundefined')
  })

  it('loads the catalogue', async () => {
    const code = await bundle(`export * from ${JSON.stringify(built('catalogue.js'))}`)
    const context = createContext({})
    expect(runInContext(`${code}; Object.keys(jiedu).length`, context)).toBeGreaterThan(0)
  })

  it('would notice a part of Node', async () => {
    await expect(bundle("import 'node:fs'")).rejects.toThrow(/node:fs/)
  })
})
