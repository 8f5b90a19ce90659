import type { Figure } from '../../read/types.ts'
import type { Check } from '../context.ts'
import type { Rule } from '../types.ts'

const SAME_LIST = /^(以上|左右|以内)?[、，,和及与]$/
/** Words that may stand for several at once, or hide how many are meant. */
const OPEN = /城乡|进出口|各|等|两|双|三[项个]|[四五六七八]项|以及|一二三|县市区|比重|或|从|由|至|到[^位]/

export const listLengths: Rule = {
  id: 'list-lengths',
  severity: 'warning',
  on: true,
  title: { zh: '“分别”前后数目不等', en: 'the lists around 分别 differ in length' },
  about: {
    zh: '“甲、乙、丙分别增长a、b”：前面列几项，后面就应有几个数。用“和、与、及”连接的项数不定，按可能的最少和最多算，两头都够不着才报。',
    en: 'As many numbers follow 分别 as things are named before it. 和, 与 and 及 may join or belong to a name, so the fewest and the most possible are counted; it fires only outside both.',
  },
  fires: [
    { text: '粮食产量、蔬菜产量、水果产量分别增长3%、5%。', at: '3%、5%' },
    { text: '工业投资、民间投资分别增长8%、9%、10%。', at: '8%、9%、10%' },
  ],
  quiet: [
    { text: '粮食产量、蔬菜产量、水果产量分别增长3%、5%、6%。' },
    { text: '城镇和农村居民人均可支配收入分别增长5%、6%。' },
    { text: '规模以上工业增加值、企业主营业务收入和利润分别增长5%、6%、7%。' },
  ],
  run(check, notes) {
    for (const figures of check.figuresByStatement().values()) {
      for (let i = 0; i < figures.length; ) {
        const run = runAt(check, figures, i)
        i += Math.max(run.length, 1)
        if (run.length > 0)
          judge(
            check,
            run,
            found => notes.found(found),
            done => notes.sum(done),
          )
      }
    }
  },
}

/** The figures that form one list: 3%、5%和6%. */
function runAt(check: Check, figures: readonly Figure[], i: number): Figure[] {
  const run = [figures[i]!]
  while (i + run.length < figures.length) {
    const next = figures[i + run.length]!
    const last = run[run.length - 1]!
    const gap = check.between(last, next)
    // a comma joins numbers of one list and clauses alike
    if (!SAME_LIST.test(gap) || (/[，,]/.test(gap) && next.unit !== last.unit)) break
    run.push(next)
  }
  return run
}

type Out = Parameters<Rule['run']>[1]

function judge(check: Check, run: Figure[], found: Out['found'], sum: Out['sum']): void {
  const first = run[0]!
  const last = run[run.length - 1]!
  const { start } = check.statement(first.statement)
  const head = check.text.slice(start, first.start)
  const match =
    /(?:^|[，,；;。：:])([^，,；;。：:]*)分别(?:同比|比上年|比去年)?(增长|提高|下降|达到|完成|实现|为|达|增加|上升|减少)(?:了)?$/.exec(
      head,
    )
  if (!match || run.length < 2) return
  const names = match[1]!
  // what is named in clauses before cannot be counted
  if (!names.includes('、') || OPEN.test(names) || /^([，,、；;]?(其中|分别)|[和及、，]?\d)/.test(check.after(last, 6))) return
  const least = names.split('、').length
  const most = names.split(/[、和与及]/).length
  const agreed = run.length >= least && run.length <= most
  const ids = run.map(f => f.id)
  const formula = least === most ? `${least} | ${run.length}` : `${least}–${most} | ${run.length}`
  sum({ agreement: agreed ? 'exact' : 'no', figures: ids, formula })
  if (agreed) return
  // more numbers than names: the list may have begun in the clause before
  const clauseBefore = /[^。；;，,]*[，,]$/.exec(head.slice(0, match.index + 1))
  if (run.length > most && match.index > 0 && clauseBefore && !/\d/.test(clauseBefore[0])) return
  found({
    start: first.start,
    end: last.end,
    message: {
      zh: `“分别”前列了 ${least === most ? least : `${least} 到 ${most}`} 项，后面有 ${run.length} 个数`,
      en: `${least === most ? least : `${least} to ${most}`} things are named before 分别, ${run.length} numbers follow`,
    },
    working: { formula, figures: ids, computed: [least, most], stated: [run.length, run.length] },
  })
}
