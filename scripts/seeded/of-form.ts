/** Mistakes in the shape of a text: lists, counts, headings, names, marks, paragraphs. */
import { table } from '../../src/catalogue/index.ts'
import { pick } from '../random.ts'
import type { Mistake, Sower } from './mistakes.ts'

const N = '一二三四五六七八九'

interface Line {
  start: number
  text: string
}

const linesOf = (text: string): Line[] => [...text.matchAll(/[^\r\n]+/g)].map(m => ({ start: m.index, text: m[0] }))

/** One of three or more items of 一是…二是…三是… is left out: one in the middle, so that the numbers skip. */
const marked: Sower = (text, next) =>
  linesOf(text).flatMap(({ start, text: line }) => {
    const marks = [...line.matchAll(/(?<=^|[。；：，\s])([一二三四五六七八九])是(?!否)/g)]
    if (marks.length < 3 || marks.some((m, i) => m[1] !== N[i])) return []
    const i = 1 + Math.floor(next() * (marks.length - 2))
    const [from, to] = [start + marks[i]!.index, start + marks[i + 1]!.index]
    return [{ kind: 'list-item' as const, start: from, end: to, put: '', where: [[from, from + 2]], rule: 'list-skip' }]
  })

const NUMBER = /\d+(?:\.\d+)?(?:%|个百分点|亿元|万元|万吨|万人|家|个)/

/** One of the numbers, or one of the names, around 分别 is left out. */
const respectively: Sower = (text, next) => {
  const numbers = `${NUMBER.source}(?:[、和]${NUMBER.source})+`
  const pattern = new RegExp(
    `(?<=^|[。；，：\\n])([^，。；：\\d\\n、]{2,14}(?:、[^，。；：\\d\\n、]{2,14})+)(分别(?:增长|达到|为|完成|提高|下降|达|实现))(${numbers})(?=[。；，])`,
    'gm',
  )
  return [...text.matchAll(pattern)].flatMap(match => {
    const [whole, names, verb, list] = match as unknown as [string, string, string, string]
    const listed = list.split(/[、和]/)
    if (names.split('、').length !== listed.length || /[和与及等]/.test(names) || listed.length < 3) return []
    const i = 1 + Math.floor(next() * (listed.length - 1))
    const numberAt = match.index + names.length + verb.length
    const fromNames = next() < 0.5
    const head = fromNames ? names : list
    const parts = head.split(/(?=[、和])/)
    const at = (fromNames ? match.index : numberAt) + parts.slice(0, i).join('').length
    const end = at + parts[i]!.length
    const rest = match.index + whole.length - (end - at)
    return [{ kind: 'list-item' as const, start: at, end, put: '', where: [[match.index, rest]], rule: 'list-lengths' }]
  })
}

export const listItems: Sower = (text, next) => [...marked(text, next), ...respectively(text, next)]

/** 以下三个方面 with 一是, 二是, 三是 right after it: another number is announced. */
export const countWords: Sower = (text, next) =>
  [
    ...text.matchAll(
      /([二三四五六七八九])(个方面|方面|件实事|项工作|项重点|件大事|件事|项任务|个问题)[^，。；\n]{0,16}[：:。][\s　]*(?=一是|[（(]一[）)]|1[.．、])/g,
    ),
  ].flatMap(match => {
    const n = N.indexOf(match[1]!) + 1
    const rest = text.slice(match.index + match[0].length)
    const mark = rest.startsWith('一是')
      ? (k: string) => `${k}是`
      : /^1/.test(rest)
        ? (k: string) => `\n${N.indexOf(k) + 1}.`
        : (k: string) => `（${k}）`
    // the list is as long as announced
    const last = rest.indexOf(mark(N[n - 1]!))
    const beyond = n < 9 ? rest.indexOf(mark(N[n]!)) : -1
    const again = rest.indexOf(mark('一'), 1)
    const agrees = last > 0 && (beyond < 0 || (again > 0 && again < beyond)) && (again < 0 || last < again)
    const put = N[n - 1 + (n > 2 && next() < 0.5 ? -1 : n < 9 ? 1 : -1)]!
    const at = match.index
    return [
      {
        kind: 'count-word' as const,
        start: at,
        end: at + 1,
        put,
        where: [[at, at + match[0].length]],
        rule: agrees ? 'announced-count' : null,
      },
    ]
  })

