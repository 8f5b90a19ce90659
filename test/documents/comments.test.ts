/** Comments in a copy of a Word document: in their places, with everything else as it was. */
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type DocxComment, withComments } from '../../src/documents/index.ts'
import { rawDocx } from './made/docx.ts'
import { only } from './made/open.ts'

const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const par = (...content: string[]) => `<w:p>${content.join('')}</w:p>`

const comment = (text: string, said: string): DocxComment => {
  const start = text.indexOf(said)
  if (start < 0) throw new Error(`${said} is not in the text`)
  return { start, end: start + said.length, text: said, author: '校对', initials: '校', paragraphs: ['提醒', `关于${said}`] }
}

const partOf = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name]!)

/** What stands between the ends of each comment, by id, and each character with the properties of its run. */
function seen(xml: string) {
  const within = new Map<string, string>()
  const open = new Set<string>()
  const characters: string[] = []
  let properties = ''
  const tokens =
    /<w:comment(RangeStart|RangeEnd) w:id="(\d+)"\/>|<w:rPr>(.*?)<\/w:rPr>|<w:r(?: [^>]*)?>|<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br)\/>/g
  for (const [token, end, id, said, words] of xml.matchAll(tokens)) {
    if (end === 'RangeStart') {
      open.add(id!)
      within.set(id!, '')
    } else if (end === 'RangeEnd') open.delete(id!)
    else if (said !== undefined) properties = said
    else if (token.startsWith('<w:r>') || token.startsWith('<w:r ')) properties = ''
    else {
      const text = words ?? ' '
      for (const each of open) within.set(each, within.get(each)! + text)
      for (const character of text) characters.push(`${character}|${properties}`)
    }
  }
  return { within: new Map([...within].sort(([a], [b]) => Number(a) - Number(b))), characters }
}

const xmlOf = (bytes: Uint8Array) => partOf(bytes, 'word/document.xml')

async function commented(body: string, said: string[], parts: Record<string, string> = {}) {
  const before = rawDocx(body, parts)
  const { text } = await only(before, 'report.docx')
  const after = await withComments(
    before,
    said.map(each => comment(text, each)),
  )
  const again = await only(after, 'report.docx')
  expect(again.text).toBe(text)
  return { before, after, text, again, ...seen(xmlOf(after)) }
}

