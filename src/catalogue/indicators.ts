/** What the catalogue says of an indicator beyond its names, for programs that compare and tell. */

import { indicators as table } from './generated/indicators.generated.ts'
import { rows } from './table.ts'

export type Direction = 'more' | 'less' | 'keep' | 'neutral'

export interface IndicatorEntry {
  id: string
  name: string
  english: string
  /** The unit that the statistics office uses; '' for pure numbers. */
  unit: string
  /** What is better: more, less, within bounds, or neither. */
  direction: Direction
  department: string
  topic: string
}

let byId: Map<string, IndicatorEntry> | null = null

/** The entry of an id; null where the catalogue has none. */
export function indicatorEntry(id: string): IndicatorEntry | null {
  if (!byId) {
    const head = table.slice(0, table.indexOf('\n')).split('\t')
    const [unit, direction, department, topic] = ['unit', 'direction', 'department', 'topic'].map(name => head.indexOf(name))
    byId = new Map(
      rows(table).map(row => [
        row[0]!,
        {
          id: row[0]!,
          name: row[1]!,
          english: row[2]!,
          unit: row[unit!]!,
          direction: (row[direction!] || 'neutral') as Direction,
          department: row[department!]!,
          topic: row[topic!]!,
        },
      ]),
    )
  }
  return byId.get(id) ?? null
}

export const usualUnit = (id: string): string => indicatorEntry(id)?.unit ?? ''

let byName: Map<string, string> | null = null

/** The indicator that a whole phrase names; null where it names none. */
export function indicatorOf(name: string): IndicatorEntry | null {
  if (!byName) {
    byName = new Map()
    for (const [id, official, , aliases] of rows(table)) {
      byName.set(official!, id!)
      for (const alias of aliases!.split('|')) if (alias && !alias.includes('@')) byName.set(alias, id!)
    }
  }
  const id = byName.get(name)
  return id === undefined ? null : indicatorEntry(id)
}

/** Words that only say whose total it is, before the name of an indicator. */
const SCOPE = /^(?:全[市省区县州旗盟国镇]|[我本][市省区县州旗国]|预计|全年|今年|去年|累计|实现|完成|年末|年底)+/

/** What is measured, without the words that only say whose total is meant: 全市财政收入 → 财政收入. */
export const withoutScope = (phrase: string): string => phrase.replace(SCOPE, '')
