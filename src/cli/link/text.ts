/** Links in the terminal: the documents, what became of promises, the panel of places, the levels of government. */
import type { LinkDocument, Linked, OutcomeLink, PanelCell } from '../../link/index.ts'
import { sidesOf } from '../../tell/link-page/amounts.ts'
import { indicatorName } from '../../tell/page/indicators.ts'
import { periodWords, quantity } from '../summary/cells.ts'
import { clip, pad, painter, width } from '../summary/layout.ts'
import { kindWords } from '../summary/words.ts'
import type { Terminal } from '../terminal.ts'
import { historyLines } from './history.ts'
import type { LinkTextOptions, Sheet } from './sheet.ts'
import { kinds, levels, order, verdicts } from './words.ts'

/** Promises of one kind and document that are listed unless `full`. */
const shown = 20
const widest = 150

/** The whole answer as lines of at most the terminal's columns. */
export function text(linked: Linked, terminal: Terminal, options: LinkTextOptions): string {
  const columns = Math.min(widest, Math.max(60, terminal.columns))
  const sheet: Sheet = { ...options, terminal, columns, paint: painter(terminal.colour), side: sidesOf(linked) }
  const places = new Set(linked.panel.rows.map(row => row.place.code ?? row.place.name))
  const lines = [
    ...documentLines(linked, sheet),
    ...(places.size > 1 ? panelLines(linked, sheet) : promiseLines(linked, sheet)),
    ...(places.size > 1 && !options.full ? [] : historyLines(linked, sheet)),
    ...levelLines(linked, sheet),
  ]
  return `${lines.map(line => line.trimEnd()).join('\n')}\n`
}

function documentLines({ documents }: Linked, { terminal, paint, columns, full }: Sheet): string[] {
  const { say, language } = terminal
  const head = say({ zh: `关联 ${documents.length} 份文件`, en: `${documents.length} documents linked` })
  const some = full ? documents : documents.slice(0, 12)
  const rest = documents.length - some.length
  return [
    ` ${paint(head, 'bold')}`,
    ...some.map(document => {
      const what = [
        document.place?.name ?? '—',
        document.period ? periodWords(document.period, language) : (document.year ?? '—'),
        kindWords[language][document.kind],
      ].join(' ')
      const inferred = document.placeInferred ? say({ zh: '（地点由其他文件推定）', en: ' (place taken from the others)' }) : ''
      const left = `   ${what}${inferred}`
      return `${pad(left, Math.floor(columns / 2))} ${paint(clip(document.key, Math.floor(columns / 2) - 2), 'dim')}`
    }),
    ...(rest > 0
      ? [`   ${paint(say({ zh: `另有 ${rest} 份（--full 全部列出）`, en: `${rest} more (--full lists all)` }), 'dim')}`]
      : []),
  ]
}

function promiseLines({ documents, links }: Linked, sheet: Sheet): string[] {
  const lines: string[] = []
  for (const document of documents) {
    const own = links.filter(link => link.promise.document === document.key)
    if (own.length === 0) continue
    lines.push('', heading(document, sheet))
    for (const kind of ['estimate', 'target', 'claim', 'task']) {
      const list = own.filter(link => link.promise.kind === kind)
      if (list.length > 0) lines.push(...groupLines(kind, list, sheet))
    }
  }
  return lines
}

function heading(document: LinkDocument, { terminal, paint, columns }: Sheet): string {
  const title = `${document.place?.name ?? ''} ${document.year ?? ''} ${terminal.say({ zh: '承诺与结果', en: 'promises and outcomes' })}`
  return paint(pad(` ${title.trim()}`, columns), 'heading')
}

function groupLines(kind: string, list: OutcomeLink[], sheet: Sheet): string[] {
  const { terminal, paint, full } = sheet
  const promises = new Map(list.map(link => [`${link.promise.figure ?? ''}${link.promise.mark.start}`, link]))
  const counts = order.flatMap(verdict => {
    const count = [...promises.values()].filter(link => link.verdict === verdict).length
    return count > 0 ? [`${terminal.say(verdicts[verdict])} ${count}`] : []
  })
  const told = list.filter(link => link.outcome !== null || link.verdict === 'replaced')
  const rest = list.filter(link => !told.includes(link))
  const ordered = [...told, ...rest]
  const some = full ? ordered : ordered.slice(0, Math.max(shown, kind === 'task' ? 0 : told.length))
  const more = ordered.length - some.length
  return [
    ` ${paint(terminal.say(kinds[kind]!), 'bold')} ${promises.size}${terminal.say({ zh: '：', en: ': ' })}${counts.join(terminal.say({ zh: '，', en: ', ' }))}`,
    ...some.flatMap(link => (kind === 'task' || kind === 'claim' ? [wordsLine(link, sheet)] : numberLine(link, sheet))),
    ...(more > 0
      ? [`   ${paint(terminal.say({ zh: `另有 ${more} 条（--full 全部列出）`, en: `${more} more (--full lists all)` }), 'dim')}`]
      : []),
  ]
}

/** `● 完成  地区生产总值  10.5%左右 → 13%（2021年一季度）  快于序时`. */
function numberLine(link: OutcomeLink, sheet: Sheet): string[] {
  const { terminal, columns } = sheet
  const { promise, outcome } = link
  const name =
    terminal.language === 'en' ? (promise.indicator && indicatorName(promise.indicator)?.en) || promise.subject : promise.subject
  const aim = terminal.say(sheet.side(promise))
  const reached = outcome ? `→ ${terminal.say(sheet.side(outcome))}${partOf(link, terminal)}` : ''
  const cells = [
    verdictCell(link, sheet),
    pad(name, 26),
    pad(aim, 16),
    pad(reached, Math.max(24, Math.min(34, columns - 90))),
    paceNote(link, terminal),
  ]
  const line = clipped(`   ${cells.join(' ')}`, columns)
  const base = link.baseEffect && `      ${sheet.paint(clip(terminal.say(link.baseEffect), columns - 6), 'dim')}`
  return base ? [line, base] : [line]
}

