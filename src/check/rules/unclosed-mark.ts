import type { Rule } from '../types.ts'

const PAIRS: Record<string, string> = { '“': '”', '《': '》', '（': '）' }
const CLOSERS = new Map(Object.entries(PAIRS).map(([open, close]) => [close, open]))

/** 1）, 一）, ①）: a bracket that closes a list mark. */
const LIST_MARK = /(^|[。；：、，\s])[（(]?[\d一二三四五六七八九十①-⑳a-zA-Z]{1,3}$/

const CUT_NUMBER = /^[\s　]*[一二三四五六七八九十]{1,3}）[^）]*$/

export const unclosedMark: Rule = {
  id: 'unclosed-mark',
  severity: 'warning',
  on: true,
  title: { zh: '引号、括号不成对', en: 'a quotation mark or bracket without its pair' },
  about: {
    zh: '同一段内成对标点有开无合或有合无开。断行的引文另有规则；“1）”这样的编号和全角半角混用的括号不算。',
    en: 'Within one paragraph a paired mark opens and does not close, or the reverse. A quotation split over lines has its own rule; list marks such as 1） and pairs of mixed width are left out.',
  },
  fires: [
    { text: '深入实施“十大工程，推进重点项目建设。', at: '“十大工程，推进重点' },
    { text: '修订《条例，推进依法治市。' },
    {
      text: '二、重点工作\n（一）扩大投资。\n（二）促进消费。\n三）惠及民生。\n（四）守住底线。',
      at: '三）',
    },
  ],
  quiet: [{ text: '深入实施“十大工程”，推进重点项目（二期）建设。' }, { text: '1）推进重点项目。' }],
  run(check, notes) {
    const lines = check.lines()
    // where headings are numbered （一）, a line that begins with 二） has lost its bracket
    const numbered = lines.filter(line => /^[\s　]*（[一二三四五六七八九十]{1,3}）/.test(line.text)).length > 2
    const headings = new Set(check.reading.sections.flatMap(s => (s.heading ? [s.heading.start] : [])))
    for (const [n, line] of lines.entries()) {
      // matter of the page is no sentence of the report
      const heading = headings.has(line.start + line.text.search(/\S/)) || (numbered && CUT_NUMBER.test(line.text))
      if (!heading && (!check.isRead(line) || line.text.length < 10)) continue
      notes.looked((line.text.match(/[“《（]/g) ?? []).length)
      const odd = oddMarks(line.text, numbered && CUT_NUMBER.test(line.text))
      const [first] = odd
      // many in one line: quotation marks of one shape were lost in capture, and nothing can be said of any of them
      if (!first || odd.length > 1) continue
      // a pair that is closed a line or two further down is split, and has its own rule
      const near = lines.slice(Math.max(0, n - 3), n + 4).filter(other => other !== line)
      if (near.some(other => oddMarks(other.text).some(o => o.opens !== first.opens && pairOf(o.mark) === pairOf(first.mark))))
        continue
      notes.found({
        start: line.start + (first.opens ? first.at : Math.max(0, first.at - 8)),
        end: line.start + (first.opens ? Math.min(first.at + 10, line.text.length) : first.at + 1),
        message: first.opens
          ? { zh: `“${first.mark}”没有对应的“${PAIRS[first.mark]}”`, en: `${first.mark} is not closed in its paragraph` }
          : { zh: `“${first.mark}”前面没有“${CLOSERS.get(first.mark)}”`, en: `${first.mark} closes what was not opened` },
      })
    }
  },
}

interface Odd {
  mark: string
  at: number
  opens: boolean
}

/** The marks of a line that have no pair in it. */
function oddMarks(text: string, cutNumber = false): Odd[] {
  // half-width brackets may pair with full-width ones, and straight quotation marks with curly ones
  const skip = new Set([...(/[()]/.test(text) ? '（）' : ''), ...(text.includes('"') ? '“”' : '')])
  const open: Odd[] = []
  const odd: Odd[] = []
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!
    if (skip.has(mark)) continue
    if (PAIRS[mark]) open.push({ mark, at, opens: true })
    const opener = CLOSERS.get(mark)
    if (!opener) continue
    const k = open.findLastIndex(o => o.mark === opener)
    if (k >= 0) open.splice(k, 1)
    else if (mark !== '）' || cutNumber || !LIST_MARK.test(text.slice(0, at))) odd.push({ mark, at, opens: false })
  }
  return [...odd, ...open]
}

const pairOf = (mark: string): string => CLOSERS.get(mark) ?? mark
