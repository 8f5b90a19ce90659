/** A folder of every format in one call: what each file was, what was done to it, what was refused and why. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Reading } from '../../src/read/types.ts'
import { encode } from '../documents/encode.ts'
import { writeOfd } from '../documents/fixed/ofd.ts'
import { setText } from '../documents/fixed/pages.ts'
import { writePdf } from '../documents/fixed/pdf.ts'
import { docxOf } from '../documents/made/docx.ts'
import { portal } from '../documents/made/html.ts'
import { report, root, setup } from './run.ts'
import { parseCsv } from './table.ts'

const { jiedu, file } = setup()

const lines = report.split('\n').filter(line => line !== '')
const set = setText(lines.join('\n'), { lines: 10, head: '清水市人民政府文件', numbers: true })
const good = [
  '1.txt',
  '2-gbk.txt',
  '3.md',
  '4.html',
  '5.docx',
  '6.doc',
  '7.pdf',
  '8.ofd',
  '9.zip!/a.pdf',
  '9.zip!/b.ofd',
  '9.zip!/里层.zip!/c.txt',
]
const bad: [string, string][] = [
  ['x-half.docx', '已损坏'],
  ['x-secret.txt', '标有密级'],
  ['x-empty.txt', '空'],
]

beforeAll(async () => {
  const pdf = writePdf(set.pages)
  const ofd = writeOfd(set.pages)
  const docx = await docxOf(lines)
  file('all/1.txt', report)
  file('all/2-gbk.txt', encode(report, 'gb18030'))
  file('all/3.md', `# ${report}`)
  file('all/4.html', portal(lines[0]!, lines.slice(1)))
  file('all/5.docx', docx)
  file('all/6.doc', readFileSync(join(root, 'test', 'documents', 'files', 'rich.doc')))
  file('all/7.pdf', pdf)
  file('all/8.ofd', ofd)
  file('all/9.zip', zipSync({ 'a.pdf': pdf, 'b.ofd': ofd, '里层.zip': zipSync({ 'c.txt': strToU8(report) }) }))
  file('all/x-half.docx', docx.subarray(0, docx.length >> 1))
  file('all/x-secret.txt', `秘密★5年\n${report}`)
  file('all/x-empty.txt', '')
})

const fileOf = (line: string) => line.slice(0, line.indexOf(': '))
const errorsIn = (err: string) => err.trimEnd().split('\n')

describe('a folder of all formats', () => {
  it('is read in one call, every document to the same figures', () => {
    const { code, out, err } = jiedu(['read', 'all', '--ndjson'])
    expect(code).toBe(1)
    const readings = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Reading)
    expect(readings.map(reading => reading.source.name)).toEqual(good)
    const figures = (reading: Reading) => [...new Set(reading.figures.map(f => `${f.text} ${f.indicator?.text}`))].sort()
    for (const reading of readings.filter(each => each.source.name !== '6.doc'))
      expect([reading.source.name, figures(reading)]).toEqual([reading.source.name, figures(readings[0]!)])
    expect(errorsIn(err).map(fileOf).sort()).toEqual(bad.map(([name]) => name).sort())
  })

  it('is told file by file: format, encoding, pages, figures, repairs', () => {
    const { code, out, err } = jiedu(['read', 'all'])
    expect(code).toBe(1)
    const row = (name: string) => out.split('\n').findIndex(line => line.endsWith(`  ${name}`))
    const of = (name: string) => out.split('\n')[row(name)]!
    const below = (name: string) => out.split('\n').slice(row(name) + 1, row(name) + 3)
    for (const name of good) expect([name, row(name) > 0]).toEqual([name, true])
    const pages = set.pages.length
    expect(of('1.txt')).toMatch(/^ TXT UTF-8 /)
    expect(of('2-gbk.txt')).toMatch(/^ TXT GB18030 /)
    expect(of('3.md')).toMatch(/^ MD UTF-8 /)
    expect(of('4.html')).toMatch(/^ HTML UTF-8 /)
    expect(of('5.docx')).toMatch(/^ DOCX /)
    expect(of('6.doc')).toMatch(/^ DOC /)
    expect(of('7.pdf')).toMatch(new RegExp(`^ PDF ${pages}页 `))
    expect(of('8.ofd')).toMatch(new RegExp(`^ OFD ${pages}页 `))
    expect(below('6.doc')).toEqual([
      '   整理和标记：补出编号 8，调整顺序 1',
      '   未入正文：批注 1，修订删除 1，隐藏文字 1，页眉 1',
    ])
    expect(below('7.pdf').join('\n')).toContain(`页码 ${pages}`)
    expect(below('4.html').join('\n')).toContain('导航')
    // The account closes the summary; errors follow, a line each.
    const account = out.slice(out.indexOf(' 全部文件'))
    expect(account).toContain(` 读出 ${good.length}：`)
    expect(account).toContain(` 未读 ${bad.length}：`)
    for (const format of ['TXT 3', 'PDF 2', 'OFD 2', 'MD 1', 'HTML 1', 'DOCX 1', 'DOC 1']) expect(account).toContain(format)
    for (const kind of ['标有密级 1', '已损坏 1', '空文件 1', '补出编号 8']) expect(account).toContain(kind)
    for (const [i, [name, why]] of [...bad].sort().entries()) {
      const line = errorsIn(err).sort()[i]!
      expect([fileOf(line), line.includes(why)]).toEqual([name, true])
    }
  })

  it('is told in English as well, in full too, and without an error exits with 0', () => {
    const english = jiedu(['read', 'all', '--lang', 'en'])
    expect(english.out.slice(english.out.indexOf(' All files'))).toMatch(/Read 11: TXT 3, [\s\S]*Not read 3: [\s\S]*classified 1/)
    const full = jiedu(['read', 'all/7.pdf', 'all/6.doc'])
    expect(full.code).toBe(0)
    expect(full.err).toBe('')
    expect(full.out).toContain(` PDF ${set.pages.length}页\n`)
    expect(full.out).toContain(' 整理和标记：补出编号 8，调整顺序 1\n')
    expect(full.out).toContain(' 读出 2：DOC 1，PDF 1\n')
    // A single document has no account of files.
    expect(jiedu(['read', 'all/7.pdf']).out).not.toContain('全部文件')
  })
})

describe('pages', () => {
  it('are said of what checking finds', () => {
    const wrong = report.replace('14.2:45.3:40.5', '14.2:45.3:48.5')
    file('wrong.pdf', writePdf(setText(wrong, { lines: 10 }).pages))
    const [finding] = JSON.parse(jiedu(['check', 'wrong.pdf', '--json']).out).findings
    const at = (JSON.parse(jiedu(['read', 'wrong.pdf', '--json']).out) as Reading).figures.find(each =>
      each.text.includes('48.5'),
    )!
    expect([finding.rule, finding.page]).toEqual(['structure-sum', at.page])
    expect(jiedu(['check', 'wrong.pdf']).out).toMatch(new RegExp(`structure-sum: .*（第${at.page}页）`))
  })

  it('are shown beside the figures of a summary and in the tables', () => {
    const reading = JSON.parse(jiedu(['read', 'all/7.pdf', '--json']).out) as Reading
    const figure = reading.figures.find(each => each.text === '300亿元')!
    expect(figure.page).toBeGreaterThan(1)
    expect(jiedu(['read', 'all/7.pdf', '--full']).out).toMatch(new RegExp(`300亿元 .*第${figure.page}页`))
    expect(jiedu(['read', 'all/7.pdf', '--full', '--lang', 'en']).out).toMatch(new RegExp(`300亿元 .*p\\. ${figure.page}`))
    const [head = [], ...rows] = parseCsv(jiedu(['read', 'all/7.pdf', 'all/1.txt', '--csv']).out.slice(1))
    const cell = (row: string[], name: string) => row[head.indexOf(name)]
    for (const row of rows)
      if (cell(row, 'file') === '1.txt') expect(cell(row, 'page')).toBe('')
      else expect(cell(row, 'page')).toBe(String(reading.figures.find(each => each.id === cell(row, 'id'))!.page))
    const [taskHead = [], ...tasks] = parseCsv(jiedu(['read', 'all/7.pdf', '--table', 'tasks']).out.slice(1))
    expect(tasks.length).toBeGreaterThan(2)
    for (const task of tasks) expect(task[taskHead.indexOf('page')]).toMatch(/^[1-9]$/)
  })
})
