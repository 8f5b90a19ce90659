/** Stretches of time that reports call by name: five-year plans, terms of the National People's Congress, party congresses. */

import { periods as table } from './generated/periods.generated.ts'
import { rows } from './table.ts'

export type PeriodKind = 'plan' | 'assembly' | 'congress'

export interface NamedPeriod {
  name: string
  kind: PeriodKind
  /** First and last year. */
  from: number
  to: number
  /** Of an assembly, the years of its sessions, the first session first. */
  sessions: readonly number[]
}

let built: Map<string, NamedPeriod> | null = null

function all(): Map<string, NamedPeriod> {
  built ??= new Map(
    rows(table).map(([name, kind, from, to, sessions]) => [
      name!,
      {
        name: name!,
        kind: kind as PeriodKind,
        from: Number(from),
        to: Number(to),
        sessions: sessions ? sessions.split('|').map(Number) : [],
      },
    ]),
  )
  return built
}

/** The period of a name as the table has it (十三五, 第八届全国人民代表大会, 十九大), or null. */
export function periodNamed(name: string): NamedPeriod | null {
  return all().get(name) ?? null
}

/** First and last year of a five-year plan by its Chinese number: 十三五 → [2016, 2020]; null where no plan has it. */
export function planYears(name: string): readonly [number, number] | null {
  const found = all().get(name)
  return found?.kind === 'plan' ? [found.from, found.to] : null
}

/**
 * The year in which a session of the National People's Congress met.
 * @param term the ordinal as written, 十四 for 第十四届
 * @param session 一 for 第一次会议; null where the text does not say, which tells the year only of a term with one session
 */
export function sessionYear(term: string, session: string | null): number | null {
  const years = all().get(`第${term}届全国人民代表大会`)?.sessions ?? []
  if (session === null) return years.length === 1 ? years[0]! : null
  return years['一二三四五六'.indexOf(session)] ?? null
}