describe('a comment', () => {
  it('cuts the run that it begins or ends in, and keeps its formatting on both sides', async () => {
    const body = par(run('粮食总', '<w:b/>'), run('产量116.8万吨，比上年', '<w:i/><w:sz w:val="32"/>'), run('增长5%。'))
    const { before, within, characters, again } = await commented(body, ['总产量116.8万吨', '116.8', '上年增长'])
    expect([...within.values()]).toEqual(['总产量116.8万吨', '116.8', '上年增长'])
    expect(characters).toEqual(seen(xmlOf(before)).characters)
    const comments = again.asides.filter(each => each.reason === 'comment').map(each => each.text)
    expect(comments).toHaveLength(3)
    expect(comments[0]).toContain('关于')
  })

  it('stands beside comments that are there already, with an id of its own', async () => {
    const old = '<w:comment w:id="7" w:author="王"><w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:comment>'
    const marked = '<w:commentRangeStart w:id="7"/>'
    const body = par(marked, run('新增就业3.7万人'), '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>')
    const { after, again, within } = await commented(body, ['3.7万'], { comments: old })
    expect(partOf(after, 'word/comments.xml')).toContain(old)
    expect(again.asides.map(each => each.text)).toEqual(['校对：提醒\n关于3.7万', '王：请核实'])
    expect(within).toEqual(
      new Map([
        ['7', '新增就业3.7万人'],
        ['8', '3.7万'],
      ]),
    )
  })

  it('makes the part of comments known where there was none', async () => {
    const { after } = await commented(par(run('粮食增产。')), ['增产'])
    expect(partOf(after, 'word/_rels/document.xml.rels')).toMatch(/relationships\/comments" Target="comments\.xml"/)
    expect(partOf(after, '[Content_Types].xml')).toMatch(
      /<Override PartName="\/word\/comments\.xml"[^>]*comments\+xml"\/><\/Types>/,
    )
  })

  it.each<[string, string, string, string]>([
    ['entities', par(run('甲&amp;乙&#x2015;丙&lt;丁')), '乙―丙', '乙&#x2015;丙'],
    ['a whole run', par(run('甲'), run('乙'), run('丙')), '乙', '乙'],
    ['a link', par(`<w:hyperlink r:id="x">${run('见附件一览')}</w:hyperlink>`), '附件', '附件'],
    ['an insertion', par(`<w:ins w:id="1" w:author="a">${run('新增三所')}</w:ins>`), '三', '三'],
    ['a tab inside a run', par('<w:r><w:t>甲乙</w:t><w:tab/><w:t>丙丁</w:t></w:r>'), '乙\t丙', '乙 丙'],
    ['paragraphs', par(run('甲乙')) + par(run('丙丁')), '乙\n丙', '乙丙'],
    [
      'a cell',
      `<w:tbl><w:tr><w:tc>${par(run(' 甲乙 '))}</w:tc><w:tc>${par(run('丙丁'))}</w:tc></w:tr><w:tr><w:tc>${par(run('一'))}</w:tc><w:tc>${par(run('二'))}</w:tc></w:tr></w:tbl>`,
      '乙',
      '乙 ',
    ],
    [
      'ruby, as a whole',
      par(run('前'), '<w:r><w:ruby><w:rubyBase><w:r><w:t>咸宁</w:t></w:r></w:rubyBase></w:ruby></w:r>', run('后')),
      '宁',
      '咸宁',
    ],
  ])('marks %s', async (_, body, said, marked) => {
    const { within, before, characters } = await commented(body, [said])
    expect([...within.values()]).toEqual([marked])
    expect(characters).toEqual(seen(xmlOf(before)).characters)
  })

  it('on a footnote stands at its mark, on a number that Word counts out at the words after it', async () => {
    const footnotes = `<w:footnote w:id="2">${par(run('指规模以上工业'))}</w:footnote>`
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    const body = `<w:p>${numbered}${run('工作回顾')}</w:p>${par(run('增加值增长5%'), '<w:r><w:footnoteReference w:id="2"/></w:r>', run('。'))}`
    const { after, text } = await commented(body, ['规模以上', '一、'], { footnotes, numbering })
    expect(text).toContain('一、工作回顾')
    expect(xmlOf(after)).toContain(
      '<w:commentRangeStart w:id="0"/><w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeEnd w:id="0"/>',
    )
    expect(xmlOf(after)).toMatch(
      /<w:commentRangeStart w:id="1"\/><w:r><w:t[^>]*>工作回顾<\/w:t><\/w:r><w:commentRangeEnd w:id="1"\/>/,
    )
  })

  it('is refused at a place that does not hold its words', async () => {
    await expect(withComments(rawDocx(par(run('甲乙丙'))), [{ ...comment('甲乙丙', '乙'), text: '丁' }])).rejects.toThrow(/丁/)
  })

  it('gives the same bytes for the same input', async () => {
    const body = par(run('粮食增产。'))
    const [one, two] = [await commented(body, ['增产']), await commented(body, ['增产'])]
    expect(Buffer.from(one.after).equals(Buffer.from(two.after))).toBe(true)
  })
})

it('comments at any places leave every character with its formatting', async () => {
  const words = fc.stringMatching(/^[甲乙丙 %]{1,6}$/)
  const runs = fc.array(fc.tuple(words, fc.constantFrom('', '<w:b/>', '<w:i/>')), { minLength: 1, maxLength: 4 })
  const pars = fc.array(runs, { minLength: 1, maxLength: 3 })
  const spans = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(pars, spans, async (paragraphs, places) => {
      const body = paragraphs.map(each => par(run('头'), ...each.map(([text, properties]) => run(text, properties)))).join('')
      const before = rawDocx(body)
      const { text } = await only(before, 'a.docx')
      const comments = places
        .map(([start, length]) => ({ start: Math.min(start, text.length - 1), end: Math.min(start + length, text.length) }))
        .filter(({ start, end }) => end > start && text.slice(start, end).trim() !== '')
        .map(place => ({ ...place, text: text.slice(place.start, place.end), author: 'a', initials: 'a', paragraphs: ['x'] }))
      const after = await withComments(before, comments)
      expect((await only(after, 'a.docx')).text).toBe(text)
      const { within, characters } = seen(xmlOf(after))
      expect(characters).toEqual(seen(xmlOf(before)).characters)
      const bare = (said: string) => said.replace(/\s/g, '')
      expect([...within.values()].map(bare)).toEqual(comments.map(each => bare(each.text)))
    }),
    { numRuns: 100 },
  )
})
