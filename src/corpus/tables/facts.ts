/** The panel: one row an observation, with the sentence that says it. */
import type { Fact } from '../../link/index.ts'
import type { Figure } from '../../read/index.ts'
import { codeOf, latestCode } from '../places.ts'
import type { DocumentRecord } from '../records.ts'
import { commitments, comparators, levels, measures, obsStatuses, questions, statuses } from './codes.ts'
import { documentId, documentSha, kind, level, placeCode, placeName, year } from './shared.ts'
import { passage, type Table } from './table.ts'

export interface FactRow {
  fact: Fact
  figure: Figure
  document: DocumentRecord
}

const yearOf = (period: string): number | null => (/^\d{4}$/.test(period) ? Number(period) : null)

export const facts: Table<FactRow, DocumentRecord> = {
  name: 'facts',
  about: {
    zh: '面板：每个有指标、地方和时期的数据，连同原句和位置',
    en: 'the panel: each figure that has an indicator, a place and a period, with its sentence and where it stands',
  },
  row: { zh: '一项数据', en: 'one observation' },
  parted: true,
  key: ['document_id', 'figure_id'],
  shared: [
    documentId,
    documentSha,
    level,
    year,
    kind,
    {
      ...placeCode,
      name: 'report_place_code',
    },
    {
      ...placeName,
      name: 'report_place_name',
    },
  ],
  columns: [
    {
      name: 'place_code',
      type: 'text',
      about: {
        zh: '这项数据说的地方的代码，多数就是报告的地方；000000 为全国，空为目录中没有',
        en: 'code of the place that the figure is of, mostly the report’s; 000000 is the whole country, empty: not in the catalogue',
      },
      of: r => codeOf(r.fact.place),
    },
    {
      name: 'place_code_latest',
      type: 'text',
      about: { zh: '该地方现在的代码，跨年连接用', en: 'the code that this place has now: joins its years' },
      of: r => latestCode(codeOf(r.fact.place), r.document.year),
    },
    {
      name: 'place_name',
      type: 'text',
      about: { zh: '这项数据说的地方', en: 'the place that the figure is of' },
      of: r => r.fact.place.name,
    },
    {
      name: 'place_level',
      type: 'text',
      about: { zh: '该地方的层级', en: 'level of that place' },
      codes: levels,
      of: r => r.fact.place.level,
    },
    {
      name: 'indicator_id',
      type: 'text',
      about: {
        zh: '指标目录中的编号（见 indicators 表）；空为目录中没有',
        en: 'id in the catalogue (table indicators); empty: not there',
      },
      of: r => r.fact.indicator,
    },
    {
      name: 'indicator_name',
      type: 'text',
      about: {
        zh: '指标目录中的名称；目录中没有的为原文用词',
        en: 'name in the catalogue, or the words of the text where it has none',
      },
      of: r => r.fact.name,
    },
    {
      name: 'measure',
      type: 'text',
      about: { zh: '数据类型', en: 'kind of quantity' },
      codes: measures,
      of: r => r.fact.measure,
    },
    {
      name: 'value',
      type: 'number',
      about: { zh: '数值，以 unit 计；区间和结构为空', en: 'the value, in unit; empty for ranges and structures' },
      of: r => r.fact.value,
    },
    {
      name: 'value_min',
      type: 'number',
      about: { zh: '区间下限', en: 'lower end of a range' },
      of: r => r.fact.min,
    },
    {
      name: 'value_max',
      type: 'number',
      about: { zh: '区间上限', en: 'upper end of a range' },
      of: r => r.fact.max,
    },
    {
      name: 'interval_low',
      type: 'number',
      about: { zh: '四舍五入后得到所写数字的最小值', en: 'the least value that rounds to what is written' },
      of: r => r.fact.interval?.[0],
    },
    {
      name: 'interval_high',
      type: 'number',
      about: { zh: '四舍五入后得到所写数字的最大值', en: 'the greatest value that rounds to what is written' },
      of: r => r.fact.interval?.[1],
    },
    {
      name: 'unit',
      type: 'text',
      about: {
        zh: '计量单位：统计上对该指标通用的单位，万、亿已乘入；空为无单位',
        en: 'unit of the values: the one usual for the indicator, with 万 and 亿 multiplied in; empty: none',
      },
      of: r => r.fact.unit,
    },
    { name: 'dimension', type: 'text', about: { zh: '量纲', en: 'dimension of the unit' }, of: r => r.fact.dimension },
    { name: 'comparator', type: 'text', about: { zh: '界限', en: 'bound' }, codes: comparators, of: r => r.fact.comparator },
    { name: 'status', type: 'text', about: { zh: '状态', en: 'whether it happened' }, codes: statuses, of: r => r.fact.status },
    {
      name: 'obs_status',
      type: 'text',
      about: { zh: 'SDMX 观测状态（CL_OBS_STATUS）', en: 'SDMX observation status (CL_OBS_STATUS)' },
      codes: obsStatuses,
      of: r => r.fact.obsStatus,
    },
    {
      name: 'commitment',
      type: 'text',
      about: { zh: '目标的力度', en: 'how firmly a target binds' },
      codes: commitments,
      of: r => r.fact.commitment,
    },
    {
      name: 'period',
      type: 'text',
      about: { zh: '时期：2021、2021-Q1、2021-01/2021-11、2016/2020', en: 'period: 2021, 2021-Q1, 2021-01/2021-11, 2016/2020' },
      of: r => r.fact.period,
    },
    {
      name: 'period_year',
      type: 'integer',
      about: { zh: '时期为整年时的年份', en: 'the year, where the period is a year' },
      of: r => yearOf(r.fact.period),
    },
    {
      name: 'baseline',
      type: 'text',
      about: { zh: '与什么相比', en: 'what a change is measured against' },
      of: r => r.fact.baseline,
    },
    {
      name: 'question',
      type: 'text',
      about: { zh: '回答哪个问题', en: 'which question it answers' },
      codes: questions,
      of: r => r.fact.question,
    },
    {
      name: 'action',
      type: 'text',
      about: { zh: '对该量做的事：新增、建成', en: 'what is done to the quantity: 新增, 建成' },
      of: r => r.fact.action,
    },
    {
      name: 'part_of',
      type: 'text',
      about: { zh: '“其中”所属的数据（figure_id）', en: 'the figure of which 其中 makes it a part (figure_id)' },
      of: r => r.figure.partOf,
    },
    { name: 'written', type: 'text', about: { zh: '原文写法', en: 'the amount as written' }, of: r => r.fact.written },
    {
      name: 'figure_id',
      type: 'text',
      about: { zh: '文档内的数据编号', en: 'the figure within the document' },
      of: r => r.fact.figure,
    },
    {
      name: 'figure_start',
      type: 'integer',
      about: { zh: '数据在正文中的起点（UTF-16 码元）', en: 'where the figure begins in the text (UTF-16 code units)' },
      of: r => r.figure.start,
    },
    {
      name: 'figure_end',
      type: 'integer',
      about: { zh: '数据在正文中的终点', en: 'where it ends' },
      of: r => r.figure.end,
    },
    {
      name: 'sentence_start',
      type: 'integer',
      about: { zh: '句子在正文中的起点', en: 'where the sentence begins in the text' },
      of: r => passage(r.fact, r.figure).start,
    },
    { name: 'sentence', type: 'text', about: { zh: '原句', en: 'the sentence' }, of: r => passage(r.fact, r.figure).text },
  ],
}
