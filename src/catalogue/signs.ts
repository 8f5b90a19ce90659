/**
 * The words that tell of tasks, projects, honours and claims, from their tables, in one trie: a second
 * lexicon beside the one of figures, so that a word may mean one thing to a number and another to a task.
 * Made on first use.
 */
import { signData } from './compiled.ts'
import type { ClaimRule, StageName } from './sign-classes.ts'
import { AtNodes, Trie } from './trie.ts'

export * from './sign-classes.ts'

export interface Signs {
  trie: Trie
  stage: AtNodes<StageName>
  /** The rules that a trigger word calls for. */
  claims: AtNodes<readonly ClaimRule[]>
  /** Words that name no single project. */
  common: Trie
  /** Matches the name of a policy that is called 工程 and builds nothing. */
  programme: RegExp
  /** What makes a deadline of the date before it, and what a body's name ends in; longest first. */
  afterDate: RegExp
  bodyEnd: RegExp
  headlines: readonly { indicator: string; members: readonly string[] }[]
  openers: Record<'opener' | 'year' | 'span' | 'none', RegExp>
  serviceList: RegExp
}

let built: Signs | null = null

/** The lexicon of signs. */
export function signs(): Signs {
  if (built) return built
  const data = signData()
  const trie = new Trie(data.trie)
  const rules = data.rules.map(
    (row): ClaimRule => ({
      ...row,
      target: row.claim.endsWith('target'),
      last: [...new Set(row.ends.map(end => end.at(-1)!))].join(''),
      pattern: new RegExp(row.pattern, 'gu'),
    }),
  )
  const { opener, year, span, none } = data.openers
  built = {
    trie,
    stage: new AtNodes(trie, data.stage, data.stages),
    claims: new AtNodes(
      trie,
      data.claim,
      data.ruleLists.map(list => list.map(rule => rules[rule]!)),
    ),
    common: new Trie(data.common),
    programme: new RegExp(`(?:${data.programme})[”"]?(?:重点|重大)?工程$`),
    afterDate: new RegExp(`^(?:${data.afterDate})`),
    bodyEnd: new RegExp(`(?:${data.bodyEnd})$`),
    headlines: data.headlines,
    openers: { opener: new RegExp(opener), year: new RegExp(year), span: new RegExp(span), none: new RegExp(none) },
    serviceList: new RegExp(data.serviceList),
  }
  return built
}
