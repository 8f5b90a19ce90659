/** The tables beside the panel: files, failures, duplicates, what is missing, indicators. */
import type { IndicatorEntry } from '../../catalogue/indicators.ts'
import type { FailureRecord, FileRecord } from '../records.ts'
import { levels } from './codes.ts'
import { duplicateKinds } from './documents.ts'
import type { Table } from './table.ts'

export const files: Table<FileRecord, null> = {
  name: 'files',
  about: { zh: '快照：文件夹里的每个文件及其哈希', en: 'the snapshot: every file of the folder with its hash' },
  row: { zh: '一个文件', en: 'one file' },
  parted: false,
  key: ['file_name'],
  shared: [],
  columns: [
    { name: 'file_name', type: 'text', about: { zh: '文件夹内的路径', en: 'path below the folder' }, of: r => r.name },
    { name: 'bytes', type: 'integer', about: { zh: '字节数', en: 'size in bytes' }, of: r => r.bytes },
    {
      name: 'sha256',
      type: 'text',
      about: { zh: 'SHA-256；空为读不出', en: 'SHA-256; empty: could not be loaded' },
      of: r => r.sha256,
    },
    { name: 'documents', type: 'integer', about: { zh: '读出的文档数', en: 'documents read from it' }, of: r => r.documents },
    { name: 'failures', type: 'integer', about: { zh: '失败数', en: 'failures' }, of: r => r.failures },
  ],
}

export const failures: Table<FailureRecord, null> = {
  name: 'failures',
  about: { zh: '没有读成的文件和文档，及其原因', en: 'files and documents that could not be read, and why' },
  row: { zh: '一次失败', en: 'one failure' },
  parted: false,
  key: ['document_name'],
  shared: [],
  columns: [
    {
      name: 'document_name',
      type: 'text',
      about: { zh: '文件或包内文档', en: 'the file, or the document inside it' },
      of: r => r.name,
    },
    { name: 'file_name', type: 'text', about: { zh: '所在文件', en: 'the file that holds it' }, of: r => r.file },
    { name: 'sha256', type: 'text', about: { zh: '文件的 SHA-256', en: 'SHA-256 of the file' }, of: r => r.sha256 },
    {
      name: 'code',
      type: 'text',
      about: { zh: '原因代码，不随版本改变', en: 'why, as a code that stays the same' },
      of: r => r.code,
    },
    { name: 'what_zh', type: 'text', about: { zh: '原因', en: 'why, in Chinese' }, of: r => said(r, 'zh') },
    { name: 'what_en', type: 'text', about: { zh: '原因（英文）', en: 'why' }, of: r => said(r, 'en') },
    { name: 'todo_zh', type: 'text', about: { zh: '怎么办', en: 'what to do, in Chinese' }, of: r => r.todo.zh },
    { name: 'todo_en', type: 'text', about: { zh: '怎么办（英文）', en: 'what to do' }, of: r => r.todo.en },
  ],
}

const said = ({ what, where }: FailureRecord, language: 'zh' | 'en') =>
  where ? `${what[language]}${language === 'zh' ? '；' : '; '}${where[language]}` : what[language]

export interface DuplicateRow {
  group: number
  document: string
  name: string
  of: string
  kind: keyof typeof duplicateKinds
  similarity: number
  samePlaceYear: boolean
}

export const duplicates: Table<DuplicateRow, null> = {
  name: 'duplicates',
  about: { zh: '重复和相近的文档', en: 'documents that are the same, or nearly' },
  row: { zh: '一篇重复的文档', en: 'one duplicate' },
  parted: false,
  key: ['document_id'],
  shared: [],
  columns: [
    { name: 'group_number', type: 'integer', about: { zh: '组号', en: 'number of the group' }, of: r => r.group },
    { name: 'document_id', type: 'text', about: { zh: '文档', en: 'the document' }, of: r => r.document },
    { name: 'document_name', type: 'text', about: { zh: '其路径', en: 'its path' }, of: r => r.name },
    { name: 'duplicate_of', type: 'text', about: { zh: '组内最先的文档', en: 'the first document of the group' }, of: r => r.of },
    { name: 'duplicate_kind', type: 'text', about: { zh: '怎样重复', en: 'how' }, codes: duplicateKinds, of: r => r.kind },
    {
      name: 'similarity',
      type: 'number',
      about: {
        zh: '相似度：两篇共有的八字片段占全部的比例，抽样估计',
        en: 'shared passages of eight characters among all of the two, by sample',
      },
      of: r => r.similarity,
    },
    {
      name: 'same_place_year',
      type: 'boolean',
      about: { zh: '地方、年份、文种是否相同', en: 'whether place, year and kind are the same' },
      of: r => r.samePlaceYear,
    },
  ],
}

