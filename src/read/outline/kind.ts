/** What each statement does: tells a result, makes a promise, or does neither. */
import type { Question, Span, Statement, StatementKind } from '../types.ts'
import { arguedKind, asksMostly, headsForeignAffairs, pastYears, tellsMuch, yearForms } from './argued.ts'
import { type CueClass, firstCue, hasCue } from './cues.ts'
import { aphorism, aside, asksNothing, recounts } from './remarks.ts'
import { speaksOfDone, speaksOfPlans, weights } from './weigh.ts'

export interface Placed {
  statement: Statement
  question: Question | null
  /** Sub-heading group: index of the section, so that a misplaced group is judged as one. */
  section: number
  bullet: boolean
  glossary: boolean
  /** A row of a table: cells, not sentences. */
  row: boolean
  /** Index of the paragraph. */
  block: number
  /** The words of the sub-heading over it. */
  heading: string | null
  /** The first sentence of a numbered item of a notice, which repeats the task. */
  item: boolean
}

const NUMERAL = /\d|[０-９]|[一二三四五六七八九十百千万亿]+(个|项|家|万|亿|%|％)/

/** Whether a sentence states numbers; a year is one only where the sentence tells the assembly of something. */
const counts = (text: string): boolean => NUMERAL.test(ADDRESS.test(text) ? text : text.replace(YEARS, ''))
const YEARS = /[\d０-９]{4}年/g

function spanOf(statement: Statement, by: CueClass): Span | null {
  const m = firstCue(by, statement.text)
  return m && m[0].length > 0 && m[0].length <= 40
    ? { start: statement.start + m.index, end: statement.start + m.index + m[0].length, text: m[0] }
    : null
}

function decide(statement: Statement, kind: StatementKind, by: CueClass | null): void {
  statement.kind = kind
  const span = by && spanOf(statement, by)
  // a list of its length: pushing to an empty one keeps room for sixteen more, in every statement
  if (span) statement.cues = [...statement.cues, span]
}

/** What is known of the report's paragraphs. */
interface Passages {
  /** Whether it has long passages without a part. */
  argued: boolean
  /** Whether a paragraph is on foreign affairs. */
  foreign(block: number): boolean
}
const PLAIN: Passages = { argued: false, foreign: () => false }

/** Gives every statement its kind, and moves groups of promises that stand under a review heading to the plan. */
export function kinds(placed: Placed[], year: number | null = null, passages: Passages = PLAIN): void {
  const own = year === null ? null : new RegExp(yearForms(year).join('|'))
  misplaced(placed)
  // in a report with parts, what stands outside them presents it; without parts each sentence speaks for itself
  const parted = placed.some(p => p.question !== null)
  const split = isSplit(placed)
  const loose = looseSections(placed)
  const { sections: argued, throughout } = arguedSections(placed)
  const past = (passages.argued || throughout) && year !== null ? pastYears(year) : null
  const abroad = (item: Placed): boolean => headsForeignAffairs(item.heading) || passages.foreign(item.block)
  const paragraphs = past === null ? null : sentencesOf(placed)
  const asking = memo((item: Placed) => asksMostly(paragraphs!.get(item.block)!))
  let problems = -1
  /** The paragraph that announces measures, or lists the last of them. */
  let decided = -2
  const principles: Guide = { block: -1, section: -1, point: 0 }
  for (let n = 0; n < placed.length; n++) {
    const item = placed[n]!
    const { statement, question } = item
    statement.question = question
    const { text } = statement
    const base: StatementKind = question === null ? 'context' : question.startsWith('review') ? 'result' : 'plan'
    if (item.glossary) {
      decide(statement, 'context', null)
      continue
    }
    const spoken =
      past && !item.row && !item.bullet
        ? arguedKind(text, base, { foreign: () => abroad(item), asking: () => asking(item) }, past)
        : null
    if (past && DECIDES.test(text)) decided = item.block
    const listed = decided === item.block - 1 && LISTED.test(text)
    if (listed) decided = item.block
    const goesOn_ = listed ? 'plan' : past && base === 'plan' ? goesOnAs(placed[n - 1], item, spoken) : null
    if (goesOn_ ?? spoken) {
      decide(statement, goesOn_ ?? spoken!, null)
      continue
    }
    if (question === null) {
      decide(statement, parted && !loose.has(item.section) ? 'context' : byWords(item), null)
      continue
    }
    if (base === 'result' && problems !== item.block && !item.bullet) {
      if (hasCue('problem', text)) problems = item.block
      else if (problems === item.block - 1 && placed[n + CLOSING]?.question !== question && goesOn(text, split))
        problems = item.block
    }
    const guided = base === 'plan' && guides(principles, item)
    if (guided && !hasQuantity(text)) decide(statement, 'context', 'principles')
    else if (problems === item.block) decide(statement, 'context', 'problem')
    else if (hasCue('announce', text)) decide(statement, 'context', 'announce')
    else if (!item.bullet && hasCue('context-start', text) && !hasQuantity(text) && !(text.length > 60 && counts(text)))
      decide(statement, 'context', 'context-start')
    else if (hasCue('context', text) && !hasQuantity(text)) decide(statement, 'context', 'context')
    else if (base === 'result' && !item.bullet && !REPORTS.test(text) && aphorism(text)) decide(statement, 'context', null)
    else if (
      base === 'result' &&
      hasCue('summary', text.replace(ADDRESS, '')) &&
      !hasQuantity(text) &&
      !(past && tellsMuch(text))
    )
      decide(statement, 'context', 'summary')
    else if (base === 'result' && PRINCIPLE.test(text) && !hasQuantity(text) && !speaksOfDone(text))
      decide(statement, 'context', null)
    else if (argued.has(item.section) && !item.row && !own?.test(text) && recounts(text))
      decide(statement, 'result', 'result-strong')
    else if (base === 'plan' && !item.row && (aside(text) || (argued.has(item.section) && asksNothing(text))))
      decide(statement, 'context', hasCue('sure', text) ? 'sure' : 'situation')
    else if (base === 'plan' && LAST_YEAR.test(text) && told(text)) decide(statement, 'result', 'result-strong')
    else decide(statement, base, base === 'result' ? 'result-strong' : 'plan-strong')
  }
}

