/** What a cold `jiedu read` loads: a start stays quick as long as it loads little. */
import { execFileSync } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { built, sample, scratch } from './built.ts'

/** Every module that `node dist/cli.js ARGS` loads, as its URL. */
function loaded(...args: string[]): string[] {
  const folder = scratch()
  const log = join(folder, 'log')
  writeFileSync(log, '')
  const hooks = `
    import { appendFileSync } from 'node:fs'
    export async function resolve(specifier, context, next) {
      const found = await next(specifier, context)
      appendFileSync(${JSON.stringify(log)}, found.url + '\\n')
      return found
    }`
  writeFileSync(join(folder, 'hooks.mjs'), hooks)
  const register = `import { register } from 'node:module'; register(${JSON.stringify(pathToFileURL(join(folder, 'hooks.mjs')).href)})`
  writeFileSync(join(folder, 'register.mjs'), register)
  execFileSync(process.execPath, ['--import', join(folder, 'register.mjs'), built('cli.js'), ...args], { encoding: 'utf8' })
  return readFileSync(log, 'utf8').trim().split('\n')
}

describe('jiedu read', () => {
  it('loads neither the schema library nor the page', () => {
    const urls = loaded('read', sample)
    expect(urls.some(url => url.endsWith('/dist/cli.js'))).toBe(true)
    expect(urls.filter(url => /node_modules\/(zod|esbuild|vite)/.test(url))).toEqual([])
    expect(urls.filter(url => url === 'node:http' || url === 'node:net' || url === 'node:worker_threads')).toEqual([])
  })

  it('loads the packed words and no table that they were made from', () => {
    const urls = new Set(loaded('read', sample).filter(url => /\/dist\/.*\.js$/.test(url)))
    const texts = [...urls].map(url => fileURLToPath(url))
    // the columns that a table's first line names
    const holding = (...columns: string[]) =>
      texts.filter(path => new RegExp(columns.join('(\\t|\\\\t)')).test(readFileSync(path, 'utf8')))
    expect(holding('id', 'name', 'english', 'aliases')).toEqual([])
    expect(holding('form', 'class')).toEqual([])
    expect(holding('code', 'name', 'short')).toHaveLength(1)
    expect(texts.reduce((sum, path) => sum + statSync(path).size, 0)).toBeLessThan(900_000)
  })
})
