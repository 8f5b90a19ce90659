/** What years show that one report does not: dropped and changed targets, projects from stage to stage, what is said anew. */
import type { Linked } from '../../link/index.ts'
import { stepsOf } from '../../tell/link-page/history.ts'
import { periodWords } from '../summary/cells.ts'
import { clip, pad } from '../summary/layout.ts'
import { restLine, type Sheet } from './sheet.ts'
import { dropKinds, stages } from './words.ts'

/** Projects and drops that are listed unless all are wanted. */
const shown = 12

export function historyLines(linked: Linked, sheet: Sheet): string[] {
  return [...dropLines(linked, sheet), ...lifeLineLines(linked, sheet), ...noveltyLines(linked, sheet)]
}

function dropLines({ drops }: Linked, sheet: Sheet): string[] {
  if (drops.length === 0) return []
  const { terminal, paint, columns, full } = sheet
  const some = full ? drops : drops.slice(0, shown)
  return [
    '',
    paint(
      pad(` ${terminal.say({ zh: '没有下文和改动过的目标', en: 'Targets dropped or changed' })} ${drops.length}`, columns),
      'heading',
    ),
    ...some.map(({ kind, promise, later, words }) => {
      const period = promise.period === null ? '' : periodWords(promise.period, terminal.language)
      const sign = paint(pad(terminal.say(dropKinds[kind]), 10), later ? 'share' : 'dim')
      return clip(
        `   ${sign} ${pad(period, 12)} ${pad(promise.subject, 26)} ${later ? terminal.say(words) : promise.mark.text}`,
        columns,
      )
    }),
    ...restLine(drops.length - some.length, sheet),
  ]
}

function lifeLineLines({ lifeLines }: Linked, sheet: Sheet): string[] {
  if (lifeLines.length === 0) return []
  const { terminal, paint, columns, full } = sheet
  const some = full ? lifeLines : lifeLines.slice(0, shown)
  return [
    '',
    paint(pad(` ${terminal.say({ zh: '项目历年进展', en: 'Projects over the years' })} ${lifeLines.length}`, columns), 'heading'),
    ...some.map(({ name, points, setbacks }) => {
      const steps = stepsOf(points).map(
        ({ period, stage, status }) =>
          `${period.slice(0, 4)}${status === 'target' ? terminal.say({ zh: '拟', en: ' plan ' }) : ' '}${terminal.say(stages[stage])}`,
      )
      const warned = setbacks.length > 0 ? paint(terminal.say({ zh: '  ⚠ 有反复', en: '  ⚠ set back' }), 'down') : ''
      return `   ${pad(name, 30)} ${clip([...new Set(steps)].join(' → '), columns - 46)}${warned}`
    }),
    ...restLine(lifeLines.length - some.length, sheet),
  ]
}

function noveltyLines({ novelty }: Linked, { terminal, paint, columns }: Sheet): string[] {
  if (novelty.length === 0) return []
  const percent = (share: number | null): string => (share === null ? '—' : `${Math.round(share * 100)}%`)
  return [
    '',
    paint(
      pad(
        ` ${terminal.say({ zh: '新内容占比（按篇幅，与上一年比）', en: 'Share that is new (by length, against the year before)' })}`,
        columns,
      ),
      'heading',
    ),
    ...novelty.map(({ document, share, plans, results }) =>
      clip(
        `   ${pad(document, 40)} ${pad(percent(share), 6, 'right')}  ${terminal.say({ zh: `成绩 ${percent(results)}，打算 ${percent(plans)}`, en: `results ${percent(results)}, plans ${percent(plans)}` })}`,
        columns,
      ),
    ),
  ]
}
