/** What a text must hold for an expression to match: small expressions, and that no cue is ever missed for it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileCues } from '../../src/catalogue/compile/cues.ts'
import { needles } from '../../src/catalogue/compile/needles.ts'

describe('what an expression needs', () => {
  it.each([
    ['增长', ['增长']],
    ['^增长$', ['增长']],
    ['增长|下降', ['增长', '下降']],
    ['(稳|进)步', ['稳步', '进步']],
    ['[省市]委', ['省委', '市委']],
    ['我们?要', ['我要', '我们要']],
    ['回顾.{0,4}工作任务', ['工作任务']],
    ['(?<!不)确保', ['确保']],
    ['(?=今)今年', ['今年']],
    ['(已经)+建成', ['已经']],
    ['经济(社会)*发展', ['经济']],
    ['\\d{4}年', ['年']],
    ['\\(注\\)', ['(注)']],
  ])('%s', (pattern, expected) => {
    expect([...(needles(pattern) ?? [])].sort()).toEqual([...expected].sort())
  })

  it.each(['', '.*', '\\d+', '增长|', '(增长)?', '增长|\\d', '[^的]', '[一-九]', '(?<name>增长)', '增长\\u4e00', '增(长'])(
    'is not known of %s',
    pattern => {
      expect(needles(pattern)).toBeNull()
    },
  )
})

describe('the table of cues', () => {
  const { patterns } = compileCues()
  const folders = [new URL('../../samples/', import.meta.url).pathname]
  const { JIEDU_CORPUS } = process.env
  if (JIEDU_CORPUS && existsSync(join(JIEDU_CORPUS, 'reports'))) folders.push(join(JIEDU_CORPUS, 'reports'))
  const pieces = folders
    .flatMap(folder => readdirSync(folder).map(name => join(folder, name)))
    .filter(path => /\.(md|txt)$/.test(path))
    .slice(0, 60)
    .flatMap(path => readFileSync(path, 'utf8').split(/(?<=[。\n])/))

  it(`misses no match in ${pieces.length} pieces of ${JIEDU_CORPUS ? 'samples and reports' : 'samples; more with JIEDU_CORPUS'}`, () => {
    for (const [use, pattern] of patterns) {
      const needed = needles(pattern)
      if (!needed) continue
      const expression = new RegExp(pattern)
      const missed = pieces.find(piece => !needed.some(each => piece.includes(each)) && expression.test(piece))
      expect(missed, `${use}: ${pattern}`).toBeUndefined()
    }
  })
  it('has few lines that any text may match', () => {
    expect(patterns.filter(([, pattern]) => needles(pattern) === null).length).toBeLessThan(patterns.length / 4)
  })
})