/** `● 完成  新建改造农村公路 200 公里 → 建成农村公路 212 公里`. */
function wordsLine(link: OutcomeLink, sheet: Sheet): string {
  const { columns } = sheet
  const { promise, outcome } = link
  const room = columns - 16
  const half = outcome ? Math.floor((room - 3) / 2) : room
  const words = (text: string): string => text.replace(/\s+/g, ' ')
  const line = `${pad(words(promise.mark.text), half)}${outcome ? ` → ${clip(words(outcome.mark.text), half)}` : ''}`
  return `   ${verdictCell(link, sheet)} ${line}`
}

function verdictCell({ verdict }: OutcomeLink, { terminal, paint }: Sheet): string {
  const { sign, ink } = verdicts[verdict]
  return paint(pad(`${sign} ${terminal.say(verdicts[verdict])}`, terminal.language === 'zh' ? 12 : 14), ink)
}

const partOf = ({ promise, outcome }: OutcomeLink, { language }: Terminal): string =>
  outcome?.period && outcome.period !== promise.period
    ? language === 'zh'
      ? `（${periodWords(outcome.period, language)}）`
      : ` (${periodWords(outcome.period, language)})`
    : ''

/** `达序时 68%/25%`: the share done, and the share of the time passed. */
function paceNote({ pace, confirmed }: OutcomeLink, { say }: Terminal): string {
  const parts: string[] = []
  if (pace) {
    const shares = pace.done === null ? '' : ` ${Math.round(pace.done * 100)}%/${Math.round(pace.elapsed * 100)}%`
    parts.push(
      say(pace.kept ? { zh: `达序时${shares}`, en: `on pace${shares}` } : { zh: `欠序时${shares}`, en: `behind${shares}` }),
    )
  }
  if (confirmed !== null) parts.push(say(confirmed ? { zh: '已确认', en: 'confirmed' } : { zh: '已否定', en: 'rejected' }))
  return parts.join(' ')
}

const clipped = (line: string, columns: number): string => (width(line) > columns ? clip(line, columns) : line)

/** Places down, indicators across: target → outcome. */
function panelLines({ panel }: Linked, sheet: Sheet): string[] {
  const { terminal, paint, columns, full } = sheet
  const { say, language } = terminal
  const left = 22
  const each = 24
  const room = Math.max(1, Math.floor((columns - left) / each))
  const chosen = full ? panel.indicators : panel.indicators.slice(0, room)
  const lines: string[] = []
  for (let from = 0; from < chosen.length; from += room) {
    const part = chosen.slice(from, from + room)
    const names = part.map(({ id }) => {
      const name = indicatorName(id)
      return pad((language === 'en' ? name?.en : name?.zh) ?? id, each - 2)
    })
    lines.push(
      '',
      paint(pad(` ${pad(say({ zh: '目标 → 结果', en: 'target → outcome' }), left - 1)}${names.join('  ')}`, columns), 'heading'),
    )
    for (const row of panel.rows) {
      const cells = part.map(({ id }) => pad(cellText(row.cells[id]!, terminal), each - 2))
      lines.push(` ${pad(row.place.name, left - 7)} ${row.year}  ${cells.join('  ')}`)
    }
  }
  const hidden = panel.indicators.length - chosen.length
  const legend = say({
    zh: '— 未设目标或没有说；“” 只有文字没有数字；… 没有后一年的报告',
    en: '— no target, or not stated; “” words without a number; … no later report',
  })
  return [
    ...lines,
    ` ${paint(legend, 'dim')}`,
    ...(hidden > 0
      ? [
          ` ${paint(say({ zh: `另有 ${hidden} 项指标（--full 或 --indicator）`, en: `${hidden} more indicators (--full or --indicator)` }), 'dim')}`,
        ]
      : []),
  ]
}

function cellText({ target, outcome, link }: PanelCell, { language }: Terminal): string {
  const amount = (fact: { written: string; comparator: (typeof target.facts)[number]['comparator'] }): string =>
    quantity({ text: fact.written, comparator: fact.comparator }, language)
  const aim = target.facts[0] ? amount(target.facts[0]) : target.wordings.length > 0 ? '“”' : '—'
  const part = outcome.facts[0] && outcome.state === 'in-part' ? `(${periodWords(outcome.facts[0].period, language)})` : ''
  const reached = outcome.facts[0]
    ? amount(outcome.facts[0]) + part
    : outcome.wordings.length > 0
      ? '“”'
      : outcome.state === 'no-report'
        ? '…'
        : '—'
  return `${link?.outcome ? `${verdicts[link.verdict].sign} ` : '  '}${aim} → ${reached}`
}

function levelLines({ levels: all }: Linked, { terminal, paint, columns, full }: Sheet): string[] {
  if (all.length === 0) return []
  const { say, language } = terminal
  const lines = [
    '',
    paint(
      pad(` ${say({ zh: '各级增长目标（中位数，个数）', en: 'growth targets by level (median, places)' })}`, columns),
      'heading',
    ),
  ]
  for (const { indicator, name, years } of full ? all : all.slice(0, 6)) {
    lines.push(` ${paint((language === 'en' && indicatorName(indicator)?.en) || name, 'bold')}`)
    for (const year of years) {
      const cells = year.levels.map(l => `${say(levels[l.level])} ${Number(l.median.toFixed(2))}% (${l.places})`)
      lines.push(`   ${year.year}  ${cells.join('  →  ')}`)
    }
  }
  return lines
}
