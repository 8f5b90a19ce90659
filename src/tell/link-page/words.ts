/** The words of the page of links, in both languages. */
import type { DropKind, PanelCell, Stage, Verdict } from '../../link/index.ts'
import type { ReportKind } from '../../read/types.ts'

export interface Label {
  zh: string
  en: string
}

export const VERDICT: Record<Verdict, Label> = {
  exceeded: { zh: '超额完成', en: 'exceeded' },
  met: { zh: '完成', en: 'met' },
  'in-progress': { zh: '进行中', en: 'in progress' },
  missed: { zh: '未完成', en: 'missed' },
  replaced: { zh: '另有新目标', en: 'replaced' },
  incomparable: { zh: '口径不同', en: 'incomparable' },
  silent: { zh: '未再提及', en: 'silent' },
}

/** In the order in which they are counted. */
export const VERDICTS = Object.keys(VERDICT) as Verdict[]

export const TARGET_STATE: Record<PanelCell['target']['state'], Label> = {
  set: { zh: '有数字', en: 'with a number' },
  'stated-without-number': { zh: '只有文字', en: 'in words only' },
  'not-set': { zh: '没有设', en: 'not set' },
  'not-found': { zh: '没有目标段落', en: 'no passage of targets' },
  'no-report': { zh: '没有报告', en: 'no report' },
}

export const OUTCOME_STATE: Record<PanelCell['outcome']['state'], Label> = {
  stated: { zh: '有数字', en: 'with a number' },
  'in-part': { zh: '只有年内数字', en: 'for part of the year' },
  'without-number': { zh: '只有文字', en: 'in words only' },
  'not-stated': { zh: '没有说', en: 'not stated' },
  'no-report': { zh: '没有后来的文件', en: 'no later document' },
}

export const DOCUMENT_KIND: Record<ReportKind, Label> = {
  report: { zh: '政府工作报告', en: 'government work report' },
  digest: { zh: '报告解读', en: 'digest' },
  communique: { zh: '统计公报', en: 'statistical communiqué' },
  plan: { zh: '规划', en: 'plan' },
  notice: { zh: '督办通报', en: 'supervision notice' },
  other: { zh: '文件', en: 'document' },
}

/** Whether a person has spoken. */
export const CLAIMED = (confirmed: boolean | null): Label =>
  confirmed === null
    ? { zh: '未经人工确认', en: 'confirmed by nobody yet' }
    : confirmed
      ? { zh: '人工确认', en: 'confirmed by a person' }
      : { zh: '人工否定', en: 'rejected by a person' }

export const DROP: Record<DropKind, Label> = {
  dropped: { zh: '没有下文', en: 'dropped' },
  raised: { zh: '调高', en: 'raised' },
  lowered: { zh: '调低', en: 'lowered' },
  softened: { zh: '放松', en: 'softened' },
  hardened: { zh: '收紧', en: 'hardened' },
}

export const STAGE: Record<Stage, Label> = {
  preparation: { zh: '前期', en: 'prepared' },
  started: { zh: '开工', en: 'started' },
  underway: { zh: '在建', en: 'under way' },
  built: { zh: '建成', en: 'built' },
  'in-use': { zh: '投用', en: 'in use' },
}
