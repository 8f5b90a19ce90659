/** The cells of a row in words and signs: value, change, picture, note. */
import type { Figure } from '../../read/types.ts'
import type { Language } from '../terminal.ts'
import { bar, type Ink, stacked } from './layout.ts'
import { isChange, type Row } from './rows.ts'

export interface Cell {
  text: string
  ink: Ink | null
}

const comparators: Record<Language, Record<Figure['comparator'], (text: string) => string>> = {
  zh: {
    eq: text => text,
    ge: text => `${text}以上`,
    gt: text => `超${text}`,
    le: text => `${text}以内`,
    lt: text => `不到${text}`,
    approx: text => `约${text}`,
    range: text => text,
  },
  en: {
    eq: text => text,
    ge: text => `≥ ${text}`,
    gt: text => `over ${text}`,
    le: text => `≤ ${text}`,
    lt: text => `under ${text}`,
    approx: text => `about ${text}`,
    range: text => text,
  },
}

/** The quantity as written, with its comparator in words: `1524.67亿元`, `超1000亿元`, `3.5%以内`. */
export function quantity(figure: Pick<Figure, 'text' | 'comparator'>, language: Language): string {
  const text = figure.text.replace(/\s+/g, '')
  // 700多项 says it already.
  if (figure.comparator === 'gt' && /[多余]/.test(text)) return text
  return comparators[language][figure.comparator](text)
}

/** `▲ +16.4%`, `▼ −1.34个百分点`, `▲ 约+15.5%`: the sign is the value's, for the text says 下降1.34. */
export function changeCell(figure: Figure, language: Language): Cell {
  const value = figure.value ?? figure.min
  const signed = (sign: string) => quantity({ ...figure, text: sign + figure.text.replace(/^[+＋\-−－]\s*/, '') }, language)
  if (value === null) return { text: quantity(figure, language), ink: null }
  if (value === 0) return { text: `＝ ${signed('')}`, ink: null }
  return value > 0 ? { text: `▲ ${signed('+')}`, ink: 'up' } : { text: `▼ ${signed('−')}`, ink: 'down' }
}

/** What can be drawn of a quantity: a share, a rank, a multiple, a structure. */
export function picture(figure: Figure, cells: number): Cell | null {
  const { measure, unit, value, parts } = figure
  if (measure === 'level' && unit === '%' && value !== null && value >= 0 && value <= 100)
    return { text: bar(value, cells), ink: 'share' }
  if (measure === 'rank' && value !== null) return { text: `#${value}${figure.scope ? ` ${figure.scope}` : ''}`, ink: 'bold' }
  if (measure === 'multiple' && value !== null)
    return { text: `×${unit === '%' ? Number((value / 100).toPrecision(12)) : value}`, ink: 'bold' }
  if (measure === 'structure' && parts) return { text: stacked(parts, cells), ink: 'share' }
  return null
}

const marks: Record<Figure['status'], Cell> = {
  actual: { text: '●', ink: null },
  estimated: { text: '◐', ink: 'estimated' },
  target: { text: '◇', ink: 'target' },
  context: { text: '·', ink: 'dim' },
}

export function mark(figure: Figure): Cell {
  return marks[figure.status]
}

/** Shown under the title: what the marks mean. */
export const legend = {
  zh: '● 实际  ◐ 预计  ◇ 目标  · 背景',
  en: '● actual  ◐ estimated  ◇ target  · context',
}

const commitments: Record<Language, Record<'firm' | 'striving', string>> = {
  zh: { firm: '确保', striving: '力争' },
  en: { firm: 'firm', striving: 'striving' },
}

/**
 * What else must be known to read the row rightly: that it is an estimate, how firm a target is, whose
 * figure it is, a period other than the one the heading names, a baseline other than the year before.
 */
export function note(row: Row, language: Language, mainPeriod: string | null): string {
  const { lead, change } = row
  const zh = language === 'zh'
  const parts: string[] = []
  if (lead.place) parts.push(lead.place)
  if (lead.status === 'estimated') parts.push(zh ? '预计' : 'est.')
  if (lead.commitment === 'firm' || lead.commitment === 'striving') parts.push(commitments[language][lead.commitment])
  if (lead.partOf) parts.push(zh ? '其中' : 'of which')
  if (lead.period !== null && lead.period !== mainPeriod) parts.push(periodWords(lead.period, language))
  const compared = change ?? (lead.measure === 'multiple' ? lead : null)
  if (compared?.baseline && !(isChange(compared) && compared.baseline === yearBefore(compared.period))) {
    parts.push(`${zh ? '比' : 'vs '}${periodWords(compared.baseline, language)}`)
  }
  return parts.join(zh ? '，' : ', ')
}

/** `2020-H1` → 2020上半年, `2016/2020` → 2016–2020. */
export function periodWords(period: string, language: Language): string {
  if (language === 'en') return period.replace('/', '–')
  const [, year, rest] = /^(\d{4})-(.+)$/.exec(period) ?? []
  if (!year || !rest) return period.replace('/', '–') + (/^\d{4}$/.test(period) ? '年' : '')
  const named: Record<string, string> = { H1: '上半年', H2: '下半年', Q1: '一季度', Q2: '二季度', Q3: '三季度', Q4: '四季度' }
  if (named[rest]) return year + named[rest]
  return /^\d{2}$/.test(rest) ? `${year}年${Number(rest)}月` : period.replace('/', '–')
}

function yearBefore(period: string | null): string | null {
  const year = /^(\d{4})(?:$|-)/.exec(period ?? '')?.[1]
  return year ? (period ?? '').replace(year, String(Number(year) - 1)) : null
}
