/** Tasks: what is to be done, or was. */
import type { Figure, Task } from '../../read/index.ts'
import type { DocumentRecord } from '../records.ts'
import { report } from './shared.ts'
import type { Table } from './table.ts'

export interface TaskRow {
  task: Task
  figures: ReadonlyMap<string, Figure>
}

const joined = (spans: readonly { text: string }[]) => spans.map(span => span.text).join('|')

export const tasks: Table<TaskRow, DocumentRecord> = {
  name: 'tasks',
  about: {
    zh: '任务：要做的和做成的，各带行动、对象、数量、时限、责任单位',
    en: 'tasks planned and done: act, object, amounts, deadline, owner',
  },
  row: { zh: '一项任务', en: 'one task' },
  parted: true,
  key: ['document_id', 'task_id'],
  shared: report,
  columns: [
    { name: 'task_id', type: 'text', about: { zh: '文档内的任务编号', en: 'the task within the document' }, of: r => r.task.id },
    {
      name: 'status',
      type: 'text',
      about: { zh: '计划还是已做', en: 'planned or done' },
      codes: { planned: { zh: '要做', en: 'to be done' }, done: { zh: '已做', en: 'was done' } },
      of: r => r.task.status,
    },
    { name: 'act', type: 'text', about: { zh: '行动', en: 'what is done' }, of: r => r.task.act.text },
    { name: 'object', type: 'text', about: { zh: '对象', en: 'to what' }, of: r => r.task.object?.text },
    {
      name: 'amounts',
      type: 'text',
      about: { zh: '数量，用 | 分开', en: 'amounts, separated by |' },
      of: r => (r.task.figures.length ? r.task.figures.map(id => r.figures.get(id)?.text ?? '').join('|') : null),
    },
    { name: 'task_place', type: 'text', about: { zh: '地点', en: 'where' }, of: r => r.task.place?.text },
    { name: 'deadline', type: 'text', about: { zh: '时限', en: 'by when' }, of: r => r.task.deadline?.text },
    { name: 'lead_unit', type: 'text', about: { zh: '牵头单位', en: 'lead unit' }, of: r => r.task.body?.text },
    {
      name: 'co_units',
      type: 'text',
      about: { zh: '责任单位，用 | 分开', en: 'co-units, separated by |' },
      of: r => joined(r.task.coBodies),
    },
    {
      name: 'rateable',
      type: 'text',
      about: {
        zh: '可按什么考核：measure 数量、date 时限、owner 责任人、end 看得见的完成事项，用 | 分开',
        en: 'by what it can be rated: measure, date, owner, end (a named thing that is then there), separated by |',
      },
      of: r => r.task.rateable.join('|'),
    },
    {
      name: 'list_item',
      type: 'integer',
      about: { zh: '民生实事清单中的第几件', en: 'number in a list of services to the public' },
      of: r => r.task.item,
    },
    {
      name: 'task_start',
      type: 'integer',
      about: { zh: '在正文中的起点', en: 'where it begins in the text' },
      of: r => r.task.start,
    },
    { name: 'task_end', type: 'integer', about: { zh: '在正文中的终点', en: 'where it ends' }, of: r => r.task.end },
    { name: 'text', type: 'text', about: { zh: '原文', en: 'the words' }, of: r => r.task.text },
  ],
}
