/** Decoding: the right encoding without being told, the text as it stands, and what is odd about it said. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Decoded, DocumentError, decode, type Encoding, encodingNamed } from '../../src/documents/index.ts'
import { encode, simplified, traditional } from './encode.ts'

const caught = (act: () => unknown): DocumentError => {
  try {
    act()
  } catch (error) {
    if (error instanceof DocumentError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

const codes = (decoded: Decoded) => decoded.warnings.map(warning => warning.code)
const utf8 = (text: string) => encode(text, 'utf-8')

describe('encodings', () => {
  const cases: [Encoding, string, boolean][] = [
    ['utf-8', simplified, false],
    ['utf-8', simplified, true],
    ['utf-8', traditional, false],
    ['utf-16le', simplified, true],
    ['utf-16le', simplified, false],
    ['utf-16be', simplified, true],
    ['utf-16be', simplified, false],
    ['utf-16le', traditional, false],
    ['gb18030', simplified, false],
    ['gb18030', traditional, false],
    ['big5', traditional, false],
  ]
  it.each(cases)('finds %s', (encoding, text, bom) => {
    const found = decode(encode(text, encoding, bom), 'report.txt')
    expect(found.source.encoding).toBe(encoding)
    expect(found.text).toBe(text)
    expect(found.warnings).toEqual([])
  })

  it('finds the encoding of single sentences', () => {
    for (const [encoding, whole] of [
      ['gb18030', simplified],
      ['big5', traditional],
      ['utf-16le', simplified],
    ] as const) {
      for (const sentence of whole.split(/(?<=[。；\n])/).filter(each => each.trim().length >= 10)) {
        expect([decode(encode(sentence, encoding), 'a.txt').text, sentence]).toEqual([sentence, sentence])
      }
    }
  })

  it('takes the characters that only GB18030 has', () => {
    // 𠀀 (U+20000) and ḿ in four bytes.
    const bytes = Buffer.concat([encode(simplified, 'gb18030'), Uint8Array.of(0x95, 0x32, 0x82, 0x36)])
    expect(decode(bytes, 'a.txt').text).toBe(`${simplified}\u{20000}`)
  })

  it('is told the encoding', () => {
    const bytes = encode('编号：2021', 'gb18030')
    expect(decode(bytes, 'a.txt', { encoding: 'gb18030' }).text).toBe('编号：2021')
    expect(encodingNamed('GBK')).toBe('gb18030')
    expect(encodingNamed('UTF-16')).toBe('utf-16le')
    expect(encodingNamed('latin1')).toBeNull()
  })

  it('leaves out a byte-order mark also where the encoding is named', () => {
    expect(decode(encode(simplified, 'utf-8', true), 'a.txt', { encoding: 'utf-8' }).text).toBe(simplified)
  })

  it('shows in the source that a wrong encoding was named', () => {
    const wrong = decode(encode(simplified, 'gb18030'), 'a.txt', { encoding: 'big5', lenient: true })
    expect(wrong.source.encoding).toBe('big5')
    expect(wrong.text).not.toContain('报告')
  })
})

describe('the text as it stands', () => {
  it.each(['\n', '\r\n', '\r', '\r\r\n', '\u2028', '\f', '\u3000', '\u00a0'])('keeps %j', mark => {
    const text = `第一段，增长5%。${mark}第二段，增长6%。${mark}`
    expect(decode(utf8(text), 'a.txt').text).toBe(text)
  })

  it('gives back any Chinese text from any encoding of Unicode', () => {
    const char = fc.oneof(
      fc.constantFrom(...'的一是在不了有和人这年增长改造小区'),
      fc.constantFrom(...'0123456789.%，。\r\n ●—“”𠀀'),
    )
    const text = fc.array(char, { minLength: 1, maxLength: 200 }).map(chars => `政府工作报告${chars.join('')}`)
    const encoding = fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be')
    fc.assert(
      fc.property(text, encoding, fc.boolean(), (said, name, bom) => {
        const found = decode(encode(said, name, bom), 'a.txt')
        return found.text === said && found.source.encoding === name
      }),
    )
  })

  it('says what it knows of the source', () => {
    const bytes = utf8(simplified)
    expect(decode(bytes, 'docs/report.md').source).toEqual({
      name: 'docs/report.md',
      mediaType: 'text/markdown',
      encoding: 'utf-8',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      pages: null,
    })
    expect(decode(bytes, 'REPORT.TXT').source.mediaType).toBe('text/plain')
  })
})

describe('what cannot be taken', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 0xff)
  const japanese = 'これは日本語の文章です。政府の年次報告について説明しています。経済成長率は2.1%でした。'
  const cases: [string, Uint8Array, string, string][] = [
    ['nothing', new Uint8Array(), 'empty', '空'],
    ['a byte-order mark alone', Uint8Array.of(0xef, 0xbb, 0xbf), 'empty', '空'],
    ['white space alone', utf8(' \r\n\t\u3000\n'), 'empty', '空白'],
    ['a picture', png, 'unsupported', 'PNG'],
    ['noise', noise, 'binary', '二进制'],
    ['many NULs', Uint8Array.from({ length: 3000 }, () => 0), 'binary', '二进制'],
    ['a PDF', utf8('%PDF-1.7\n%âãÏÓ\n'), 'unsupported', 'PDF'],
    ['a Word document', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0), 'unsupported', 'Word'],
    ['an old Word document', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'unsupported', 'Word'],
    ['a web page', utf8(`<!DOCTYPE html>\n<html><body>${simplified}`), 'unsupported', 'HTML'],
    ['English', utf8('The quick brown fox jumps over the lazy dog. '.repeat(20)), 'not-chinese', '0%'],
    ['code', utf8('export const a = 1 // 常量\n'.repeat(30)), 'not-chinese', '汉字'],
    ['Japanese', utf8(japanese), 'not-chinese', '汉字'],
    ['numbers', utf8('1,2,3\n4,5,6\n'), 'not-chinese', '汉字'],
  ]
  it.each(cases)('%s', (_, bytes, code, said) => {
    const error = caught(() => decode(bytes, 'folder/a.txt'))
    expect(error.code).toBe(code)
    expect(error.file).toBe('folder/a.txt')
    expect(error.what.zh).toContain(said)
    expect(error.todo.zh).toMatch(/请/)
    expect(error.what.en && error.todo.en).toBeTruthy()
  })
})

describe('damage', () => {
  const spoilt = (text: string, at: string, bytes: number[]) => {
    const [before = '', after = ''] = text.split(at)
    return Buffer.concat([utf8(before), Uint8Array.from(bytes), utf8(at + after)])
  }

  it('refuses NULs with their place, and reads them when told to', () => {
    const bytes = utf8(simplified.replace('新增', '\0新增'))
    const error = caught(() => decode(bytes, 'a.txt'))
    expect(error.code).toBe('damaged')
    expect(error.what.zh).toContain('1 个空字符（NUL）')
    expect(error.where?.zh).toBe('第 5 行第 29 字')
    expect(error.todo.zh).toContain('--lenient')
    const read = decode(bytes, 'a.txt', { lenient: true })
    expect(read.text).toContain('\0新增')
    expect(codes(read)).toEqual(['damaged'])
  })

  it('refuses a lone surrogate in UTF-8', () => {
    const bytes = spoilt(simplified, '新增', [0xed, 0xa0, 0x80])
    const error = caught(() => decode(bytes, 'a.txt'))
    expect(error.code).toBe('damaged')
    expect(error.what.zh).toContain('代理项')
    expect(error.where?.en).toBe('line 5, character 29')
    const read = decode(bytes, 'a.txt', { lenient: true })
    expect(read.repairs).toHaveLength(1)
    const [{ start, end } = { start: 0, end: 0 }] = read.repairs
    expect(read.text.slice(start, end)).toMatch(/^\uFFFD+$/)
    expect(read.text).not.toMatch(/[\ud800-\udfff]/)
  })

  it.each(['utf-16le', 'utf-16be'] as const)('refuses a lone surrogate in %s', encoding => {
    const bytes = encode(simplified.replace('新增', '\ud800新增'), encoding, true)
    const error = caught(() => decode(bytes, 'a.txt'))
    expect(error.what.zh).toContain('代理项')
    expect(error.where?.zh).toBe('第 5 行第 29 字')
  })

  it('refuses bytes that mean nothing in GB18030', () => {
    const bytes = Buffer.concat([encode(simplified, 'gb18030'), Uint8Array.of(0xff, 0x0a), encode(simplified, 'gb18030')])
    expect(caught(() => decode(bytes, 'a.txt')).what.zh).toContain('gb18030')
    expect(decode(bytes, 'a.txt', { lenient: true }).repairs.map(repair => repair.start)).toEqual([simplified.length])
  })

  it('takes a text cut in the middle of its last character', () => {
    const read = decode(utf8(simplified.trimEnd()).subarray(0, -1), 'a.txt')
    expect(codes(read)).toEqual(['cut-off'])
    expect(read.source.encoding).toBe('utf-8')
    expect(read.repairs).toHaveLength(1)
  })

  it('tells of characters that were lost before', () => {
    const read = decode(utf8(simplified.replace('新增', '\uFFFD\uFFFD')), 'a.txt')
    expect(codes(read)).toEqual(['replaced-character'])
    expect(read.repairs).toMatchObject([{ kind: 'replaced-character', end: expect.any(Number) }])
    expect(read.repairs[0]!.end - read.repairs[0]!.start).toBe(2)
  })
})

describe('odd but taken', () => {
  it('an English government work report', () => {
    const text = 'REPORT ON THE WORK OF THE GOVERNMENT\nGDP grew by 5 percent.\n'.repeat(3)
    expect(codes(decode(utf8(text), 'a.txt'))).toEqual(['english'])
    const opening = 'Fellow Deputies,\nOn behalf of the State Council, I will now report to you. GDP grew by 5 percent.'
    expect(codes(decode(utf8(opening), 'a.txt'))).toEqual(['english'])
  })

  it('a line of a million characters, in linear time', () => {
    const text = '新增城镇就业3.7万人，同比增长5.2%。'.repeat(50_000).slice(0, 1_000_000)
    const began = performance.now()
    const read = decode(utf8(text), 'a.txt')
    expect(performance.now() - began).toBeLessThan(2000)
    expect(codes(read)).toEqual(['long-line'])
    expect(read.warnings[0]!.where?.en).toBe('line 1, character 1')
  })

  it('a long text of lone carriage returns is no long line', () => {
    expect(codes(decode(utf8('新增城镇就业3.7万人。\r'.repeat(20_000)), 'a.txt'))).toEqual([])
  })

  it('an encoding that is only a guess', () => {
    // Rare characters alone: nothing everyday to go by.
    const bytes = encode('魑魅魍魉彳亍踽踽', 'gb18030')
    expect(codes(decode(bytes, 'a.txt'))).toEqual(['unsure-encoding'])
  })
})

const corpus = process.env.JIEDU_CORPUS
const reports = corpus && existsSync(join(corpus, 'reports')) ? join(corpus, 'reports') : null
if (!reports) console.log('test/documents: JIEDU_CORPUS is not set, so no real report is decoded')

describe.skipIf(!reports)('real reports', () => {
  it('are taken, and found again in other encodings', () => {
    for (const name of readdirSync(reports!)) {
      if (name.includes('-en-')) continue
      const { text, source } = decode(readFileSync(join(reports!, name)), name)
      expect(source.encoding).toBe('utf-8')
      const plain = text.slice(0, 3000)
      for (const encoding of ['utf-16le', 'utf-16be'] as const) {
        expect([name, decode(encode(plain, encoding), name).source.encoding]).toEqual([name, encoding])
      }
      let gbk: Uint8Array
      try {
        gbk = encode(plain, 'gb18030')
      } catch {
        continue // a character of four bytes, which the test's encoder does not write
      }
      const found = decode(gbk, name)
      expect([name, found.source.encoding]).toEqual([name, 'gb18030'])
      expect(found.text).toBe(plain)
    }
  })

  it('captured in GB18030 are known as such', () => {
    const folder = join(corpus!, 'originals', 'gb18030')
    for (const name of readdirSync(folder)) {
      const found = decode(readFileSync(join(folder, name)), name)
      expect([name, found.source.encoding, codes(found)]).toEqual([name, 'gb18030', []])
    }
  })
})
