/** The plausible ranges of the catalogue, as numbers, converted to the unit that a figure is written in. */
import { table } from '../catalogue/index.ts'
import { conversion } from '../catalogue/units.ts'
import type { Figure, PlaceLevel } from '../read/types.ts'
import type { Words } from './types.ts'

export interface Range {
  low: number
  high: number
  /** What a value in the figure's unit is multiplied by to be in the range's. */
  factor: number
  /** The range as the catalogue writes it, with its unit. */
  text: string
  what: Words
}

type Column = Exclude<PlaceLevel, 'township'>
const LEVEL: Record<Column, Words> = {
  national: { zh: '全国的', en: ' of the country' },
  province: { zh: '省级的', en: ' of a province' },
  city: { zh: '市级的', en: ' of a city' },
  county: { zh: '县级的', en: ' of a county' },
}

let rows: Map<string, Record<string, string>> | null = null

/** @returns null where the catalogue has no range, or the units do not convert */
export function plausible(id: string, column: Column, figure: Figure): Range | null {
  rows ??= new Map(table('indicators').map(row => [row.id!, row]))
  const row = rows.get(id)
  const written = row?.[column]
  if (!row || !written) return null
  const [low, high] = written.split('..').map(numberOf)
  const factor = conversion(figure.unit, row.unit!)
  if (low === undefined || high === undefined || factor === null) return null
  return { low, high, factor, text: `${written.replace('..', '～')}${row.unit}`, what: LEVEL[column] }
}

const MAGNITUDE: Record<string, number> = { '': 1, 千: 1e3, 万: 1e4, 亿: 1e8, 万亿: 1e12 }

function numberOf(text: string): number {
  const [, digits, magnitude] = /^(-?[\d.]+)(千|万亿|万|亿)?$/.exec(text) ?? []
  return digits === undefined ? Number.NaN : Number(digits) * MAGNITUDE[magnitude ?? '']!
}