/** A heading in the middle of a series carries the number of the next one, and so do those after it. */
export const headings: Sower = text => {
  const found: Mistake[] = []
  for (const pattern of [/^[\s　]*([一二三四五六七八九])、/, /^[\s　]*[（(]([一二三四五六七八九])[）)]/]) {
    let last: { n: number } | null = null
    for (const { start, text: line } of linesOf(text)) {
      const match = pattern.exec(line)
      if (!match) continue
      const n = N.indexOf(match[1]!) + 1
      const at = start + match[0].indexOf(match[1]!)
      const follows = last !== null && n === last.n + 1
      if (follows && n < 9) {
        // without the heading that should stand there, the series goes from n - 1 to n + 1
        found.push({
          kind: 'heading',
          start: at,
          end: at + 1,
          put: N[n]!,
          where: [[start, start + match[0].length]],
          rule: 'heading-skip',
        })
      }
      last = { n }
    }
  }
  return found
}

let names: string[] | null = null

/** A name of six characters or more is written with two neighbours swapped or a word of it twice. */
export const misnamed: Sower = (text, next) => {
  names ??= table('indicators')
    .map(row => row.name!)
    .filter(name => /^[\u4e00-\u9fff]{6,}$/.test(name))
    .sort((a, b) => b.length - a.length)
  const all = new Set(table('indicators').flatMap(row => [row.name!, ...row.aliases!.split('|')]))
  const pattern = new RegExp(`(${names.join('|')})(?=[^，。；\\n]{0,8}\\d)`, 'g')
  return [...text.matchAll(pattern)].flatMap(match => {
    const name = match[1]!
    const i = Math.floor(next() * (name.length - 1))
    const swapped = name.slice(0, i) + name[i + 1] + name[i] + name.slice(i + 2)
    // a word of the name said once more, two or more characters away from where it stands
    const word = name.slice(i, i + 2)
    const places = Array.from({ length: name.length - 1 }, (_, k) => k + 1).filter(k => k < i - 1 || k > i + 3)
    const at2 = places.length ? pick(places, next) : null
    const put = at2 === null || next() < 0.5 ? swapped : name.slice(0, at2) + word + name.slice(at2)
    if (put === name || all.has(put)) return []
    const at = match.index
    return [
      {
        kind: 'name' as const,
        start: at,
        end: at + name.length,
        put,
        where: [[at, at + put.length]],
        rule: 'misnamed-indicator',
      },
    ]
  })
}

const MARKS = /[“”《》（）]/g

/** One mark of a pair is left out of a paragraph in which all were paired. */
export const marks: Sower = (text, next) =>
  linesOf(text).flatMap(({ start, text: line }) => {
    const all = [...line.matchAll(MARKS)]
    const count = (mark: string) => all.filter(m => m[0] === mark).length
    const paired = count('“') === count('”') && count('《') === count('》') && count('（') === count('）')
    if (!all.length || !paired || line.length < 10 || /["()]/.test(line)) return []
    const mark = pick(all, next)
    const at = start + mark.index
    // the sentence tells the place: either end of the pair may be shown
    const from = start + Math.max(line.lastIndexOf('。', mark.index), 0)
    const to = start + (line.indexOf('。', mark.index) < 0 ? line.length : line.indexOf('。', mark.index))
    return [{ kind: 'mark' as const, start: at, end: at + 1, put: '', where: [[from, to]], rule: 'unclosed-mark' }]
  })

/** A paragraph is there twice. */
export const repeats: Sower = text =>
  linesOf(text)
    .filter(line => /[\u4e00-\u9fff，、0-9]{30,}.*。/.test(line.text))
    .map(({ start, text: line }) => {
      const end = start + line.length
      const put = `\n${line}`
      return { kind: 'repeat' as const, start: end, end, put, where: [[end, end + put.length]], rule: 'repeated-body' }
    })
