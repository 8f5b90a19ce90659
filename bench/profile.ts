/**
 * Where the time of reading goes, by stage: shares of a processor profile over shuffled lines, warm. Shares hold on a busy machine
 * too, where times do not. docs/speed.md says what the stages do.
 *
 *   npm run profile
 */
import { Session } from 'node:inspector/promises'
import { fileURLToPath } from 'node:url'
import { read } from '../src/read/index.ts'
import { loadTexts, take } from './texts.ts'

/** The functions of src/read that are stages of their own; a sample belongs to the innermost one it stands in. */
const STAGES: Record<string, string> = {
  'outline/layout.ts layout': 'lines to headings, paragraphs, bullets',
  'outline/identity.ts identity': 'who reports, for which year',
  'outline/parts.ts parts': 'sections and their questions',
  'outline/index.ts statements': 'paragraphs to statements',
  'outline/kind.ts kinds': 'result, promise or neither',
  'tables/index.ts tablesIn': 'tables',
  'garbled.ts garbled': 'numerals run together',
  'lexer.ts lex': 'words, numerals, dates',
  'bases.ts markBases': 'bases of comparison',
  'figures.ts figuresOf': 'figures',
  'entities/index.ts take': 'tasks, projects, honours, claims',
  'entities/index.ts end': 'lists and headline targets',
  'topics.ts fillTopics': 'topics',
  'place.ts placesIn': 'places',
}

const root = fileURLToPath(new URL('..', import.meta.url))
const texts = loadTexts(root, process.env.JIEDU_CORPUS)
const text = take(texts.lines, 2)
for (let i = 0; i < 2; i++) read(text) // warm

const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.setSamplingInterval', { interval: 500 })
await session.post('Profiler.start')
for (let i = 0; i < 6; i++) read(text)
const { profile } = await session.post('Profiler.stop')

const nodes = new Map(profile.nodes.map(node => [node.id, node]))
const parents = new Map(profile.nodes.flatMap(node => (node.children ?? []).map(child => [child, node.id] as const)))
const shares = new Map<string, number>()
let whole = 0
for (const [i, id] of (profile.samples ?? []).entries()) {
  const time = profile.timeDeltas?.[i] ?? 0
  whole += time
  const stage = stageOf(id)
  shares.set(stage, (shares.get(stage) ?? 0) + time)
}
console.log(`node ${process.version}, texts from ${texts.from}\n`)
for (const [stage, time] of [...shares].sort((a, b) => b[1] - a[1]))
  console.log(`${((100 * time) / whole).toFixed(1).padStart(5)} %  ${stage}`)

/** The stage that a sample stands in, or the collector of garbage, or the rest. */
function stageOf(sample: number): string {
  for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
    const { functionName: name, url } = nodes.get(id)!.callFrame
    if (name === '(garbage collector)') return 'collecting garbage'
    const about = STAGES[`${url.split('/src/read/')[1]?.replace(/\?.*/, '')} ${name}`]
    if (about) return `${name}: ${about}`
  }
  return 'the rest'
}
