/** Whether a text is what jiedu reads, and what is odd about it: Chinese prose, binary remains, endless lines. */
import { DocumentError, place } from './error.ts'
import type { Warning } from './types.ts'

/** Below this share of Han characters among all that is not white space, a text is not Chinese prose. */
const leastHan = 0.15
/** Control characters (other than tab and line ends) above this share are no text. */
const mostControls = 0.005
/** A longer line is no paragraph: its line ends were lost. Whole reports on one line reach about 30,000. */
const longLine = 100_000

/** How a government work report in English announces itself; the reading then has little to go by. */
const englishReport = /\breport on the work of the government\b|on behalf of the state council,? i will now report/i

/** Throws `binary` where the bytes hold too many control characters to be a text in an encoding that keeps ASCII. */
export function refuseBinary(bytes: Uint8Array, file: string): void {
  let controls = 0
  for (const byte of bytes) if (byte < 32 && (byte < 9 || byte > 13)) controls++
  if (controls > 8 && controls / bytes.length > mostControls) throw binary(file)
}

export function binary(file: string): DocumentError {
  return new DocumentError('binary', file, {
    what: { zh: '不是文本：内容是二进制数据', en: 'not a text: the content is binary data' },
    todo: { zh: '请另存为纯文本（.txt，UTF-8）后再读', en: 'save it as plain text (.txt, UTF-8) and read that' },
  })
}

/** Throws `empty` or `not-chinese`; gives a warning where an English report is let through. */
export function judge(text: string, file: string): Warning[] {
  const seen = census(text)
  if (seen.visible === 0) {
    throw new DocumentError('empty', file, {
      what:
        text.length === 0
          ? { zh: '文件是空的', en: 'the file is empty' }
          : { zh: '文件里只有空白', en: 'the file holds only white space' },
      todo: {
        zh: '请检查是否选错了文件，或导出、下载没有完成',
        en: 'check that it is the right file and that its export or download was complete',
      },
    })
  }
  const share = seen.han / seen.visible
  // Kana with Han is Japanese; a few kana in a Chinese text are names.
  if (share >= leastHan && seen.kana < seen.han * 0.2) return []
  if (englishReport.test(text.slice(0, 5000))) return [english]
  const percent = Math.round(share * 100)
  throw new DocumentError('not-chinese', file, {
    what: { zh: `不像中文文章：汉字只占 ${percent}%`, en: `not Chinese prose: only ${percent}% of its characters are Chinese` },
    todo: {
      zh: '请换成政府工作报告的中文文本；如果是编码认错了，用 --encoding 指定',
      en: 'give the Chinese text of a report; if its encoding was guessed wrong, name it with --encoding',
    },
  })
}

const english: Warning = {
  code: 'english',
  where: null,
  what: {
    zh: '这是英文报告：只能读出数字，指标和目标基本认不出',
    en: 'an English report: numbers are found, indicators and targets mostly are not',
  },
  todo: { zh: '要完整解读，请用中文文本', en: 'read the Chinese text for a full reading' },
}

/** A warning for the first line that is too long to be a paragraph. */
export function longLines(text: string): Warning[] {
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start)
    const end = next === -1 ? text.length : next
    // Some captures end their lines with a lone carriage return.
    if (
      end - start >= longLine &&
      text
        .slice(start, end)
        .split('\r')
        .some(line => line.length >= longLine)
    ) {
      return [
        {
          code: 'long-line',
          where: place(text, start),
          what: {
            zh: `一行有 ${end - start} 字，可能丢了换行`,
            en: `one line of ${end - start} characters: its line breaks may be lost`,
          },
          todo: { zh: '已照样解读；分好段落会更准', en: 'read as it stands; paragraphs would make the reading better' },
        },
      ]
    }
    start = end + 1
  }
  return []
}

function census(text: string): { visible: number; han: number; kana: number } {
  let visible = 0
  let han = 0
  let kana = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit <= 32 || unit === 0xa0 || unit === 0x3000 || unit === 0xfeff || (unit >= 0x2000 && unit <= 0x200f)) continue
    if (unit >= 0xdc00 && unit <= 0xdfff) continue // second half of a pair
    visible++
    if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || (unit >= 0xd840 && unit <= 0xd87f)) han++
    else if (unit >= 0x3041 && unit <= 0x30fe && unit !== 0x30fb) kana++
  }
  return { visible, han, kana }
}
