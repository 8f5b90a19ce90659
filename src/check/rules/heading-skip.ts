import type { Check } from '../context.ts'
import { chineseNumber, toChinese } from '../list-marks.ts'
import type { Notes, Rule } from '../types.ts'

/** Kinds of numbers at the head of a line, and how one of them is written. */
const KINDS: { pattern: RegExp; write: (n: number) => RegExp; level: number }[] = [
  { pattern: /^[\s　]*([一二三四五六七八九十]{1,3})、/, write: n => new RegExp(`${toChinese(n)}\\s*[、，.．]`), level: 0 },
  {
    pattern: /^[\s　]*[（(]([一二三四五六七八九十]{1,3})[）)]/,
    write: n => new RegExp(`[（(]\\s*${toChinese(n)}\\s*[）)]`),
    level: 1,
  },
]

export const headingSkip: Rule = {
  id: 'heading-skip',
  severity: 'warning',
  on: true,
  title: { zh: '标题序号跳号', en: 'the numbers of headings skip' },
  about: {
    zh: '“一、”“（一）”按次序；中间缺一个以上，而缺的序号在两处之间任何位置都没有出现时报。',
    en: 'Headings numbered 一、 or （一） follow each other. It fires where a number is left out and does not occur anywhere between the two.',
  },
  fires: [{ text: '一、工作回顾\n经济稳步恢复。\n二、总体要求\n坚持稳中求进。\n四、重点工作\n推进改造。', at: '四、' }],
  quiet: [
    { text: '一、工作回顾\n经济稳步恢复。\n二、总体要求\n坚持稳中求进。\n三、重点工作\n推进改造。' },
    { text: '一、工作回顾\n二、改造\n三、节能\n一、技术\n二、产品\n三、资源\n四、整顿' },
    { text: '一、工作回顾\n二、改造\n一、技术\n二、产品\n三、资源\n三、整顿\n四、外贸' },
    { text: '一、工作回顾\n二、改造\n三、节能\n四、技术\n一、引进\n二、产品\n五、整顿' },
    { text: '一、工作回顾\n（一）稳增长\n（二）惠民生\n二、重点工作\n（一）扩投资\n（二）促改革' },
  ],
  run(check, notes) {
    const last: (Mark | null)[] = [null, null]
    // where a list within an item is numbered alike, the outer one goes on from here
    const outer: (Mark | null)[] = [null, null]
    for (const line of check.lines()) {
      for (const { pattern, write, level } of KINDS) {
        const match = pattern.exec(line.text)
        const n = match ? chineseNumber(match[1]!) : null
        if (!match || n === null) continue
        const before = last[level]!
        if (before && n > 1) notes.looked()
        const start = line.start + match[0].search(/[^\s　]/)
        const end = line.start + match[0].length
        if (level === 0) last[1] = outer[1] = null
        if (n === 1 && before) outer[level] = before
        if (outer[level] && n === outer[level]!.n + 1 && before && n !== before.n + 1) outer[level] = null
        else if (before && n > before.n + 1 && n - before.n < 4 && before.n >= 1)
          skip(check, notes, before, { n, start, end }, write)
        last[level] = { n, start, end }
        break
      }
    }
  },
}

interface Mark {
  n: number
  start: number
  end: number
}

function skip(check: Check, notes: Notes, before: Mark, mark: Mark, write: (n: number) => RegExp): void {
  const between = check.text.slice(before.end, mark.start)
  if (write(before.n + 1).test(between)) return
  notes.found({
    start: mark.start,
    end: mark.end,
    message: {
      zh: `序号从“${toChinese(before.n)}”跳到“${toChinese(mark.n)}”`,
      en: `the number goes from ${before.n} to ${mark.n}`,
    },
    related: [before],
  })
}
