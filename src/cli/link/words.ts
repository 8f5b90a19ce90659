/** The words in which links are told. */

import type { Words } from '../../documents/types.ts'
import type { Verdict } from '../../link/index.ts'
import type { PlaceLevel } from '../../read/types.ts'
import { VERDICT, VERDICTS } from '../../tell/link-page/words.ts'
import type { Ink } from '../summary/layout.ts'

/** How a verdict looks in the terminal; its words are the page's. */
const look: Record<Verdict, { sign: string; ink: Ink }> = {
  exceeded: { sign: '◆', ink: 'up' },
  met: { sign: '●', ink: 'up' },
  missed: { sign: '✗', ink: 'down' },
  'in-progress': { sign: '◐', ink: 'estimated' },
  replaced: { sign: '↻', ink: 'share' },
  incomparable: { sign: '≠', ink: 'dim' },
  silent: { sign: '○', ink: 'dim' },
}

export const verdicts = Object.fromEntries(VERDICTS.map(of => [of, { ...VERDICT[of], ...look[of] }])) as Record<
  Verdict,
  Words & { sign: string; ink: Ink }
>

export const levels: Record<PlaceLevel, Words> = {
  national: { zh: '全国', en: 'nation' },
  province: { zh: '省', en: 'provinces' },
  city: { zh: '市', en: 'cities' },
  county: { zh: '县', en: 'counties' },
  township: { zh: '乡镇', en: 'townships' },
}

export const kinds: Record<string, Words> = {
  target: { zh: '目标', en: 'Targets' },
  claim: { zh: '不含数字的目标', en: 'Targets without a number' },
  estimate: { zh: '预计数', en: 'Estimates' },
  task: { zh: '任务', en: 'Tasks' },
}

export { DROP as dropKinds, STAGE as stages, VERDICTS as order } from '../../tell/link-page/words.ts'
