import type { Figure } from '../../read/types.ts'
import type { Check } from '../context.ts'
import { agreement, amount, type Interval, meet, over, plain, standsFor } from '../interval.ts'
import type { Rule } from '../types.ts'

const SHARE =
  /(占比|占|占总数|占总量的?|完成率|办结率|落实率|达标率|合格率|开工率|竣工率|投产率|完工率|比例|比重|占到|的比例|率)(的|为|达|达到|约|是|均为|分别为)*$/

export const countShare: Rule = {
  id: 'count-share',
  severity: 'warning',
  on: true,
  title: { zh: '占比与所列数不符', en: 'a share is not that of the counts stated' },
  about: {
    zh: '同一句里整体、部分和占比（完成率）都写出时，部分÷整体应等于占比。整体、部分、占比紧挨着（“其中…占比”“N项指标，已达标M项，达标率…”）时直接比；否则只在算得的比与所写占比相差不到 5 个百分点时报：差得远的多半说的不是同一整体。',
    en: 'Where one sentence states whole, part and share, part ÷ whole is the share. Where the three stand together they are compared as they are; otherwise it fires where the two are within 5 points: numbers further apart rarely belong together.',
  },
  fires: [
    { text: '222项目标任务中，达进度162项，占72.0%。', at: '72.0%' },
    { text: '一般公共预算收入9.8亿元、增长7.5%，其中税收收入6.9亿元、占比76.4%。', at: '76.4%' },
    { text: '考核的39项指标，已达标37项，达标率84.87%。', at: '84.87%' },
  ],
  quiet: [
    { text: '222项目标任务中，达进度162项，占73.0%。' },
    { text: '一般公共预算收入9.8亿元、增长7.5%，其中税收收入6.9亿元、占比70.4%。' },
    { text: '办理人大代表建议84件、政协委员提案65件，办复率100%。' },
    { text: '全年签约项目222个，开工162个，完成投资占年度计划的95%。' },
  ],
  run(check, notes) {
    for (const figures of check.figuresByStatement().values()) {
      for (let i = 2; i < figures.length; i++) {
        const share = figures[i]!
        if (share.unit !== '%' || share.measure !== 'level' || share.value === null || !SHARE.test(check.before(share, 16)))
          continue
        const found = partAndWhole(check, figures, i)
        if (!found) continue
        const { part, whole } = found
        const ratio = over(standsFor(part)!, standsFor(whole)!)
        if (!ratio) continue
        const computed: Interval = [ratio[0] * 100, ratio[1] * 100]
        const stated = standsFor(share)!
        const nominal = (part.value! / whole.value!) * 100
        const formula = `${amount(part.value!)} ÷ ${amount(whole.value!)} = ${plain(nominal, Math.max(2, (share.decimals ?? 0) + 1))}%`
        const agreed = agreement(stated, computed, nominal)
        const ids = [part.id, whole.id, share.id]
        if (!found.tight && Math.abs(nominal - share.value) > 5) continue
        notes.sum({ agreement: agreed, figures: ids, formula })
        if (agreed !== 'no') continue
        const step = 10 ** -(share.decimals ?? 0)
        const cut = meet([stated[0] - step / 2, stated[1] + step / 2], computed)
        notes.found({
          start: share.start,
          end: share.end,
          severity: cut ? 'note' : 'warning',
          message: {
            zh: `${formula}，文中写 ${share.text}`,
            en: `${formula}; the text says ${share.text}`,
          },
          working: { formula, figures: ids, computed, stated },
          related: [part, whole],
        })
      }
    }
  },
}

/** The two counts of one unit right before a share: the nearer is the part, the larger before it the whole. */
function partAndWhole(
  check: Check,
  figures: readonly Figure[],
  i: number,
): { part: Figure; whole: Figure; tight: boolean } | null {
  const share = figures[i]!
  const part = figures[i - 1]!
  if (share.start - part.end > 14 || /[。；;]/.test(check.between(part, share))) return null
  if (part.value === null || part.measure !== 'level' || part.comparator !== 'eq' || part.unit === '%') return null
  for (let j = i - 2; j >= 0; j--) {
    const whole = figures[j]!
    if (whole.unit !== part.unit || whole.value === null) continue
    if (whole.measure !== 'level' || whole.comparator !== 'eq' || whole.value <= part.value) continue
    // 其中…6.9亿元、占比70.4%; 39项指标，已达标37项，达标率94.87%: whole, part and share with nothing between them
    const between = check.between(whole, part)
    const tight =
      figures.slice(j + 1, i - 1).every(f => /[%％]/.test(f.unit)) &&
      between.length < 30 &&
      !/[。；;\n]/.test(between) &&
      share.value !== 100 &&
      (/其中|[中里][，,：:]|[，,]已/.test(between) || /占比(达到?|为|约)?$/.test(check.between(part, share))) &&
      /^[^，,、]{0,6}[，,、（(]?[^，,、\d]{0,6}$/.test(check.between(part, share))
    return { part, whole, tight }
  }
  return null
}
