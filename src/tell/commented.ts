/** A Word document with what checking found as comments at the places: a copy of the report's own, or one made from its text. */
import type { FactChange } from '../check/changes.ts'
import type { Finding, Place, Severity, Words } from '../check/types.ts'
import { type DocxComment, type Limits, withComments } from '../documents/index.ts'
import type { Reading } from '../read/types.ts'

export interface CommentedOptions {
  lang?: 'zh' | 'en'
  limits?: Limits
  /** What became of an earlier version, where there is one; what was dropped has no place and is told in the terminal alone. */
  changes?: readonly FactChange[] | null
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const severities: Record<Severity, Words> = {
  error: { zh: '错误', en: 'Error' },
  warning: { zh: '提醒', en: 'Warning' },
  note: { zh: '提示', en: 'Note' },
}

/**
 * @param bytes the file that the reading was made from, where it is known; only those of a docx are used
 * @returns a docx: of a docx the same document with comments added, its formatting and its own comments kept; of anything else its
 *   lines, headings as headings. The same input gives the same bytes.
 * @throws DocumentError where the bytes are beyond the limits or broken
 */
export async function commented(
  reading: Reading,
  findings: readonly Finding[],
  bytes: Uint8Array | null,
  { lang = 'zh', limits, changes }: CommentedOptions = {},
): Promise<Uint8Array> {
  const comments = [
    ...findings.map(finding => commentOf(finding, lang)),
    ...(changes ?? []).flatMap(change => (change.at ? [changeComment(change, change.at, lang)] : [])),
  ]
  if (bytes && reading.source.mediaType === docx) return withComments(bytes, comments, limits)
  const { docxOf } = await import('./docx-of.ts')
  const made = await docxOf(reading)
  return withComments(
    made.bytes,
    comments.map(comment => placed(comment, made.offset)).filter(comment => comment !== null),
    limits,
  )
}

function commentOf(finding: Finding, lang: 'zh' | 'en'): DocxComment {
  const say = (words: Words) => words[lang]
  const { severity, rule, message, working, proposal, against, related } = finding
  const colon = lang === 'zh' ? '：' : ': '
  const paragraphs = [
    `${say(severities[severity])} · ${rule}`,
    say(message),
    working && `${say({ zh: '算式', en: 'Working' })}${colon}${working.formula}`,
    proposal && `${say({ zh: '建议', en: 'Proposal' })}${colon}${say(proposal)}`,
    against && `${against.name}${colon}${against.text.replace(/\s+/g, ' ')}`,
    ...related
      .slice(0, 3)
      .map(other => `${say({ zh: '另见', en: 'See' })}${colon}${other.text.replace(/\s+/g, ' ').slice(0, 40)}`),
  ]
  return comment(finding, lang, paragraphs)
}

function changeComment({ name, before, after, rounding }: FactChange, at: Place, lang: 'zh' | 'en'): DocxComment {
  const say = (words: Words) => words[lang]
  const head =
    before === null
      ? { zh: '与另一稿相比：新增', en: 'Added since the other version' }
      : { zh: '与另一稿相比：改动', en: 'Changed since the other version' }
  const values = before === null ? say(name) : `${say(name)}${lang === 'zh' ? '：' : ': '}${before} → ${after}`
  return comment(at, lang, [say(head), values, rounding ? say({ zh: '只差舍入', en: 'by rounding alone' }) : null])
}

const comment = ({ start, end, text }: Place, lang: 'zh' | 'en', paragraphs: (string | null)[]): DocxComment => ({
  start,
  end,
  text,
  author: lang === 'zh' ? '解读校对' : 'jiedu check',
  initials: lang === 'zh' ? '校' : 'jd',
  paragraphs: paragraphs.filter(said => said !== null),
})

/** The comment in the document made from the text; null for a place that holds nothing but line ends. */
function placed(comment: DocxComment, offset: (at: number) => number): DocxComment | null {
  const lead = /^\s*/.exec(comment.text)![0].length
  const text = comment.text.trim()
  if (text === '') return null
  const start = offset(comment.start + lead)
  const end = offset(comment.start + lead + text.length)
  // lines that are empty in the source do not stand in the document
  return { ...comment, start, end, text: text.replace(/\s*[\r\n]\s*/g, '\n').replace(/[\x00-\x09\x0b-\x1f\x7f]/g, ' ') }
}
