/** Every word that the page says by itself, Chinese first. Shared by the page and the script in it. */
import type { Aside, Commitment, Measure, Project, Question, ReportKind, SetAsideReason, Status } from '../../read/types.ts'

export type Lang = 'zh' | 'en'

export interface Label {
  readonly zh: string
  readonly en: string
}

const label = (zh: string, en: string): Label => ({ zh, en })

/** The four questions, then what stands under none of them. */
export const QUESTIONS: Record<Question | 'none', Label> = {
  'review-year': label('去年怎么看', 'The year behind'),
  'plan-year': label('今年怎么干', 'The year ahead'),
  'review-period': label('五年干得怎么样', 'The five years behind'),
  'plan-period': label('今后五年怎么办', 'The five years ahead'),
  none: label('其余部分', 'Other parts'),
}

export const STATUS: Record<Status, Label> = {
  actual: label('实际', 'Actual'),
  estimated: label('预计', 'Estimate'),
  target: label('目标', 'Target'),
  context: label('背景', 'Context'),
}

export const STATUS_NOTE: Record<Status, Label> = {
  actual: label('已经发生', 'it happened'),
  estimated: label('报告时的预计数', 'estimated when the report was given'),
  target: label('承诺或预期要达到', 'promised or expected'),
  context: label('只作背景或比较', 'only a base or a comparison'),
}

export const MEASURE: Record<Measure, Label> = {
  level: label('总量或水平', 'Level'),
  change: label('增减幅度', 'Relative change'),
  'change-points': label('百分点变化', 'Change in points'),
  'change-abs': label('增减数量', 'Absolute change'),
  multiple: label('倍数', 'Multiple'),
  rank: label('位次', 'Rank'),
  structure: label('结构', 'Structure'),
  duration: label('持续时间', 'Duration'),
}

export const COMMITMENT: Record<Commitment, Label> = {
  firm: label('确保', 'firm'),
  plain: label('一般', 'plain'),
  striving: label('力争', 'striving'),
}

export const REASON: Record<SetAsideReason, Label> = {
  date: label('日期与时期', 'Dates and periods'),
  name: label('名称与代号', 'Names and codes'),
  ordinal: label('序号', 'Ordinals'),
  idiom: label('习语', 'Idioms'),
  list: label('只数所列各项', 'Counts of a list just given'),
  furniture: label('版面文字', 'Page furniture'),
  foreign: label('他处文字', 'Text from elsewhere'),
  garbled: label('数字粘连', 'Run together'),
}

export const KIND: Record<ReportKind, Label> = {
  report: label('政府工作报告', 'Government work report'),
  digest: label('政府工作报告解读', 'Digest of a government work report'),
  communique: label('统计公报', 'Statistical communiqué'),
  plan: label('规划', 'Plan'),
  notice: label('督办通报', 'Supervision notice'),
  other: label('文件', 'Document'),
}

export const STAGE: Record<NonNullable<Project['stage']>, Label> = {
  preparation: label('前期', 'Preparation'),
  started: label('开工', 'Started'),
  underway: label('在建', 'Under way'),
  built: label('建成', 'Built'),
  'in-use': label('投用', 'In use'),
}

export const CLAIM: Record<'all' | 'none' | 'relative-target' | 'unquantified-target', Label> = {
  all: label('说的是“全部”', 'says “all”'),
  none: label('说的是“零”或“没有”', 'says “none”'),
  'relative-target': label('相对目标', 'relative target'),
  'unquantified-target': label('没有数字的目标', 'target without a number'),
}

export const TARGET_STATE = {
  set: label('有数字', 'set'),
  'stated-without-number': label('提了，没有数字', 'stated, no number'),
  'not-set': label('目标中没有', 'not among the targets'),
  'not-found': label('没有找到目标段落', 'no passage of targets found'),
} satisfies Record<string, Label>

export const REPAIR = {
  'joined-lines': label('断行接合', 'Lines joined'),
  'split-quotation': label('引号被断行', 'Quotation split over lines'),
  'cut-off': label('句子被截断', 'Sentence cut off'),
  'repeated-body': label('正文重复', 'Body repeated'),
  'lost-separator': label('分隔符丢失', 'Separator lost'),
  'replaced-character': label('字符被替换', 'Character replaced'),
  'full-width-digits': label('全角数字', 'Full-width digits'),
  'traditional-characters': label('繁体字', 'Traditional characters'),
  furniture: label('版面文字', 'Page furniture'),
  numbering: label('补出编号', 'Number filled in'),
  reordered: label('调整顺序', 'Order mended'),
  'unmapped-character': label('字符无法识别', 'Character unknown'),
} satisfies Record<string, Label>

/** What a document holds besides its text. */
export const ASIDE = {
  deleted: label('修订删除', 'Deleted by a revision'),
  moved: label('修订移走', 'Moved by a revision'),
  comment: label('批注', 'Comment'),
  hidden: label('隐藏文字', 'Hidden words'),
  'running-head': label('页眉', 'Running head'),
  'running-foot': label('页脚', 'Running foot'),
  'page-number': label('页码', 'Page number'),
  watermark: label('水印', 'Watermark'),
  annotation: label('注释', 'Annotation'),
  picture: label('图片', 'Picture'),
  navigation: label('导航', 'Navigation'),
  controls: label('按钮', 'Controls'),
  metadata: label('文件信息', 'Metadata'),
  related: label('相关链接', 'Related links'),
  'page-footer': label('网页底部', 'Foot of the page'),
  other: label('其他', 'Other'),
} satisfies Record<Aside['reason'], Label>
