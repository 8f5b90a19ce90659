/** The page of findings: the whole text as it was, every mark with its note. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { check, type Finding } from '../../src/check/index.ts'
import { read } from '../../src/read/index.ts'
import { marked } from '../../src/tell/marked.ts'

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

/** The text of the page, without numbers, notes and tags. */
function textOf(page: string): string {
  const article = /<article[^>]*>([\s\S]*)<\/article>/.exec(page)![1]!
  return article
    .replace(/<sup>.*?<\/sup>|<ul class="notes">.*?<\/ul>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, entity => entities[entity]!)
}

const text =
  '清水市政府工作报告\n\n——2021年1月12日\n一、2020年工作回顾\r\n粮食产量116.8万吨，<b>“增产”&增收</b>。\n\n二、2021年工作安排\n新建公园3个。\n'
const reading = read(text)

const page = (findings: Finding[]) => marked(reading, { ...check(reading), findings })

const finding = (start: number, end: number): Finding => ({
  rule: 'said-twice',
  severity: 'warning',
  start,
  end,
  text: text.slice(start, end),
  message: { zh: '前后不一', en: 'twice' },
  working: null,
  proposal: null,
  related: [],
  against: null,
})

it('holds the text as it was, wherever the marks are', () => {
  const spans = fc.array(fc.tuple(fc.nat(text.length), fc.nat(30)), { maxLength: 8 })
  fc.assert(
    fc.property(spans, places => {
      const findings = places.map(([start, length]) => finding(start, Math.min(text.length, start + length)))
      const made = page(findings)
      expect(textOf(made)).toBe(text)
      for (let n = 1; n <= findings.length; n++)
        for (const id of [`m${n}`, `f${n}`]) {
          expect(made.split(`id="${id}"`)).toHaveLength(2)
          expect(made).toContain(`href="#${id}"`)
        }
      expect(made.match(/<mark/g)?.length ?? 0).toBe(made.match(/<\/mark>/g)?.length ?? 0)
    }),
    { numRuns: 200 },
  )
})

it('marks a place within another inside it, and one over two lines in both', () => {
  const [outer, inner] = [text.indexOf('粮食产量116.8万吨'), text.indexOf('116.8')]
  expect(page([finding(outer, outer + 11), finding(inner, inner + 5)])).toMatch(
    /<mark class="warning" id="m1">粮食产量<mark class="warning" id="m2">116\.<span class="tail">8<sup>.*?<\/sup><\/span><\/mark>万吨/,
  )
  const from = text.indexOf('增收')
  const over = page([finding(from, text.indexOf('工作安排'))])
  expect(over).toMatch(/id="m1">增收&lt;\/b&gt;<span class="tail">。<sup>/)
  expect(over).toContain('<mark class="warning">二、2021年</mark>工作安排')
})

it('asks nothing of any other host and runs no script', () => {
  const made = page([finding(0, 3)])
  expect(made).toContain("default-src 'none'; style-src 'unsafe-inline'")
  expect(made).not.toMatch(/<script|<link|https?:|url\(/)
})
