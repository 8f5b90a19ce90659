/** The package as others get it: packed, installed by npm without a network, called and imported. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { built, root, sample, scratch } from './built.ts'

interface Lock {
  packages: Record<string, { dev?: boolean; devOptional?: boolean; optional?: boolean }>
}

/** The packages that installing jiedu brings along, as npm resolved them. */
function runtimePackages(): string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
  return Object.entries(lock.packages)
    .filter(([path, info]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && !info.dev && !info.devOptional && !info.optional)
    .map(([path]) => path.slice('node_modules/'.length))
}

const npm = (cwd: string, ...args: string[]) =>
  execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund', '--loglevel=error'], { cwd, encoding: 'utf8' })

/** Installs the packed package into an empty project. Dependencies come from here, so no host is asked. */
function install(folder: string): void {
  built('cli.js')
  mkdirSync(join(folder, 'user'))
  npm(root, 'pack', '--ignore-scripts', '--pack-destination', folder)
  const tarball = readdirSync(folder).find(name => name.endsWith('.tgz'))!
  const here = Object.fromEntries(runtimePackages().map(name => [name, `file:${join(root, 'node_modules', name)}`]))
  const user = {
    name: 'user',
    private: true,
    type: 'module',
    dependencies: { jiedu: `file:../${tarball}`, ...here },
    overrides: here,
  }
  writeFileSync(join(folder, 'user', 'package.json'), JSON.stringify(user))
  npm(join(folder, 'user'), 'install', '--ignore-scripts')
}

const consumer = `
import { read } from 'jiedu/read'
import type { Reading } from 'jiedu/read'
import * as whole from 'jiedu'
import * as catalogue from 'jiedu/catalogue'
import * as documents from 'jiedu/documents'
import * as tell from 'jiedu/tell'
import { Reading as Schema } from 'jiedu/schema'

const reading: Reading = read('全市粮食产量116.8万吨。')
const text: string = reading.figures[0]!.text
// @ts-expect-error a figure's value may be null: the types are there and strict
const value: number = reading.figures[0]!.value
console.log(JSON.stringify({
  text, value,
  valid: Schema.safeParse(reading).success,
  same: whole.read === read,
  exports: [whole, catalogue, documents, tell].map(room => Object.keys(room).length > 0),
}))
`

describe('the packed package', () => {
  it('installs, runs as a command and imports with types', () => {
    const folder = scratch()
    install(folder)
    const user = join(folder, 'user')
    const run = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: user, encoding: 'utf8' })

    const printed = run('npx', '--offline', '--no', 'jiedu', 'read', sample, '--json')
    const reading = JSON.parse(printed) as { schema: string; figures: unknown[]; text: string }
    expect(reading.schema).toBe('jiedu/reading@1')
    expect(reading.figures.length).toBeGreaterThan(100)

    writeFileSync(join(user, 'consumer.ts'), consumer)
    const options = [
      '--strict',
      '--target',
      'es2022',
      '--skipLibCheck',
      'false',
      '--noUncheckedIndexedAccess',
      '--lib',
      'es2023,dom',
    ]
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    const types = ['--types', 'node', '--typeRoots', join(root, 'node_modules', '@types')]
    run(process.execPath, tsc, ...options, ...types, '--module', 'nodenext', '--outDir', 'out', 'consumer.ts')
    run(
      process.execPath,
      tsc,
      ...options,
      ...types,
      '--module',
      'esnext',
      '--moduleResolution',
      'bundler',
      '--noEmit',
      'consumer.ts',
    )

    expect(JSON.parse(run(process.execPath, join('out', 'consumer.js')))).toEqual({
      text: '116.8万吨',
      value: 1168000,
      valid: true,
      same: true,
      exports: [true, true, true, true],
    })
  })

  it('brings the JSON Schema that its readings follow', async () => {
    const { z } = await import('zod')
    const { read } = (await import(built('read.js'))) as typeof import('../../src/read/index.ts')
    const json = JSON.parse(readFileSync(built('reading.schema.json'), 'utf8')) as Parameters<typeof z.fromJSONSchema>[0]
    const schema = z.fromJSONSchema(json)
    const reading = read(readFileSync(sample, 'utf8'))
    expect(schema.safeParse(JSON.parse(JSON.stringify(reading))).error).toBeUndefined()
    expect(schema.safeParse({ ...reading, figures: [{ ...reading.figures[0], status: 'perhaps' }] }).success).toBe(false)
  })
})
