/** What the closed lists of the data set mean, in both languages. */
import type { Words } from '../../documents/index.ts'

type Codes = Readonly<Record<string, Words>>

export const levels: Codes = {
  national: { zh: '全国', en: 'the whole country' },
  province: { zh: '省、自治区、直辖市', en: 'province, autonomous region, municipality under the central government' },
  city: { zh: '地级市、地区、自治州、盟', en: 'prefecture-level city, prefecture, autonomous prefecture, league' },
  county: { zh: '县、县级市、市辖区、旗', en: 'county, county-level city, district, banner' },
  township: { zh: '乡、镇、街道', en: 'township, town, subdistrict' },
  unknown: { zh: '未能判断', en: 'not known' },
}

export const kinds: Codes = {
  report: { zh: '政府工作报告', en: 'government work report' },
  digest: { zh: '解读、摘要', en: 'digest of a report' },
  communique: { zh: '统计公报', en: 'statistical communiqué' },
  plan: { zh: '规划、计划', en: 'plan' },
  notice: { zh: '督办通报、进展通报', en: 'notice of progress' },
  other: { zh: '其他', en: 'other' },
}

export const measures: Codes = {
  level: { zh: '数量、水平', en: 'amount or level' },
  change: { zh: '增减百分比', en: 'change in per cent' },
  'change-points': { zh: '增减百分点', en: 'change in percentage points' },
  'change-abs': { zh: '增减量', en: 'change as an amount' },
  multiple: { zh: '倍数', en: 'multiple' },
  rank: { zh: '位次', en: 'rank' },
  structure: { zh: '结构（a:b:c）', en: 'structure a:b:c' },
  duration: { zh: '时长', en: 'duration' },
}

export const comparators: Codes = {
  eq: { zh: '正好', en: 'as stated' },
  ge: { zh: '不低于、以上', en: 'at least' },
  gt: { zh: '超过、突破', en: 'more than' },
  le: { zh: '不高于、以内', en: 'at most' },
  lt: { zh: '低于、不到', en: 'less than' },
  approx: { zh: '左右、约', en: 'about' },
  range: { zh: '区间', en: 'from–to' },
}

export const statuses: Codes = {
  actual: { zh: '实际', en: 'it happened' },
  estimated: { zh: '预计', en: 'estimated' },
  target: { zh: '目标', en: 'target' },
}

export const obsStatuses: Codes = {
  A: { zh: '正常值', en: 'normal value' },
  E: { zh: '估计值', en: 'estimated value' },
  P: { zh: '初步值', en: 'provisional value' },
  F: { zh: '预测值（目标）', en: 'forecast value (targets)' },
}

export const commitments: Codes = {
  firm: { zh: '确保、务必', en: 'ensure' },
  plain: { zh: '无修饰', en: 'no such word' },
  striving: { zh: '力争、争取、努力', en: 'strive for' },
}

export const questions: Codes = {
  'review-year': { zh: '上一年做成了什么', en: 'the year behind' },
  'plan-year': { zh: '今年要做什么', en: 'the year ahead' },
  'review-period': { zh: '过去五年', en: 'the period behind' },
  'plan-period': { zh: '今后五年', en: 'the period ahead' },
}

export const states: Codes = {
  set: { zh: '设了目标', en: 'a target is set' },
  'stated-without-number': { zh: '只有文字，没有数字', en: 'stated in words, without a number' },
  'not-set': { zh: '报告有目标段落，但没有这项', en: 'the report has a passage of targets, and none for this' },
  'not-found': { zh: '没有找到目标段落', en: 'no passage of targets was found' },
}
