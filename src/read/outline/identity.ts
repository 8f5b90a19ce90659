/** Who reports, for which year, when: from the text's own head and headings, never from the page around it. */
import type { Report } from '../types.ts'
import { englishIdentity } from './english.ts'
import { MARKDOWN } from './headings.ts'
import type { Block } from './layout.ts'
import { isTitle } from './layout.ts'
import type { Line } from './lines.ts'
import { reporter } from './reporter.ts'
import { SESSION, sessionDate, yearPlanned } from './year.ts'

const DIGEST = /解读|一图|读懂|摘登|摘要|要点|看点/

function kindOf(text: string, titles: string[], opening: string, salutation: boolean): Report['kind'] {
  const title = titles.join(' ')
  if (DIGEST.test(title) && /政府工作报告/.test(title)) return 'digest'
  if (!salutation && /通报|督查|督办|完成情况|进展情况|推进情况/.test(title)) return 'notice'
  if (salutation || /工\s*作\s*报\s*告/.test(title)) return 'report'
  if (/统计公报/.test(title)) return 'communique'
  if (/规划|计划|纲要|方案|任务分解|责任分解/.test(title)) return 'plan'
  if (/怎么看|怎么干|怎么办/.test(opening)) return 'digest'
  return text.length > 4000 && /政府(各部门|自身建设|工作)|国务院/.test(text) ? 'report' : 'other'
}

/** How well a line serves as the title; 0 for none. A page's own heading (工作报告) is worst, a photo's caption is none. */
function titleRank(words: string): number {
  if (words.length > 60 || /记者|[摄攝]$|相关|来源|^[（(]?\d{4}\s*年\s*\d+\s*月|[。；]/.test(words)) return 0
  if (/^(\d{4}年)?[\u4e00-\u9fff]{0,14}(\d{4}年)?(国务院|人民)?政府工作报告([（(][^（）()]*[）)])?$/.test(words))
    return words === '政府工作报告' ? 4 : 5
  if (/政府工作报告/.test(words)) return 3
  if (/公报|通报|解读|督查专报|进展情况|完成情况/.test(words)) return 3
  return /工作报告|规划|方案|计划.*报告/.test(words) ? 1 : 0
}

/** The title as it reads: without what a capture puts before it, spaces between its characters and the session after a dash. */
function bestTitle(lines: string[]): string | null {
  let best: string | null = null
  let most = 0
  for (const line of lines) {
    const words = line
      .replace(MARKDOWN, '')
      .replace(/^(标题|资料|名\s*称)[:：]/, '')
      .replace(/(?<=[\u4e00-\u9fff])[\s?]+(?=[\u4e00-\u9fff])/g, '')
      .replace(/^[—―－–\-\s]+/, '')
      .replace(/(?<=报告)[—―－–\-\s]*(在|[\d二]).*$/, '')
      .trim()
    const rank = titleRank(words)
    if (rank > most) {
      best = words
      most = rank
    }
  }
  return best
}

/** The identity of a report, as its own head, session line, signature and headings give it. */
export function identity(text: string, blocks: Block[], front: Line[], name: string): Report {
  const said = (block: { start: number; end: number }): string => text.slice(block.start, block.end)
  const english = englishIdentity(text)
  if (english) return english
  const titles = front
    .map(said)
    .filter(isTitle)
    .map(t => t.replace(MARKDOWN, ''))
  const salutation = blocks.some(b => b.kind === 'salutation' || (b.kind === 'paragraph' && text.startsWith('各位代表', b.start)))
  const opening = blocks.filter(b => b.kind !== 'furniture' && b.kind !== 'title').slice(0, 6)
  const head: Line[] = [...front.slice(-60), ...opening.slice(0, 3)]
  const date = sessionDate(text, head)
  const named = bestTitle([...front.map(said), ...opening.slice(0, 1).map(said)])
  const year = yearPlanned(text, blocks, {
    date,
    titles: titles.filter(t => !SESSION.test(t)),
    opening: [...titles, ...opening.map(said)].map(s => s.slice(0, 200)),
    name,
  })
  const { place, body } = reporter({
    title: named,
    head: head.map(said),
    opening: opening.map(said).map(s => s.slice(0, 120)),
    headings: blocks
      .filter(b => b.kind === 'heading')
      .map(said)
      .slice(0, 40),
    body: text,
    year,
  })
  return {
    title: named,
    kind: kindOf(
      text,
      titles,
      blocks
        .filter(b => b.kind === 'heading')
        .map(said)
        .join(' '),
      salutation,
    ),
    place,
    year,
    reviewYear: year === null ? null : year - 1,
    date,
    body,
  }
}
