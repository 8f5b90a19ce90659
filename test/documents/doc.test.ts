/** Old Word documents, written by another program: see files/README.md. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import CFB from 'cfb'
import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'
import { root } from '../cli/run.ts'
import { only, refused, restored } from './made/open.ts'

const file = (name: string) => readFileSync(join(root, 'test', 'documents', 'files', name))

describe('an old Word document', () => {
  it('reads to the text and the figures of the report it was made from', async () => {
    const lines = readFileSync(join(root, 'samples', 'county-2024-report.txt'), 'utf8').split('\n')
    const text = `${lines.filter(line => line.trim() !== '').join('\n')}\n`
    const document = await only(file('county.doc'))
    expect(document.text).toBe(text)
    expect(document.source.mediaType).toBe('application/msword')
    expect(document.headings.length).toBeGreaterThan(2)
    const figures = (said: string) => read(said).figures.map(f => `${f.text} ${f.indicator?.text} ${f.status}`)
    expect(figures(document.text)).toEqual(figures(text))
  })

  it('has lists, notes, revisions, hidden words and tables told apart', async () => {
    const document = await only(file('rich.doc'))
    expect(document.text.split('\n')).toEqual([
      '清水市政府工作报告',
      '各位代表：',
      '一、工作回顾',
      '（一）工业平稳增长',
      '培育“四上”企业[1]41家，增长8%。进出口稳定。',
      '1. 第一点',
      '2. 第二点',
      '（二）农业',
      '一、工作安排',
      '（一）投资',
      '今年安排',
      '| 指标 | 目标 |',
      '| 生产总值 | 8% | 市发改委 市统计局 |',
      '|  | 万元 |',
      '谢谢大家！',
      '名词注释',
      '[1]指规模以上工业企业等四类企业。',
      '',
    ])
    expect(document.asides.map(each => `${each.reason}: ${each.text}`)).toEqual([
      'deleted: 7',
      'comment: 请核对',
      'hidden: 内部口径',
      'running-head: 清水市政府工作报告',
    ])
    expect(document.tables[0]!.cells.map(c => [c.row, c.column, c.rowSpan, c.columnSpan, c.text])).toEqual([
      [0, 0, 1, 1, '指标'],
      [0, 1, 1, 2, '目标'],
      [1, 0, 2, 1, '生产总值'],
      [1, 1, 1, 1, '8%'],
      [1, 2, 1, 1, '市发改委 市统计局'],
      [2, 1, 1, 1, ''],
      [2, 2, 1, 1, '万元'],
    ])
    expect(document.metadata).toMatchObject({ author: 'Un-named', created: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) })
    expect(restored(document)).toContain('\n工业平稳增长\n培育“四上”企业41家')
  })
})

describe('an old container that is not read', () => {
  const container = (streams: Record<string, Uint8Array>) => {
    const made = CFB.utils.cfb_new()
    for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(made, `/${name}`, content as never)
    return new Uint8Array(CFB.write(made, { type: 'buffer' }) as Buffer)
  }
  const word = (change: (head: Buffer) => void) => {
    const head = Buffer.from(CFB.find(CFB.read(file('rich.doc'), { type: 'buffer' }), 'WordDocument')!.content as Uint8Array)
    change(head)
    return container({ WordDocument: head, '1Table': Buffer.alloc(64) })
  }
  it.each([
    [
      'a docx under a password',
      container({ EncryptedPackage: Buffer.alloc(64), EncryptionInfo: Buffer.alloc(64) }),
      'encrypted',
      '加了密',
    ],
    ['a spreadsheet', container({ Workbook: Buffer.alloc(64) }), 'unsupported', 'Excel'],
    ['slides', container({ 'PowerPoint Document': Buffer.alloc(64) }), 'unsupported', 'PowerPoint'],
    ['nothing known', container({ Other: Buffer.alloc(64) }), 'damaged', '没有 Word 正文'],
    ['a document under a password', word(head => head.writeUInt16LE(head.readUInt16LE(10) | 0x100, 10)), 'encrypted', '加了密'],
    ['Word 6', word(head => head.writeUInt16LE(0xa5dc, 0)), 'unsupported', 'Word 95'],
    ['a document without its tables', word(() => {}), 'damaged', '正文'],
    ['half a document', file('rich.doc').subarray(0, 3000), 'damaged', '损坏'],
  ])('%s', async (_, bytes, code, said) => {
    const error = await refused(bytes, '报告.doc')
    expect([error.code, error.file]).toEqual([code, '报告.doc'])
    expect(error.what.zh).toContain(said)
    expect(error.what.en && error.todo.zh && error.todo.en).toBeTruthy()
  })
})