export const reasons = {
  'no-report': { zh: '没有报告', en: 'no report' },
  'not-parsed': { zh: '有文件，但没有读成', en: 'there is a file, but it could not be read' },
  'no-target': { zh: '报告有目标段落，但没有这项', en: 'the report has a passage of targets, and none for this' },
  'no-passage': { zh: '报告里没有找到目标段落', en: 'no passage of targets was found in the report' },
  'no-number': { zh: '只有文字，没有数字', en: 'stated in words, without a number' },
} as const

export interface MissingRow {
  placeCode: string | null
  placeName: string
  level: string
  year: number
  indicator: string | null
  reason: keyof typeof reasons
  expected: 'list' | 'run'
  document: string | null
  file: string | null
}

export const missing: Table<MissingRow, null> = {
  name: 'missing',
  about: {
    zh: '缺失：哪个地方哪一年没有报告、没有读成、或没有某项目标',
    en: 'what is missing: places and years without a report, with one that was not parsed, or without a target',
  },
  row: { zh: '一处缺失', en: 'one gap' },
  parted: false,
  key: ['place_code', 'place_name', 'year', 'indicator_id'],
  shared: [],
  columns: [
    { name: 'place_code', type: 'text', about: { zh: '地方代码', en: 'code of the place' }, of: r => r.placeCode },
    { name: 'place_name', type: 'text', about: { zh: '地方', en: 'the place' }, of: r => r.placeName },
    { name: 'level', type: 'text', about: { zh: '层级', en: 'level' }, codes: levels, of: r => r.level },
    { name: 'year', type: 'integer', about: { zh: '年份', en: 'year' }, of: r => r.year },
    {
      name: 'indicator_id',
      type: 'text',
      about: { zh: '缺目标的指标；缺整篇报告时为空', en: 'the indicator without a target; empty where the report is missing' },
      of: r => r.indicator,
    },
    { name: 'reason', type: 'text', about: { zh: '缺什么', en: 'what is missing' }, codes: reasons, of: r => r.reason },
    {
      name: 'expected_by',
      type: 'text',
      about: { zh: '为什么认为应有', en: 'why it was expected' },
      codes: {
        list: { zh: '在 --expect 给的名单里', en: 'on the list given with --expect' },
        run: { zh: '在该地已有报告的首末年之间', en: 'between the first and the last report of the place' },
      },
      of: r => r.expected,
    },
    {
      name: 'document_id',
      type: 'text',
      about: { zh: '没有该目标的文档', en: 'the document without the target' },
      of: r => r.document,
    },
    { name: 'file_name', type: 'text', about: { zh: '没有读成的文件', en: 'the file that could not be read' }, of: r => r.file },
  ],
}

export const indicators: Table<IndicatorEntry, null> = {
  name: 'indicators',
  about: { zh: '指标目录：数据中出现的指标', en: 'the indicators of the catalogue that occur in the data' },
  row: { zh: '一个指标', en: 'one indicator' },
  parted: false,
  key: ['indicator_id'],
  shared: [],
  columns: [
    { name: 'indicator_id', type: 'text', about: { zh: '编号', en: 'id' }, of: r => r.id },
    { name: 'indicator_name', type: 'text', about: { zh: '名称', en: 'name' }, of: r => r.name },
    { name: 'indicator_english', type: 'text', about: { zh: '英文名称', en: 'English name' }, of: r => r.english },
    { name: 'unit', type: 'text', about: { zh: '统计上通用的单位', en: 'the unit usual in statistics' }, of: r => r.unit },
    {
      name: 'direction',
      type: 'text',
      about: { zh: '怎样为好', en: 'what is better' },
      codes: {
        more: { zh: '越多越好', en: 'more' },
        less: { zh: '越少越好', en: 'less' },
        keep: { zh: '保持在界限内', en: 'within bounds' },
        neutral: { zh: '无所谓', en: 'neither' },
      },
      of: r => r.direction,
    },
    { name: 'department', type: 'text', about: { zh: '通常的牵头部门', en: 'the usual lead department' }, of: r => r.department },
    { name: 'topic', type: 'text', about: { zh: '主题', en: 'topic' }, of: r => r.topic },
  ],
}
