/** The things that a promise names, each in the forms by which a later text may name it. */
import { rows } from '../../catalogue/table.ts'
import { acts, projects, stages, thingHeads } from '../../catalogue/tables.generated.ts'
import { cut } from './clauses.ts'
import { plain } from './words.ts'

export interface Thing {
  /** Plain, without what may be left out of it. */
  words: string
  /** With what may be left out of it. */
  whole?: string
  /** Whether it stands in quotation marks: a name, and telling however short. */
  quoted: boolean
  /** Whether it is the name of one thing: a project's, or in quotation marks. */
  named: boolean
}

const LEAST = 3
const LEAST_QUOTED = 2
const LEAST_NAME = 3

/** What a name may be followed by, or not, without being another thing. */
const LOOSE =
  /(?:(?:新建|改造|建设|前期|专项|攻坚|[一二三四五]年)?(?:项目|工程|工作|任务|行动|计划|活动|进度|实施|建设|战略|力度|主体|等|攻坚战?|保护修复|生态修复|综合治理|综合整治|治理|整治|修复|提质增效|提质发展|扩容提质|提质升级|[东西南北]延|段))+$/

let stageEnd: RegExp | null = null

/** By when, after a name. */
const BY = /(?:年内|年底前?|上半年|\d{1,2}月底?前?)$/

/** A name without what follows it loosely: the kind of work, or how far it is to be (第三高中开工建设). */
export function coreOf(words: string): string {
  stageEnd ??= new RegExp(
    `(?:${rows(stages)
      .flatMap(([form, , side]) => (side !== 'before' && form!.length > 1 ? [form!] : []))
      .sort((a, b) => b.length - a.length)
      .join('|')})$`,
  )
  const core = words.replace(stageEnd, '').replace(BY, '').replace(LOOSE, '').replace(stageEnd, '')
  return core.length >= LEAST ? core : words
}

/** What stands before a name without being part of it. */
export const BEFORE =
  /^(?:全[市省县区国域]|[一二三四五六七八九十]+[大件项]|\d+[大件项]|第[一二三四五六七八九十\d]+届|我[市省县区国]|[市县省区]级(?!大|公|示|重|以)|国家级|一批|各类|重点|首批|更多|更加)/

/** What a list of things is joined by; after 等 stands what they all are. */
const JOINED = /[、，]|(?<=.{2})等(?=.{3})|(?<=.{3})(?:以及|和|与|及)(?=.{3})/

/** Counts within a name: 首批17个城中村. */
const COUNT = /\d+(?:\.\d+)?[万亿]?(?:[个项条家所座处名人户套]|公里|亩)/g

/** After a list of names: things of a kind that are single. */
const NAMES_THINGS =
  /路|街|桥|项目|工程|活动|赛事|展会|会议|论坛|学校|医院|公园|场馆|铁路|公路|高速|道路|机场|灌区|水库|园区|平台|基地|设施|中心|[^域]建设$/

const KIND = /^等(?:重点|重大)?(铁路|高速公路|高速铁路|高铁|高速|公路|大桥|机场|水库|灌区|隧道|大道)/

/** Periods and slogans of the time stand in quotation marks and name no thing. */
const SLOGAN = /^十[一二三四五六]五|^[两四]个/

let verbs: RegExp | null = null
let deeds: Set<string> | null = null

/** Whether words are a verb and nothing else. */
export function isAct(words: string): boolean {
  deeds ??= new Set(rows(acts).map(([form]) => form!))
  return deeds.has(words)
}

/** Words at both ends of a promise in words that say nothing of its matter: 完成市下达的…任务目标. */
const ORDERED = /(?:完成)?(?:[国省市县区]家?)?(?:下达|确定|要求|定)的?|(?:约束性)?(?:任务|目标|指标)+$/g

/** What a clause is about, without the verbs and adverbs at its head. */
export function matterOf(clause: string): string {
  verbs ??= new RegExp(
    `^(?:${rows(acts)
      .flatMap(([form]) => (form!.length > 1 ? [form!] : []))
      .sort((a, b) => b.length - a.length)
      .join('|')})`,
  )
  let rest = clause.replace(ORDERED, '')
  for (let i = 0; i < MOST_VERBS; i++) {
    const next = rest.replace(verbs, '')
    if (next === rest || next.length < LEAST) break
    rest = next
  }
  return rest.length >= LEAST ? rest : clause
}

const MOST_VERBS = 3

let heads: { alone: Set<string>; ends: RegExp } | null = null

/** Whether words end as the name of a single thing does, and say more than the end (产业园 alone is none). */
function isHeaded(words: string): boolean {
  if (!heads) {
    const project = rows(projects).flatMap(([form, of]) => (of === 'head' ? [form!] : []))
    const forms = [
      ...project.filter(f => f !== '项目' && f !== '工程' && f !== '市场'),
      ...rows(thingHeads).map(([form]) => form!),
    ]
    heads = { alone: new Set(forms), ends: new RegExp(`(?:${forms.join('|')})$`) }
  }
  return words.length >= LEAST_NAME && !heads.alone.has(words) && heads.ends.test(words)
}

/**
 * The things in the object of a task or the words of an amount.
 * @param names of projects, plain, that stand in it
 * @param after what follows the object in its clause: 等重点项目
 */
export function thingsOf(text: string, names: readonly string[] = [], after = ''): Thing[] {
  // 工地、道路等重点区域扬尘治理: the list says of what kind the regions are, and names no thing to be built
  const all = /等(.{3,})$/.exec(text)?.[1] ?? after
  const headed = (all === after && !/^等/.test(after)) || NAMES_THINGS.test(all.replace(LOOSE, ''))
  const things = new Map<string, Thing>()
  const put = (words: string, quoted: boolean, whole = words) => {
    const named = quoted || names.some(n => n.includes(words) || words.includes(n)) || (headed && isHeaded(words))
    if (words.length >= (quoted ? LEAST_QUOTED : LEAST) && !things.has(words)) things.set(words, { words, whole, quoted, named })
  }
  for (const [, name] of text.matchAll(/[“《「]([^”》」]{2,24})[”》」]/g)) if (!SLOGAN.test(name!)) put(plain(name!), true)
  // 某古动物博物馆（某市自然博物馆）: either name
  const bare = text.replace(/[（(][^）)]*[）)]/g, '')
  // 合湛、黄百等铁路: the kind belongs to each
  const kind = KIND.exec(after)?.[1] ?? ''
  for (const [, name] of text.matchAll(/[（(]([^）)]{3,20})[）)]/g)) if (!/\d/.test(name!)) put(plain(name!), false)
  for (const part of cut(bare, 0).flatMap(c => c.text.split(JOINED))) {
    const said = plain((part ?? '').replace(COUNT, '')).replace(/^等|^一批/, '')
    const words = kind && said.length < LEAST_NAME && !said.endsWith(kind) ? said + kind : said
    const core = coreOf(words)
    const inner = core.replace(BEFORE, '')
    put(inner.length >= LEAST ? inner : core.length >= LEAST ? core : words, false, words)
  }
  return [...things.values()]
}
