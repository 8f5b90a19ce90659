/** Columns that several tables have in common. */
import { latestCode } from '../places.ts'
import type { DocumentRecord } from '../records.ts'
import { kinds, levels } from './codes.ts'
import type { Column } from './table.ts'

type Of = Column<DocumentRecord>

export const documentId: Of = {
  name: 'document_id',
  type: 'text',
  about: {
    zh: '文档编号，由文件名和内容得出；与 documents 表相连',
    en: 'the document, named from its name and bytes; joins with the table documents',
  },
  of: d => d.id,
}

export const documentSha: Of = {
  name: 'document_sha256',
  type: 'text',
  about: { zh: '文档字节的 SHA-256', en: 'SHA-256 of the bytes of the document' },
  of: d => d.sha256,
}

export const level: Of = {
  name: 'level',
  type: 'text',
  about: { zh: '报告所属层级；分区用', en: 'level of the report’s place; a partition key' },
  codes: levels,
  of: d => d.level,
}

export const year: Of = {
  name: 'year',
  type: 'integer',
  about: {
    zh: '报告年份，即所安排的那一年（2021年政府工作报告为2021）；分区用',
    en: 'year of the report, the one that it plans (2021 for 2021年政府工作报告); a partition key',
  },
  of: d => d.year,
}

export const kind: Of = {
  name: 'report_kind',
  type: 'text',
  about: { zh: '文种', en: 'kind of document' },
  codes: kinds,
  of: d => d.kind,
}

export const placeCode: Of = {
  name: 'place_code',
  type: 'text',
  about: {
    zh: '报告地方的行政区划代码，按报告年份有效的 GB/T 2260；000000 为全国',
    en: 'code of the report’s place by GB/T 2260, as valid in the year of the report; 000000 is the whole country',
  },
  of: d => d.placeCode,
}

export const placeCodeLatest: Of = {
  name: 'place_code_latest',
  type: 'text',
  about: {
    zh: '同一地方现在的代码（经历改名、升格、换码、并入后的），跨年连接用',
    en: 'the code that the place has now, after renaming, upgrading, renumbering or merging: joins its years',
  },
  of: d => latestCode(d.placeCode, d.year),
}

export const placeName: Of = {
  name: 'place_name',
  type: 'text',
  about: { zh: '报告地方的名称', en: 'name of the report’s place' },
  of: d => d.placeName,
}

/** What most tables say of the report. */
export const report: readonly Of[] = [documentId, level, year, kind, placeCode, placeCodeLatest, placeName]
