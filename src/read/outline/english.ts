/** The identity of an official English translation of the national report. Its sentences are not read: reading is of Chinese. */
import type { Report } from '../types.ts'
import { NATION } from './reporter.ts'

const OPENING = /\bon behalf of the State Council\b/i
const TITLE = /^\s*(report on the work of the government)\b.*$/im
const DELIVERED =
  /\b(?:delivered|on)\b[^.\n]{0,160}?\b(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2}), (\d{4})/i
const BODY = /\b(?:\w+ Session of the )?\d+(?:st|nd|rd|th) National People[’']s Congress\b/
const REVIEWED = /\breview of (?:our|the|government)?\s*(?:government )?work in (\d{4})\b/i
const PLANNED = /\b(?:overall requirements|targets|major tasks|plans?|policy)\b[^.\n]{0,80}\b(?:for|in) (\d{4})\b/i
const MONTHS = 'January February March April May June July August September October November December'.toLowerCase().split(' ')

/** The identity, or null for a text that is no such translation. */
export function englishIdentity(text: string): Report | null {
  const head = text.slice(0, 3000)
  if (/[\u4e00-\u9fff]{4}/.test(head) || !OPENING.test(head)) return null
  const delivered = DELIVERED.exec(head.slice(0, 600))
  const month = delivered && MONTHS.indexOf(delivered[1]!.toLowerCase()) + 1
  const two = (n: number): string => String(n).padStart(2, '0')
  const reviewed = REVIEWED.exec(text)
  const planned = PLANNED.exec(text)
  const year = delivered ? Number(delivered[3]) : reviewed ? Number(reviewed[1]) + 1 : planned ? Number(planned[1]) : null
  return {
    title: TITLE.exec(head)?.[0].trim() ?? null,
    kind: 'report',
    place: NATION,
    year,
    reviewYear: year === null ? null : year - 1,
    date: delivered ? `${delivered[3]}-${two(month!)}-${two(Number(delivered[2]))}` : null,
    body: BODY.exec(head)?.[0] ?? null,
  }
}
