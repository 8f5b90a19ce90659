/** Zip archives: the documents inside, and what is refused. */
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { DocumentError } from '../../src/documents/index.ts'
import { encode } from './encode.ts'
import { p, rawDocx } from './made/docx.ts'
import { only, opened, refused } from './made/open.ts'

const said = '全市生产总值增长百分之八，居民收入增长百分之六。'
const names = async (bytes: Uint8Array) =>
  (await opened(bytes, 'a.zip')).map(one => (one instanceof DocumentError ? `${one.file}: ${one.code}` : one.source.name))

/** Changes bytes of a copy. */
function patched(bytes: Uint8Array, at: number, ...values: number[]): Uint8Array {
  const out = bytes.slice()
  out.set(values, at)
  return out
}

const find = (bytes: Uint8Array, ...signature: number[]) => Buffer.from(bytes).indexOf(Buffer.from(signature))

describe('an archive', () => {
  it('gives the documents inside, named by their path, in order', async () => {
    const zip = zipSync({
      '县/b.txt': strToU8(said),
      'a.docx': rawDocx(p(said)),
      '图.png': strToU8('x'),
      '__MACOSX/a.txt': strToU8(said),
      '里层.zip': zipSync({ 'c.txt': strToU8(said) }),
      '坏.docx': strToU8('PK\x03\x04'),
    })
    expect(await names(zip)).toEqual(['a.zip!/a.docx', 'a.zip!/县/b.txt', 'a.zip!/坏.docx: damaged', 'a.zip!/里层.zip!/c.txt'])
  })

  it('reads names that Chinese systems write in GBK', async () => {
    const zip = zipSync({ 'xxxx.txt': strToU8(said) })
    const gbk = encode('报告', 'gb18030')
    let renamed: Uint8Array = zip
    for (let at = Buffer.from(zip).indexOf('xxxx'); at !== -1; at = Buffer.from(zip).indexOf('xxxx', at + 1))
      renamed = patched(renamed, at, ...gbk)
    expect(await names(renamed)).toEqual(['a.zip!/报告.txt'])
  })

  it('without documents, nested too deep, or leading out of itself is refused', async () => {
    expect((await refused(zipSync({ 'a.png': strToU8('x') }))).code).toBe('no-texts')
    let nested = zipSync({ 'a.txt': strToU8(said) })
    for (let n = 0; n < 4; n++) nested = zipSync({ 'a.zip': nested })
    expect(await names(nested)).toEqual(['a.zip!/a.zip!/a.zip!/a.zip!/a.zip: unsafe'])
    for (const path of ['../../etc/a.txt', '/etc/a.txt', 'C:\\a.txt', 'a\\..\\..\\b.txt']) {
      const error = await refused(zipSync({ [path]: strToU8(said) }))
      expect([error.code, error.what.zh]).toEqual(['unsafe', expect.stringContaining('包外')])
    }
  })

  it('that expands without end is refused before it does', async () => {
    const zeros = zipSync({ 'a.txt': new Uint8Array(64 * 1024 * 1024) }, { level: 9 })
    expect(zeros.length).toBeLessThan(100_000)
    const before = process.memoryUsage().rss
    expect((await refused(zeros)).code).toBe('over-limit')
    expect(
      (await refused(zipSync({ 'word/document.xml': new Uint8Array(64 * 1024 * 1024), '_rels/.rels': strToU8('') }))).code,
    ).toBe('damaged')
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024)
    const many = zipSync(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.txt`, strToU8(said)])))
    expect((await refused(many, 'a.zip', { limits: { entries: 20 } })).code).toBe('over-limit')
    const total = await opened(many, 'a.zip', { limits: { expanded: 200 } })
    expect(total.map(one => (one instanceof DocumentError ? one.code : 'read'))).toEqual(['read', 'read', 'over-limit'])
  })
})

describe('a container', () => {
  const good = rawDocx(p(said))

  it('cut off, changed or declared smaller than it is, is damaged', async () => {
    for (const length of [10, 100, good.length >> 1, good.length - 10]) {
      const error = await refused(good.subarray(0, length), '报告.docx')
      expect([error.code, error.file]).toEqual(['damaged', '报告.docx'])
      expect(error.what.zh).toContain('损坏')
      expect(error.what.en).toContain('damaged')
      expect(error.todo.zh && error.todo.en).toBeTruthy()
    }
    const body = Buffer.from(good).indexOf('word/document.xml') + 40
    expect((await refused(patched(good, body, good[body]! ^ 255))).code).toBe('damaged')
  })

  it('with a password says so', async () => {
    let locked = good
    // Bit 0 of the flags in the central directory: the entry is encrypted.
    for (
      let at = find(good, 0x50, 0x4b, 1, 2);
      at !== -1;
      at = Buffer.from(good).indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at + 1)
    )
      locked = patched(locked, at + 8, locked[at + 8]! | 1)
    expect((await refused(locked)).code).toBe('encrypted')
  })

  it('of another kind is named', async () => {
    const rels = (target: string) =>
      strToU8(`<Relationships><Relationship Id="a" Type="x/officeDocument" Target="${target}"/></Relationships>`)
    const excel = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      '_rels/.rels': rels('xl/workbook.xml'),
      'xl/workbook.xml': strToU8('<workbook/>'),
    })
    expect((await refused(excel)).what.zh).toContain('Excel')
    const odt = zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'META-INF/manifest.xml': strToU8('<m/>'),
    })
    expect((await refused(odt)).what.zh).toContain('OpenDocument')
    const none = zipSync({ '[Content_Types].xml': strToU8('<Types/>') })
    expect((await refused(none)).what.zh).toContain('不是 Word 文档')
  })

  it('with broken, endless or self-expanding XML is refused', async () => {
    const wrap = (xml: string) =>
      zipSync({
        '_rels/.rels': strToU8('<Relationships><Relationship Id="a" Type="x/officeDocument" Target="d.xml"/></Relationships>'),
        'd.xml': strToU8(xml),
      })
    const bomb = `<!DOCTYPE d [<!ENTITY a "x">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]><document><body>&j;</body></document>`
    expect((await refused(wrap(bomb))).code).toBe('damaged')
    expect((await refused(wrap('<document><body>'))).code).toBe('damaged')
    expect((await refused(wrap('<a>'.repeat(100_000)))).code).toBe('over-limit')
    expect((await refused(rawDocx(''))).code).toBe('no-text')
    expect((await refused(rawDocx(p('很长的文字'.repeat(1000))), 'a', { limits: { characters: 1000 } })).code).toBe('over-limit')
  })
})

describe('a classification mark', () => {
  const marked = (...head: string[]) => strToU8([...head, '清水市人民政府文件', said, ''].join('\n'))
  it.each([
    ['机密★1年'],
    ['000001', '秘密★3年'],
    ['绝 密'],
    ['密级：机密'],
    ['000123 机密★1年 特急'],
    ['机密☆长期'],
    ['秘密★十年'],
  ])('in its place is refused: %s %s', async (...head) => {
    const error = await refused(marked(...head.filter(Boolean)), '文件.txt')
    expect(error.code).toBe('classified')
    expect(error.what.zh).toContain('密级')
    expect(error.todo.en).toContain('JIEDU_CLASSIFIED')
    expect((await only(marked(...head), '文件.txt', { classified: 'read' })).text).toContain(said)
  })

  it('is found in a Word document, its running head too', async () => {
    expect((await refused(rawDocx(p('机密★1年') + p(said)))).code).toBe('classified')
    expect((await refused(rawDocx(p(said), { header1: p('秘密★3年') }))).code).toBe('classified')
  })

  it.each([
    ['保守国家秘密，维护国家安全。'],
    ['机密文件管理工作'],
    ['加强机密级计算机管理，查处泄露国家秘密案件3起。'],
    ['秘密战线'],
    ['绝密行动纪念馆建成开放'],
  ])('is not seen in prose: %s', async line => {
    expect((await only(marked(line))).text).toContain(line)
    expect((await only(strToU8(`清水市政府工作报告\n${said}\n${line}\n`))).text).toContain(line)
    expect((await only(strToU8(`${'各位代表，现在报告工作，全市经济平稳增长。'.repeat(5)}\n机密\n`))).text).toContain('机密')
  })
})
