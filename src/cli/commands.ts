/** The commands: one line each. A command's module is loaded only when it is called or its help is asked for. */
import type { Words } from '../documents/types.ts'
import type { Command } from './command.ts'

export interface Entry {
  about: Words
  load(): Promise<{ default: Command }>
}

export const commands: Record<string, Entry> = {
  read: {
    about: { zh: '解读报告：数据、目标、任务，按四个问题列出', en: 'read reports: figures, targets and tasks by four questions' },
    load: () => import('./read.ts'),
  },
  tell: { about: { zh: '把解读做成网页', en: 'make a page of a reading' }, load: () => import('./tell.ts') },
  check: {
    about: {
      zh: '校对报告：加总、占比、基数、前后一致，附算式',
      en: 'proof-read reports: sums, shares, bases, contradictions, with the working',
    },
    load: () => import('./check.ts'),
  },
  corpus: {
    about: {
      zh: '把整个文件夹的报告做成数据集：CSV、Parquet',
      en: 'make a data set of a folder of reports: CSV, Parquet',
    },
    load: () => import('./corpus.ts'),
  },
  link: {
    about: {
      zh: '关联报告：承诺与结果，历年与各地，各级加码',
      en: 'link reports: promises and outcomes, years and places, levels of government',
    },
    load: () => import('./link.ts'),
  },
  work: {
    about: { zh: '从队列取任务解读，供 corpus --queue 用', en: 'read what corpus --queue puts into a queue' },
    load: () => import('./work.ts'),
  },
  start: {
    about: { zh: '读样例或一篇报告，列出要点，打开网页服务', en: 'read the sample or a report, sum it up, serve its page' },
    load: () => import('./start.ts'),
  },
  schema: {
    about: { zh: '输出解读结果的 JSON Schema', en: 'print the JSON Schema of a reading' },
    load: () => import('./schema.ts'),
  },
}
