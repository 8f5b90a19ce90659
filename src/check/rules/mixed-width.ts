import type { Rule } from '../types.ts'

const HALF = /(?<=[\u4e00-\u9fff”》）\d%])[,;:?!](?=[\u4e00-\u9fff“《（])/g
const FULL = /(?<=[\u4e00-\u9fff”》）\d%])[，；：？！](?=[\u4e00-\u9fff“《（])/g
const FULL_DIGIT = /[０-９]+(?:[．.][０-９]+)?[％]?/g
const HALF_DIGIT = /[0-9]+/g

export const mixedWidth: Rule = {
  id: 'mixed-width',
  severity: 'note',
  on: true,
  title: { zh: '全角半角混用', en: 'full-width and half-width mixed' },
  about: {
    zh: '同一篇里全角和半角的标点（或数字）都有，按少数的一种在第一处报一次并给出处数。中文标点用全角（GB/T 15834），阿拉伯数字用半角。',
    en: 'One text with both widths of punctuation, or of digits: told once, at the first of the rarer kind, with their number. Chinese punctuation is full-width (GB/T 15834), digits are half-width.',
  },
  fires: [
    { text: '粮食增产，农民增收,城乡更美，生活更好，市场更活。', at: ',' },
    { text: '增长８％，投资增长9%，消费增长7%。', at: '８％' },
  ],
  quiet: [{ text: '粮食增产，农民增收，城乡更美。' }, { text: '粮食增产,农民增收,城乡更美。' }],
  run(check, notes) {
    const pairs = [
      { rare: [...check.text.matchAll(HALF)], other: [...check.text.matchAll(FULL)], zh: '标点', en: 'punctuation' },
      { rare: [...check.text.matchAll(FULL_DIGIT)], other: [...check.text.matchAll(HALF_DIGIT)], zh: '数字', en: 'digits' },
    ]
    for (const { rare: one, other: two, zh, en } of pairs) {
      if (one.length === 0 || two.length === 0) continue
      const [rare, often] = one.length <= two.length ? [one, two] : [two, one]
      const first = rare[0]!
      notes.found({
        start: first.index,
        end: first.index + first[0].length,
        message: {
          zh: `${zh}全角半角混用：这一种 ${rare.length} 处，另一种 ${often.length} 处`,
          en: `${en} of both widths: ${rare.length} of this kind, ${often.length} of the other`,
        },
        related: rare.slice(1, 20).map(m => ({ start: m.index, end: m.index + m[0].length })),
      })
    }
  },
}
