/** `jiedu check` as a process: what it prints, in each form, and how it ends. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { only } from '../documents/made/open.ts'
import { setup } from './run.ts'

const { jiedu, file, at } = setup()

const body = `清水市政府工作报告

——2021年1月12日在清水市第六届人民代表大会第五次会议上

各位代表：

现在，我代表市人民政府向大会报告工作，请予审议。

一、2020年工作回顾

三次产业结构调整为14.2:45.3:41.5。粮食产量116.8万吨，新增企业不少于100家左右。

二、2021年工作安排

新建公办幼儿园12所，改造农村公路260公里。大力推动数字经济发展。
`

beforeAll(() => {
  file('report.txt', body)
  file('clean.txt', body.replace('41.5', '40.5').replace('不少于100家左右', '100家'))
  file('draft.txt', body.replace('12所', '10所'))
  file('two/a.txt', body)
  file('two/b.txt', body)
})

describe('jiedu check', () => {
  it('prints file, line, column, rule, message and working, and fails on an error', () => {
    const { code, out } = jiedu(['check', 'report.txt'])
    expect(code).toBe(1)
    expect(out).toMatch(/^report\.txt:11:10: 错误 structure-sum: 结构各部分之和为 101，不是 100$/m)
    expect(out).toMatch(/^ {4}算式: 14\.2 \+ 45\.3 \+ 41\.5 = 101$/m)
    expect(out).toMatch(/^错误 1，提醒 1，/m)
    expect(jiedu(['check', 'report.txt', '--lang', 'en']).out).toContain('error structure-sum: the parts add to 101, not to 100')
  })

  it.each([
    ['report.txt', 'error', 1],
    ['report.txt', 'never', 0],
    ['clean.txt', 'note', 0],
    ['clean.txt', 'error', 0],
  ])('%s --fail-on %s ends with %i', (name, severity, code) => {
    expect(jiedu(['check', name, '--fail-on', severity]).code).toBe(code)
  })

  it('gives JSON with lines, sums and promises; a list where several are asked for', () => {
    const one = JSON.parse(jiedu(['check', 'report.txt', '--json']).out)
    expect(one).toMatchObject({ schema: 'jiedu/check@1', promises: { total: 2, rateable: 1 } })
    expect(one.findings[0]).toMatchObject({ rule: 'structure-sum', line: 11, column: 10, text: '14.2:45.3:41.5' })
    expect(JSON.parse(jiedu(['check', 'two', '--json']).out)).toHaveLength(2)
  })

  it('gives SARIF whose regions are the words', () => {
    const log = JSON.parse(jiedu(['check', 'report.txt', '--sarif']).out)
    expect(log.version).toBe('2.1.0')
    const [run] = log.runs
    expect(run.results.length).toBeGreaterThan(1)
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
      const { region, artifactLocation } = result.locations[0].physicalLocation
      expect(artifactLocation.uri).toBe('report.txt')
      expect(body.slice(region.charOffset, region.charOffset + region.charLength)).toBe(region.snippet.text)
      expect(body.split('\n')[region.startLine - 1]!.slice(region.startColumn - 1)).toContain(region.snippet.text)
    }
  })

  it('makes a page that holds the whole text, with the places marked', () => {
    expect(jiedu(['check', 'report.txt', '--html', '--out', 'marked.html']).code).toBe(1)
    const page = readFileSync(at('marked.html'), 'utf8')
    expect(page).toMatch(/<mark class="error" id="m1">14\.2:45\.3:41\.<span class="tail">5<sup>/)
    expect(page).toContain('结构各部分之和为 101，不是 100')
    jiedu(['check', 'report.txt', '--against', 'draft.txt', '--html', '--out', 'marked.html'])
    expect(readFileSync(at('marked.html'), 'utf8')).toContain('公办幼儿园（2021年目标） 10所 → 12所')
  })

  it('makes a Word document with a comment at each place, and puts further ones beside them', async () => {
    expect(jiedu(['check', 'report.txt', '--docx', '--out', 'made.docx']).code).toBe(1)
    const { findings } = JSON.parse(jiedu(['check', 'report.txt', '--json']).out)
    const made = readFileSync(at('made.docx'))
    const comments = (bytes: Uint8Array) => only(bytes, 'a.docx').then(d => d.asides.filter(a => a.reason === 'comment'))
    expect((await only(made, 'a.docx')).text).toBe(body.replace(/\n+/g, '\n'))
    const told = (await comments(made)).map(a => a.text)
    expect(told).toHaveLength(findings.length)
    expect(told[0]).toContain('structure-sum\n结构各部分之和为 101，不是 100\n算式：14.2 + 45.3 + 41.5 = 101')
    jiedu(['check', 'made.docx', '--docx', '--out', 'again.docx', '--lang', 'en'])
    const again = await comments(readFileSync(at('again.docx')))
    expect(again.map(a => a.text).filter(text => told.includes(text))).toEqual(told)
    expect(again).toHaveLength(2 * findings.length)
    expect(jiedu(['check', 'made.docx', '--docx', '--out', 'made.docx']).err).toContain('made.docx 是原文件，不覆盖')
    expect(readFileSync(at('made.docx')).equals(made)).toBe(true)
  })

  it('keeps what was dismissed beside the document, through edits elsewhere', () => {
    file('kept.txt', body)
    expect(jiedu(['check', 'kept.txt', '--dismiss', '11:structure-sum', '--reason', '原表如此']).code).toBe(0)
    const again = jiedu(['check', 'kept.txt'])
    expect([again.code, again.out.includes('structure-sum')]).toEqual([0, false])
    expect(again.out).toContain('已看过 1')
    file('kept.txt', body.replace('粮食产量', '谷物产量').replace('各位代表：', '各位代表、同志们：\n'))
    expect(jiedu(['check', 'kept.txt']).out).not.toContain('structure-sum')
    file('kept.txt', body.replace('41.5', '41.6'))
    expect(jiedu(['check', 'kept.txt']).out).toContain('structure-sum')
  })

  it('keeps what was dismissed of a Word document, with the reason, and puts no comment there', async () => {
    jiedu(['check', 'clean.txt', '--docx', '--out', 'word.docx'])
    file('word.txt', body)
    jiedu(['check', 'word.txt', '--docx', '--out', 'word.docx'])
    const line = JSON.parse(jiedu(['check', 'word.docx', '--json']).out).findings[0].line
    jiedu(['check', 'word.docx', '--dismiss', `${line}:structure-sum`, '--reason', '原表如此'])
    const { findings, dismissed } = JSON.parse(jiedu(['check', 'word.docx', '--json']).out)
    expect(dismissed).toMatchObject([{ rule: 'structure-sum', reason: '原表如此' }])
    jiedu(['check', 'word.docx', '--docx', '--out', 'open.docx'])
    const before = (await only(readFileSync(at('word.docx')), 'a.docx')).asides.length
    expect((await only(readFileSync(at('open.docx')), 'a.docx')).asides).toHaveLength(before + findings.length)
  })

  it('dismisses by words: twice the same words are one matter, other words are not', () => {
    const twice = `${body}三、附\n\n附表结构：14.2:45.3:41.5。\n附表结构：14.2:45.3:41.5。\n另一结构：14.2:45.3:41.5。\n`
    file('twice.txt', twice)
    jiedu(['check', 'twice.txt', '--dismiss', '19:structure-sum'])
    const lines = JSON.parse(jiedu(['check', 'twice.txt', '--json']).out).findings.filter(
      (f: { rule: string }) => f.rule === 'structure-sum',
    )
    expect(lines.map((f: { line: number }) => f.line)).toEqual([11, 20])
  })

  it('tells what became of a draft', () => {
    const { out } = jiedu(['check', 'report.txt', '--against', 'draft.txt'])
    expect(out).toMatch(/1 处不同/)
    expect(out).toMatch(/改动 公办幼儿园（2021年目标）: 10所 → 12所/)
  })

  it.each([
    [['check'], '没有给出要校对的文件'],
    [['check', 'report.txt', '--json', '--sarif'], '只能选一种'],
    [['check', 'report.txt', '--fail-on', 'bad'], '--fail-on 不能是 bad'],
    [['check', 'report.txt', '--rules', 'structure-sums'], '是不是 structure-sum？'],
    [['check', 'report.txt', '--dismiss', '1:structure-sum'], '第 1 行没有 structure-sum'],
    [['check', 'report.txt', '--against', 'missing.txt'], '对照的文件读不了'],
    [['check', 'two', '--html'], '加 --out DIR'],
    [['check', 'report.txt', '--docx'], '加 --out FILE.docx'],
  ])('%j is wrong usage', (args, said) => {
    const { code, err } = jiedu(args)
    expect([code, err.includes(said)]).toEqual([2, true])
  })
})
