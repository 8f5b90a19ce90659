/** What every part of the terminal's answer knows: the terminal, its colours and width, how sides of links are written. */
import type { sidesOf } from '../../tell/link-page/amounts.ts'
import type { Paint } from '../summary/layout.ts'
import type { Terminal } from '../terminal.ts'

export interface LinkTextOptions {
  /** Every task and every indicator, not only the first. */
  full: boolean
}

export interface Sheet extends LinkTextOptions {
  terminal: Terminal
  paint: Paint
  columns: number
  /** How one side of a link is written. */
  side: ReturnType<typeof sidesOf>
}

/** Says how much more there is; nothing where all is shown. */
export const restLine = (rest: number, { terminal, paint }: Sheet): string[] =>
  rest > 0
    ? [`   ${paint(terminal.say({ zh: `另有 ${rest} 条（--full 全部列出）`, en: `${rest} more (--full lists all)` }), 'dim')}`]
    : []