/** The sentences of each paragraph: gathered once, so that none goes through the whole text for its own. */
function sentencesOf(placed: readonly Placed[]): ReadonlyMap<number, string[]> {
  const out = new Map<number, string[]>()
  for (const { block, statement } of placed) {
    const own = out.get(block)
    if (own) own.push(statement.text)
    else out.set(block, [statement.text])
  }
  return out
}

/** What was found of a paragraph, for each of its sentences. */
function memo(find: (item: Placed) => boolean): (item: Placed) => boolean {
  const found = new Map<number, boolean>()
  return item => {
    let own = found.get(item.block)
    if (own === undefined) found.set(item.block, (own = find(item)))
    return own
  }
}

/** What a sentence does that goes on with the numbers of the one before it, or with its list. */
function goesOnAs(before: Placed | undefined, item: Placed, spoken: StatementKind | null): StatementKind | null {
  const { text } = item.statement
  if (before?.block === item.block && before.statement.kind === 'result' && REACHED.test(text) && asksNothing(text))
    return 'result'
  const listed = before?.section === item.section && before.statement.kind === 'plan' && LISTED.test(before.statement.text)
  return listed && spoken === 'context' && LISTED.test(text) ? 'plan' : null
}
/** 国务院决定采取以下措施：, whatever part it stands in. */
const DECIDES = /(决定|将|要|准备|拟)[^。：:]{0,20}(采取|实行|做好?|抓好?|进行)[^。：:]{0,16}[：:]$/
/** An item of a list in one sentence. */
const LISTED = /^([（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|——)[^。]*[；;。]$/
const REACHED = /^[^将要应拟]*(达到|占|有|增加了|增长了|减少了|提高了)[^，。]{0,6}[\d０-９百一二三四五六七八九]/

/**
 * Sections among the plans that argue more than they list what is to be done: there, what asks for nothing promises nothing.
 * Reports of earlier decades argue throughout; later ones list, and seldom hold such a section.
 * @returns also whether the report argues throughout
 */
function arguedSections(placed: readonly Placed[]): { sections: Set<number>; throughout: boolean } {
  const counts = new Map<number, { asks: number; all: number }>()
  const whole = { asks: 0, all: 0 }
  // items of an annexed list and cells of its tables say little of how the report is written
  const prose = { asks: 0, all: 0 }
  for (const { section, question, statement } of placed) {
    if (!question?.startsWith('plan')) continue
    let own = counts.get(section)
    if (!own) counts.set(section, (own = { asks: 0, all: 0 }))
    const asks = !asksNothing(statement.text)
    for (const count of SENTENCE.test(statement.text) ? [own, whole, prose] : [own, whole]) {
      count.all++
      if (asks) count.asks++
    }
  }
  const most = whole.asks < whole.all * ARGUES ? 0.75 : 0.4
  return {
    sections: new Set([...counts].filter(([, own]) => own.all >= FEW && own.asks < own.all * most).map(([section]) => section)),
    throughout: prose.all >= FEW * 4 && prose.asks < prose.all * ARGUES_THROUGHOUT,
  }
}

const SENTENCE = /^(?!\d{1,2}[.．、)）]).{8,}[。！]$/s

/** A list of what the work is to be guided by: where it stands, and where its last point begins. */
interface Guide {
  block: number
  section: number
  point: number
}

/** Whether a statement opens such a list or goes on with it in the same section. */
function guides(at: Guide, { statement, block, section, bullet, row }: Placed): boolean {
  if (bullet || row) return false
  const { start, text } = statement
  const point = POINT.test(text)
  const inside =
    at.section === section && (at.block === block ? start - at.point < LONGEST_POINT : at.block === block - 1 && point)
  const opens = !inside && hasCue('principles', text)
  if (!inside && !opens) return false
  Object.assign(at, { block, section, point: point || opens ? start : at.point })
  return true
}

/** A point of the list with what explains it, in characters. */
const LONGEST_POINT = 320

