/** What passes between the program and the process that reads. */
import { DocumentError, type DocumentErrorCode } from '../error.ts'
import type { Extracted, FormatId, ReadOptions } from '../formats/types.ts'
import type { Words } from '../types.ts'

export interface Order {
  id: FormatId
  bytes: Uint8Array
  options: ReadOptions
}

export type Answer =
  | { extracted: Extracted }
  | { refused: { code: DocumentErrorCode; file: string; what: Words; todo: Words; where: Words | null } }
  | { defect: string }

/** What the process sends back; `spent` asks not to be given another document. */
export interface Reply {
  answer: Answer
  spent: boolean
}

/** An error as plain data: classes do not pass between processes. */
export function answerOf(error: unknown): Answer {
  if (error instanceof DocumentError) {
    const { code, file, what, todo, where } = error
    return { refused: { code, file, what, todo, where } }
  }
  return { defect: error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error) }
}

/** @throws DocumentError where the process answered with one */
export function extractedOf(answer: Answer, file: string, format: string): Extracted {
  if ('extracted' in answer) return answer.extracted
  if ('refused' in answer) throw new DocumentError(answer.refused.code, answer.refused.file, answer.refused)
  throw defect(file, format, answer.defect)
}

/** A reader failed in a way that it should not: the file may be damaged, the program certainly is. */
export function defect(file: string, format: string, said: string): DocumentError {
  return new DocumentError('defect', file, {
    what: {
      zh: `读 ${format} 时出错，这是程序的缺陷（${said}）`,
      en: `reading the ${format} file failed, a defect of the program (${said})`,
    },
    todo: {
      zh: '请把文件和这行字报告给维护者；可以先另存为 .txt 再读',
      en: 'please report this line and the file; save it as .txt to read it meanwhile',
    },
  })
}
