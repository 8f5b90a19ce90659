/** Headline targets: set, stated without a number, not set, or not found. */
import { indicatorEntry } from '../../catalogue/indicators.ts'
import type { Fact } from '../../link/index.ts'
import type { Figure, HeadlineTarget, Statement } from '../../read/index.ts'
import type { DocumentRecord } from '../records.ts'
import { commitments, comparators, measures, states } from './codes.ts'
import { report } from './shared.ts'
import { passage, type Table } from './table.ts'

export interface TargetRow {
  target: HeadlineTarget
  /** The nth number given for it, from 1; 0 where there is none. */
  number: number
  figure: Figure | null
  /** The same as an observation, in the usual unit; null where the reading lacks its period. */
  fact: Fact | null
  /** The words of a target without a number. */
  words: string | null
  statement: Statement | null
}

const of = (r: TargetRow, field: 'value' | 'min' | 'max') => (r.fact ? r.fact[field] : r.figure?.[field])

const said = (r: TargetRow) => r.statement && passage(r.statement, r.figure ?? r.statement)

export const targets: Table<TargetRow, DocumentRecord> = {
  name: 'targets',
  about: {
    zh: '主要预期目标：各主要指标是否设了目标、设了多少',
    en: 'headline targets: for each headline indicator whether a target is set, and what',
  },
  row: {
    zh: '一篇文档的一个主要指标；给了几个数的，一个数一行',
    en: 'one headline indicator of one document; one row for each number where several are given',
  },
  parted: true,
  key: ['document_id', 'indicator_id', 'number'],
  shared: report,
  columns: [
    { name: 'indicator_id', type: 'text', about: { zh: '指标编号', en: 'indicator' }, of: r => r.target.indicator },
    {
      name: 'indicator_name',
      type: 'text',
      about: { zh: '指标名称', en: 'its name' },
      of: r => indicatorEntry(r.target.indicator)?.name,
    },
    {
      name: 'state',
      type: 'text',
      about: { zh: '是否设了目标', en: 'whether a target is set' },
      codes: states,
      of: r => r.target.state,
    },
    {
      name: 'number',
      type: 'integer',
      about: { zh: '第几个数；没有数为 0', en: 'which of its numbers; 0 where there is none' },
      of: r => r.number,
    },
    {
      name: 'measure',
      type: 'text',
      about: { zh: '数据类型', en: 'kind of quantity' },
      codes: measures,
      of: r => r.figure?.measure,
    },
    {
      name: 'value',
      type: 'number',
      about: { zh: '数值；区间为空', en: 'the value; empty for ranges' },
      of: r => of(r, 'value'),
    },
    { name: 'value_min', type: 'number', about: { zh: '区间下限', en: 'lower end of a range' }, of: r => of(r, 'min') },
    { name: 'value_max', type: 'number', about: { zh: '区间上限', en: 'upper end of a range' }, of: r => of(r, 'max') },
    { name: 'unit', type: 'text', about: { zh: '单位', en: 'unit' }, of: r => (r.fact ? r.fact.unit : r.figure?.unit) },
    { name: 'comparator', type: 'text', about: { zh: '界限', en: 'bound' }, codes: comparators, of: r => r.figure?.comparator },
    {
      name: 'commitment',
      type: 'text',
      about: { zh: '目标的力度', en: 'how firmly it binds' },
      codes: commitments,
      of: r => r.figure?.commitment,
    },
    { name: 'period', type: 'text', about: { zh: '时期', en: 'period' }, of: r => r.figure?.period },
    {
      name: 'written',
      type: 'text',
      about: { zh: '原文写法；没有数字的为原话', en: 'the amount as written; the words where there is no number' },
      of: r => r.figure?.text ?? r.words,
    },
    {
      name: 'figure_id',
      type: 'text',
      about: { zh: '文档内的数据编号', en: 'the figure within the document' },
      of: r => r.figure?.id,
    },
    {
      name: 'sentence_start',
      type: 'integer',
      about: { zh: '句子在正文中的起点', en: 'where the sentence begins in the text' },
      of: r => said(r)?.start,
    },
    { name: 'sentence', type: 'text', about: { zh: '原句', en: 'the sentence' }, of: r => said(r)?.text },
  ],
}
