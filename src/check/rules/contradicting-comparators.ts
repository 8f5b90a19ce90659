import type { Rule, Severity } from '../types.ts'

const LOWER = /(不少于|不低于|不小于|至少|超过|突破|高于|多于)$/
const UPPER = /(不超过|不高于|不多于|不大于|至多|低于|少于|不足|不到)$/
const ABOUT = /(约|大约|大概|接近|将近)$/
const after = {
  about: /^(左右|上下)/,
  upper: /^(以内|以下|之内)/,
  lower: /^(以上|及以上)/,
}

/** Before, after, and what is wrong with the two together. */
const PAIRS: [RegExp, RegExp, Severity, string, string][] = [
  [LOWER, after.about, 'warning', '下限与约数并用', 'a lower bound and an approximation'],
  [LOWER, after.upper, 'warning', '下限与上限并用', 'a lower and an upper bound'],
  [UPPER, after.lower, 'warning', '上限与下限并用', 'an upper and a lower bound'],
  [UPPER, after.about, 'warning', '上限与约数并用', 'an upper bound and an approximation'],
  [ABOUT, after.lower, 'note', '约数与下限并用', 'an approximation and a lower bound'],
  [ABOUT, after.about, 'note', '约数说了两遍', 'an approximation said twice'],
  [LOWER, after.lower, 'note', '下限说了两遍', 'a lower bound said twice'],
]

export const contradictingComparators: Rule = {
  id: 'contradicting-comparators',
  severity: 'warning',
  on: true,
  title: { zh: '限定词互相矛盾或重复', en: 'comparators contradict or repeat each other' },
  about: {
    zh: '“不少于10个左右”“超过5%以内”“约30%以上”：数前数后的限定词只能说一个意思。',
    en: 'The words before and after a number bound it in one way only: "no fewer than about ten" says two things.',
  },
  fires: [
    { text: '新增企业不少于100家左右。', at: '不少于100家左右' },
    { text: '单位能耗降幅不低于3%以内。', at: '不低于3%以内' },
    { text: '培训人员约2万人左右。', at: '约2万人左右' },
  ],
  quiet: [
    { text: '新增企业不少于100家。' },
    { text: '失业率控制在5%以内。' },
    { text: '货币供应量增长11.3%，低于13%左右的预期目标。' },
    { text: '规模超过10亿元以上的企业由市里管，合计30家左右。' },
  ],
  run(check, notes) {
    for (const figure of check.figures) {
      if (figure.role !== 'measure') continue
      const before = check.before(figure, 6)
      const following = check.after(figure, 6)
      if (PAIRS.some(([one]) => one.test(before)) || PAIRS.some(([, two]) => two.test(following))) notes.looked()
      for (const [one, two, severity, zh, en] of PAIRS) {
        const a = one.exec(before)
        const b = two.exec(following)
        if (
          !a ||
          !b ||
          /^的?(预期|计划|年度|年初)?(目标|水平)/.test(check.text.slice(figure.end + b[0].length, figure.end + b[0].length + 8))
        )
          continue
        notes.found({
          start: figure.start - a[0].length,
          end: figure.end + b[0].length,
          severity,
          message: { zh: `${zh}：“${a[0]}…${b[0]}”`, en: `${en}: ${a[0]} … ${b[0]}` },
          proposal: {
            zh: `只留一个：${a[0]}${figure.text} 或 ${figure.text}${b[0]}`,
            en: `keep one: ${a[0]}${figure.text} or ${figure.text}${b[0]}`,
          },
        })
        break
      }
    }
  },
}
