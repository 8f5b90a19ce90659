import type { Check } from '../context.ts'
import { chineseNumber, markers } from '../list-marks.ts'
import type { Notes, Rule } from '../types.ts'

const UNIT = '(?:个方面|方面|件实事|件民生实事|件大事|项工作|项重点工作|项重点|个重点|件事|大工作|项任务|个问题)'
const NUMBER = '([一二三四五六七八九十两]{1,3}|\\d{1,2})'
const LEAD =
  '(?:以下|如下|下列|下面|做好|抓好|抓了|做了|办好|办成|干好|突出|着力|重点|实施好|存在|表现在|体现在|主要是|主要有|包括)[^，,。；;：:\\n]{0,14}?'

/** 抓好以下七个方面工作。 — and without such a word before it, where a colon opens the list: 有三个问题： */
const ANNOUNCED = [
  new RegExp(`${LEAD}${NUMBER}${UNIT}[^，,。；;\\n]{0,16}?[。：:]`, 'g'),
  new RegExp(`(?<![\\d第一二三四五六七八九十百“、])${NUMBER}${UNIT}[^，,。；;\\n]{0,8}?[：:]`, 'g'),
]
const COUNT = new RegExp(`^${NUMBER}${UNIT}`)

export const announcedCount: Rule = {
  id: 'announced-count',
  severity: 'warning',
  on: true,
  title: { zh: '宣布的件数与所列不符', en: 'the number announced is not the number listed' },
  about: {
    zh: '“抓好以下七个方面”之后如果用“一是…二是…”“1.…2.…”“①②”编号列出，数到的项数应与宣布的相同。只认紧接着从一开始的编号，差三项以上的多半是套了小编号，不报。',
    en: 'After "the following seven", a list numbered 一是, （一）, 1. or ① has seven items. Only a list that begins at one and right after is counted; a difference of three or more is a list within a list.',
  },
  fires: [{ text: '重点抓好以下四个方面：一是稳增长，扩大投资。二是促改革，激发活力。三是惠民生，守住底线。', at: '四个方面' }],
  quiet: [
    { text: '重点抓好以下三个方面：一是稳增长，扩大投资。二是促改革，激发活力。三是惠民生，守住底线。' },
    { text: '重点抓好以下七个方面工作：稳增长、促改革。' },
  ],
  run(check, notes) {
    const done = new Set<number>()
    for (const pattern of ANNOUNCED)
      for (const match of check.text.matchAll(pattern)) {
        const from = match.index + match[0].length
        if (done.has(from)) continue
        done.add(from)
        count(check, notes, match)
      }
  },
}

function count(check: Check, notes: Notes, match: RegExpMatchArray): void {
  const announced = chineseNumber(match[1]!)
  // large numbers count what lies inside the items listed: 45件 under eight heads
  if (announced === null || announced < 2 || announced > 20) return
  const at = match.index! + match[0].search(new RegExp(`${NUMBER}${UNIT}`))
  const from = match.index! + match[0].length
  const list = markers(check.text, from)
  if (!list) return
  const unit = COUNT.exec(check.text.slice(at, at + 12))
  if (!unit) return
  // lists within lists: a miscount is off by one or two, not by more
  if (Math.abs(list.count - announced) > 2) return
  const agreed = list.count === announced
  const formula = `${announced} | ${list.count}`
  notes.sum({ agreement: agreed ? 'exact' : 'no', figures: [], formula })
  if (agreed) return
  notes.found({
    start: at,
    end: at + unit[0].length,
    message: {
      zh: `宣布 ${announced} 项，后面数到 ${list.count} 项`,
      en: `${announced} are announced, ${list.count} are listed`,
    },
    working: { formula, figures: [], computed: [list.count, list.count], stated: [announced, announced] },
    related: [{ start: list.last, end: list.last + list.mark.length }],
  })
}
