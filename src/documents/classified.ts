/**
 * Classification marks. GB/T 9704—2012, 7.2.2: the degree of secrecy and its term stand at the left of the first
 * page's upper edge, in the first line or the one after the copy number (份号), as 机密★1年 or 绝密; a slip of paper
 * is marked the same way. The words 机密 and 秘密 in running prose are no mark.
 */
import { DocumentError } from './error.ts'

/** Lines of the head in which a mark may stand. */
const headLines = 12
/** A mark shares its line with a copy number and a degree of urgency at most. */
const mark =
  /^(?:(?:份号[:：]?)?\s*\d{1,6}\s+)?(?:密\s*级[:：\s]*)?((?:绝\s*密|机\s*密|秘\s*密)(?:\s*[★☆*]\s*(?:长\s*期|\d{1,3}\s*(?:年|个月|天)|[一二三四五六七八九十]{1,3}\s*年)?|\s*(?:长\s*期|\d{1,3}\s*(?:年|个月)))?)(?:\s+(?:特急|加急|急件|平急|特提|紧急))?\s*$/

/** The mark of a text, as it stands there; null where it bears none. */
export function classificationOf(text: string): string | null {
  let from = 0
  for (let n = 0; n < headLines && from < text.length; ) {
    const at = text.indexOf('\n', from)
    const end = at === -1 ? text.length : at
    const line = text
      .slice(from, Math.min(end, from + 120))
      .replace(/^[\s|]+|[\s|]+$/g, '')
      .replace(/\u3000/g, ' ')
    from = end + 1
    if (line === '') continue
    n++
    const found = mark.exec(line)
    if (found) return found[1]!.replace(/\s+/g, '')
    // The text has begun: what follows is prose.
    if (line.length > 60 || /[。；]$/.test(line)) return null
  }
  return null
}

/** Why a marked document is not read. */
export function refusal(said: string, file: string): DocumentError {
  return new DocumentError('classified', file, {
    what: {
      zh: `文件标有密级“${said}”，拒绝读取`,
      en: `the document bears the classification mark “${said}” and is refused`,
    },
    todo: {
      zh: '涉密文件不得在非涉密系统处理；如已获授权，由管理员设 JIEDU_CLASSIFIED=read 或用 --classified read',
      en: 'classified documents must not be processed here; where it is authorised, the operator sets JIEDU_CLASSIFIED=read or --classified read',
    },
  })
}
