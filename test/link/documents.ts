/** Short reports and notices for tests of links. */
import { readFileSync } from 'node:fs'
import { read } from '../../src/read/index.ts'
import type { Reading } from '../../src/read/types.ts'

export const reading = (name: string, text: string): Reading =>
  read({ source: { name, mediaType: 'text/plain', encoding: null, sha256: null, pages: null }, text, repairs: [] })

/** A report in the shape of the genre: a review, the year's targets, the year's work. */
export const report = (year: number, review: string, targets: string, work = '', place = '青禾县'): Reading =>
  reading(
    `${place}-${year}.txt`,
    `${place}政府工作报告\n——${year}年1月12日\n一、${year - 1}年工作回顾\n${review}\n二、${year}年主要目标\n今年全县经济社会发展主要预期目标是：${targets}\n三、${year}年重点工作\n${work}\n`,
  )

/** A notice on the first quarter. */
export const notice = (year: number, text: string, place = '青禾县'): Reading =>
  reading(
    `${place}-${year}-q1.txt`,
    `${place}${year}年一季度重点工作督办通报\n${place}政府督查室　${year}年4月12日\n一、主要指标完成情况\n${text}\n`,
  )

export const sample = (name: string): Reading => reading(name, readFileSync(`samples/${name}`, 'utf8'))
