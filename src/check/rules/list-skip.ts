import { toChinese } from '../list-marks.ts'
import type { Rule } from '../types.ts'

const MARK = /(?<=^|[。；;，,：:、\s　])([一二三四五六七八九])(?:是(?!否)|要)(?![^，。]{0,1}[一二三])/g
const N = '一二三四五六七八九'

export const listSkip: Rule = {
  id: 'list-skip',
  severity: 'warning',
  on: true,
  title: { zh: '“一是…二是…”跳号', en: '一是, 二是 … skip a number' },
  about: {
    zh: '同一段里“一是、二是、四是”：缺的一项在两处之间没有出现时报。',
    en: 'In one paragraph 一是, 二是, 四是: it fires where the number left out does not occur between the two.',
  },
  fires: [{ text: '一是扩大投资。二是促进消费。四是稳定外贸。', at: '四是' }],
  quiet: [{ text: '一是扩大投资。二是促进消费。三是稳定外贸。' }],
  run(check, notes) {
    for (const line of check.lines()) {
      let last: { n: number; at: number } | null = null
      for (const match of line.text.matchAll(MARK)) {
        const n = N.indexOf(match[1]!) + 1
        const at = line.start + match.index
        if (last && n === last.n + 1) notes.looked()
        if (last && n > last.n + 1 && n - last.n < 4 && !occurs(check.text.slice(last.at, at), last.n + 1)) {
          notes.found({
            start: at,
            end: at + 2,
            message: { zh: `从“${toChinese(last.n)}是”跳到“${match[0]}”`, en: `the list goes from ${last.n} to ${n}` },
            related: [{ start: last.at, end: last.at + 2 }],
          })
        }
        last = { n, at }
      }
    }
  },
}

/** Whether the number occurs between the two marks in whatever form. */
const occurs = (text: string, n: number): boolean => new RegExp(`${toChinese(n)}(是|要|、|）|\\))`).test(text)
