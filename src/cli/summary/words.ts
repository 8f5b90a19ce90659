/** The fixed words of the summary, in both languages. */
import type { Words } from '../../documents/types.ts'
import type { Question, Reading, ReportKind } from '../../read/types.ts'
import type { Language } from '../terminal.ts'

export const questionWords: Record<Language, Record<Question, string>> = {
  zh: {
    'review-year': '去年做成了什么',
    'plan-year': '今年要做什么',
    'review-period': '这几年走到了哪里',
    'plan-period': '往后几年去向哪里',
  },
  en: {
    'review-year': 'What was done last year',
    'plan-year': 'What is planned this year',
    'review-period': 'How far the years behind have led',
    'plan-period': 'Where the years ahead should lead',
  },
}

export const others: Words = { zh: '其他内容', en: 'Everything else' }

export const kindWords: Record<Language, Record<ReportKind, string | null>> = {
  zh: {
    report: '政府工作报告',
    digest: '政府工作报告解读',
    communique: '统计公报',
    plan: '计划',
    notice: '督办通报',
    other: null,
  },
  en: {
    report: 'government work report',
    digest: 'digest of the government work report',
    communique: 'statistical communiqué',
    plan: 'plan',
    notice: 'supervision notice',
    other: null,
  },
}

export const words = {
  headline: { zh: '主要指标', en: 'Headline indicators' },
  untitled: { zh: '（无标题）', en: '(untitled)' },
  lastYear: { zh: '上年', en: 'last year' },
  withoutNumber: { zh: '有目标、没有数字：', en: 'Target without a number: ' },
  notSet: { zh: '目标中没有：', en: 'No target among those set: ' },
  promises: (total: number, rateable: number, share: number) => ({
    zh: `承诺 ${total} 条，可核验 ${rateable} 条（${share}%）`,
    en: `${total} promises, ${rateable} of which can be judged (${share}%)`,
  }),
  more: (n: number) => ({ zh: `…… 还有 ${n} 项，用 --full 全部列出`, en: `… ${n} more; --full lists them all` }),
  count: (figures: number, tasks: number, projects: number, honours: number) => ({
    zh: join([figures, '项数据'], [tasks, '项任务'], [projects, '个项目'], [honours, '项荣誉']),
    en: join([figures, 'items'], [tasks, 'tasks'], [projects, 'projects'], [honours, 'honours']),
  }),
}

/** What there is any of, with its number. */
function join(...counts: [number, string][]): string {
  return counts
    .filter(([n]) => n > 0)
    .map(([n, what]) => `${n} ${what}`)
    .join(' · ')
}

/** The numbers of a reading, the same here and in the table of several. */
export function numbersOf(reading: Reading): {
  figures: number
  targets: number
  tasks: number
  setAside: number
} {
  return {
    figures: reading.figures.length,
    targets: reading.figures.filter(figure => figure.status === 'target' && figure.role === 'measure').length,
    tasks: reading.tasks.length,
    setAside: reading.setAside.length,
  }
}

export function counts(reading: Reading, language: Language): string {
  const { figures, targets, tasks, setAside } = numbersOf(reading)
  return language === 'zh'
    ? `数据 ${figures} · 目标 ${targets} · 任务 ${tasks} · 未计入 ${setAside}`
    : `${figures} figures · ${targets} targets · ${tasks} tasks · ${setAside} set aside`
}
