/** The words in which links are told. */

import type { Words } from '../../documents/types.ts'
import type { Verdict } from '../../link/index.ts'
import type { PlaceLevel } from '../../read/types.ts'
import type { Ink } from '../summary/layout.ts'

export const verdicts: Record<Verdict, Words & { sign: string; ink: Ink }> = {
  exceeded: { zh: '超额完成', en: 'exceeded', sign: '◆', ink: 'up' },
  met: { zh: '完成', en: 'met', sign: '●', ink: 'up' },
  missed: { zh: '未完成', en: 'missed', sign: '✗', ink: 'down' },
  'in-progress': { zh: '进行中', en: 'in progress', sign: '◐', ink: 'estimated' },
  replaced: { zh: '另有新目标', en: 'replaced', sign: '↻', ink: 'share' },
  incomparable: { zh: '口径不同', en: 'incomparable', sign: '≠', ink: 'dim' },
  silent: { zh: '未再提及', en: 'silent', sign: '○', ink: 'dim' },
}

/** The order in which verdicts are counted and shown. */
export const order: Verdict[] = ['exceeded', 'met', 'in-progress', 'missed', 'replaced', 'incomparable', 'silent']

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

export { DROP as dropKinds, STAGE as stages } from '../../tell/link-page/words.ts'
