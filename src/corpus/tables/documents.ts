/** One row a document, with what the other documents say of it: duplicates, the report before, what is new. */
import type { DocumentRecord } from '../records.ts'
import { report } from './shared.ts'
import type { Column, Table } from './table.ts'

/** A document with what is known of it among the others. */
export interface DocumentRow {
  document: DocumentRecord
  duplicateOf: string | null
  duplicateKind: 'same-bytes' | 'same-text' | 'near' | null
  preferred: boolean
  previous: string | null
  novelty: number | null
}

const text = (name: string, zh: string, en: string, of: (d: DocumentRecord) => string | null): Column<DocumentRow> => ({
  name,
  type: 'text',
  about: { zh, en },
  of: r => of(r.document),
})
const count = (name: string, zh: string, en: string, of: (d: DocumentRecord) => number | null): Column<DocumentRow> => ({
  name,
  type: 'integer',
  about: { zh, en },
  of: r => of(r.document),
})

export const duplicateKinds = {
  'same-bytes': { zh: '字节相同', en: 'the same bytes' },
  'same-text': { zh: '正文相同，标点、空白不计', en: 'the same text, marks and blanks apart' },
  near: { zh: '正文相近（相似度不低于 0.8）', en: 'nearly the same text (similarity at least 0.8)' },
} as const

export const documents: Table<DocumentRow, DocumentRecord> = {
  name: 'documents',
  about: { zh: '文档', en: 'the documents' },
  row: { zh: '一篇文档', en: 'one document' },
  parted: false,
  key: ['document_id'],
  shared: report,
  columns: [
    text(
      'document_name',
      '文件夹内的路径；压缩包内为 包名!/路径',
      'path below the folder; ARCHIVE!/PATH inside an archive',
      d => d.name,
    ),
    text('file_name', '所在文件', 'the file that holds it', d => d.file),
    text('document_sha256', '文档字节的 SHA-256', 'SHA-256 of its bytes', d => d.sha256),
    text('media_type', '格式', 'format', d => d.mediaType),
    text('encoding', '文本编码', 'encoding of the text', d => d.encoding),
    text('title', '标题', 'title', d => d.title),
    count('review_year', '所回顾的年份', 'the year reviewed', d => d.reviewYear),
    text('report_date', '会议或发布日期', 'date of the session or of issue', d => d.date),
    text('body', '受众（人代会）或发布机构', 'the assembly addressed, or the issuing body', d => d.body),
    text('source_url', '文档自带的网址', 'address that the document itself gives', d => d.url),
    text('published', '文档自带的发布日期', 'date of publication that the document itself gives', d => d.published),
    count('pages', '页数', 'pages', d => d.pages),
    count('characters', '正文长度（UTF-16 码元）', 'length of the text (UTF-16 code units)', d => d.characters),
    count('statements', '句数', 'statements', d => d.statements),
    count('figures', '数据数', 'figures', d => d.figures),
    count('facts', 'facts 表中的行数', 'rows in the table facts', d => d.facts),
    count('tasks', '任务数', 'tasks', d => d.tasks),
    count('targets_set', '设了数字目标的主要指标数', 'headline indicators for which a number is set', d => d.targetsSet),
    count('repairs', '记录的排版、采集缺陷数', 'defects of layout or capture that were listed', d => d.repairs),
    count(
      'repeated_bodies',
      '正文重复的次数（同一文件里贴了两遍）',
      'times that the body is repeated within the document',
      d => d.repeatedBodies,
    ),
    text('warnings', '读取时的提示，用 | 分开', 'warnings on reading, separated by |', d => d.warnings.join('|') || null),
    {
      name: 'duplicate_of',
      type: 'text',
      about: { zh: '与之重复的、排在前面的文档', en: 'the earlier document of which it is a duplicate' },
      of: r => r.duplicateOf,
    },
    {
      name: 'duplicate_kind',
      type: 'text',
      about: { zh: '怎样重复', en: 'how' },
      codes: duplicateKinds,
      of: r => r.duplicateKind,
    },
    {
      name: 'preferred',
      type: 'boolean',
      about: {
        zh: '同一地方、年份、文种有几篇时，数据最多的一篇为 true；一地一年一篇的分析用它筛选',
        en: 'of several documents of one place, year and kind the one with most facts; choose by it for one report a place and year',
      },
      of: r => r.preferred,
    },
    {
      name: 'previous_document',
      type: 'text',
      about: { zh: '同一地方上一篇同文种文档', en: 'the document of the same kind before it, of the same place' },
      of: r => r.previous,
    },
    {
      name: 'novelty',
      type: 'number',
      about: {
        zh: '新内容占比：八字片段中上一篇没有的比例，抽样估计（误差约 0.02）',
        en: 'share of new content: of its passages of eight characters those that the previous document lacks, by sample (error about 0.02)',
      },
      of: r => r.novelty,
    },
  ],
}