const POINT = /^(——|--|—|第?[一二三四五六七八九十]{1,2}(是|要|，|、)|[（(][一二三四五六七八九十\d]{1,2}[）)])/

/** Whether the text has a line for each sentence: then a line is no paragraph. */
const isSplit = (placed: readonly Placed[]): boolean =>
  placed.length >= 40 && placed.length < new Set(placed.map(p => p.block)).size * 1.2

/** What is not yet well is told in so many of a review's last sentences. */
const CLOSING = 25

/** Whether a passage on what is not yet well goes on in the next line: by a number, or by what it says where each sentence has a line. */
const goesOn = (text: string, split: boolean): boolean =>
  /^[（(]?[一二三四五六七八九]([）)、]|是)/.test(text) ||
  (split && !/^各位代表|^[一二三四五]、/.test(text) && !speaksOfDone(text))

/** Sections of some length outside the parts, which say more than what presents a report or closes it. */
function looseSections(placed: readonly Placed[]): Set<number> {
  const counts = new Map<number, number>()
  for (const { section, question, glossary } of placed)
    if (question === null && !glossary) counts.set(section, (counts.get(section) ?? 0) + 1)
  return new Set([...counts].filter(([, all]) => all >= 15).map(([section]) => section))
}

/** The share of statements that ask for something, below which a report argues. */
const ARGUES = 0.8
/** Below this it argues throughout, in what it reviews as well. */
const ARGUES_THROUGHOUT = 0.75
/** Fewer statements than this say nothing of the way a section is written. */
const FEW = 6

/** Work reported in clauses of one length is no saying. */
const REPORTS =
  /推进|开展|深化|加快|步伐|进程|加大|扩张|突破|健全|开通|实现|建[成设]|工作|事业|民生|增收|实惠|转型|逐步|继续|涌动|佳绩|改善|提升/

/** What experience teaches, in a review: said of what must always be so. */
const PRINCIPLE =
  /必须|应当|务必|(?<![需重主纲摘概首紧必])要(坚持|始终|着眼|把|在|更加|继续|不断|牢固|善于|敢于|以|按|处理|着力|注重|努力|正确)/
/** A fact of the year before, told where the tasks of this one stand. */
const LAST_YEAR = /^(截至)?(去年|上年|过去一年)/
const told = (text: string): boolean => speaksOfDone(text) && !speaksOfPlans(text)

const ADDRESS = /^(各位(人大)?代表|同志们)[，,！!：:、\s]*/

const TOLD = /^(现|特此|予以)?[^。]{0,60}(通报|报告|公布|说明|反馈)如下/
/** Said of what is so: progress, share, place in order. */
const STANDS =
  /已|截[至止]|正在|尚未|未能|序时|滞后|居[全位第]|占[\d０-９]|(前|[一二三四])(\d|[一二三四五六七八九十])*个?(月|季度)|上半年|完成(率|[\d０-９])|为[\d０-９]/

/** The heading over what a notice asks for. */
const NEXT = /下一?步|下阶段|工作要求|有关要求|(整改|工作)建议/

/** The kind of a statement outside the four parts, by what it says itself. */
function byWords(item: Placed): StatementKind {
  const { text } = item.statement
  if (hasCue('announce', text) || hasCue('context-start', text) || TOLD.test(text)) return 'context'
  if (NEXT.test(item.heading ?? '')) return 'plan'
  const { plan, done } = weights(text)
  const stands = STANDS.test(text)
  if (item.item && !stands) return hasQuantity(text) || /前|保持|确保/.test(text) ? 'plan' : 'context'
  if (hasCue('context', text) && !hasQuantity(text)) return 'context'
  if (plan > done + (stands ? 1 : 0)) return 'plan'
  return stands || done > 0 || hasQuantity(text) ? 'result' : 'context'
}

const QUANTITY =
  /百分之[一二三四五六七八九十]|[一二三四五六七八九十百千万亿]{2,}[多余]?(吨|斤|元|亩|公里|户|人(?!民)|度|辆|台|件)|(\d|[０-９])[\d.．]*\s*(%|％|‰|亿|万|个|家|项|公里|元|吨|亩|套|户|人|名|所|座|台|公顷|平方)/
const hasQuantity = (text: string): boolean => QUANTITY.test(text)

/**
 * Digests lose headings: a run of promises may stand under a review heading. A sub-heading's group of bullets is
 * judged as one, by words of promise against words of completion.
 */
function misplaced(placed: Placed[]): void {
  for (let i = 0; i < placed.length; ) {
    let end = i + 1
    while (end < placed.length && placed[end]!.section === placed[i]!.section) end++
    const group = placed.slice(i, end).filter(p => p.bullet)
    const first = group[0]
    if (first && group.length >= 2 && first.question?.startsWith('review')) {
      const words = group.map(p => p.statement.text)
      const promised = words.filter(w => hasCue('plan-strong', w)).length
      const completed = words.filter(w => hasCue('result-strong', w)).length
      const moved: Question = first.question === 'review-year' ? 'plan-year' : 'plan-period'
      if (promised >= 2 && promised > completed) for (const p of group) p.question = moved
    }
    i = end
  }
}
