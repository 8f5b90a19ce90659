import { againstAs } from '../against.ts'
import { type Compared, compared } from '../compared.ts'
import type { Found, Rule, Severity, Words } from '../types.ts'

const REPORT = '清水市政府工作报告\n——2021年1月12日\n一、2020年工作回顾\n'
const COMMUNIQUE = '清水市2020年国民经济和社会发展统计公报\n清水市统计局\n2021年3月28日\n一、综合\n'

export const againstCommunique: Rule = {
  id: 'against-communique',
  severity: 'warning',
  on: true,
  title: { zh: '与统计公报对不上', en: 'at odds with the communiqué' },
  about: {
    zh: '用 --against 给出统计公报时：指标、量的种类、年份都相同的数，两个区间不相交时报。只差舍入的算相符；报告或公报注明预计、初步核算的，或一个是名义（现价）一个是实际（可比价）的，只作提示；正好差一个或几个数量级的单独说明。',
    en: 'With the communiqué at hand: figures of the same indicator, kind of quantity and year have to meet. A difference of rounding alone agrees; where one is said to be preliminary, or one is nominal and the other real, it is a note; a difference of whole powers of ten is told as such.',
  },
  fires: [
    { text: `${REPORT}城镇新增就业3.78万人。`, against: `${COMMUNIQUE}全年城镇新增就业3.68万人。`, at: '3.78万人' },
    { text: `${REPORT}粮食产量1168万吨。`, against: `${COMMUNIQUE}全年粮食产量116.8万吨。`, at: '1168万吨' },
    { text: `${REPORT}预计地区生产总值1520亿元。`, against: `${COMMUNIQUE}地区生产总值1524.7亿元。`, at: '1520亿元' },
    {
      text: `${REPORT}城镇居民人均可支配收入名义增长6.3%。`,
      against: `${COMMUNIQUE}城镇居民人均可支配收入实际增长6.1%。`,
      at: '6.3%',
    },
  ],
  quiet: [
    { text: `${REPORT}城镇新增就业3.7万人。`, against: `${COMMUNIQUE}全年城镇新增就业3.68万人。` },
    { text: `${REPORT}地区生产总值突破1500亿元。`, against: `${COMMUNIQUE}地区生产总值1524.7亿元。` },
    { text: `${REPORT}粮食产量23.4亿斤。`, against: `${COMMUNIQUE}全年粮食产量116.8万吨。` },
    { text: `${REPORT}城镇登记失业率3.2%。`, against: `${COMMUNIQUE}城镇调查失业率5.6%。` },
  ],
  run(check, notes) {
    for (const other of check.against) {
      if (againstAs(check.reading, other) !== 'communique') continue
      for (const each of compared(check, other)) {
        const formula = `${each.here.text} | ${each.there.text}`
        const agreement = each.relation === 'same' ? 'exact' : each.relation === 'rounding' ? 'rounding' : 'no'
        notes.sum({ agreement, figures: [each.here.id], formula })
        if (agreement === 'no') notes.found(found(each, other.source.name, formula.replace('|', '≠')))
      }
    }
  },
}

const NATURE: Record<Exclude<Compared['relation'], 'same' | 'rounding'>, { severity: Severity; words: Words }> = {
  different: { severity: 'warning', words: { zh: '', en: '' } },
  magnitude: { severity: 'warning', words: { zh: '，正好差数量级', en: ', off by a power of ten' } },
  preliminary: { severity: 'note', words: { zh: '，其中一个是预计或初步数', en: ', one of them preliminary' } },
  basis: { severity: 'note', words: { zh: '，一个是名义（现价），一个是实际（可比价）', en: ', one nominal and one real' } },
}

function found({ relation, here, there, clause, range }: Compared, name: string, formula: string): Found {
  const { severity, words } = NATURE[relation as keyof typeof NATURE]
  const what = here.indicator?.name ?? here.indicator?.text ?? ''
  return {
    start: here.start,
    end: here.end,
    severity,
    message: {
      zh: `“${what}”${here.period} 年：这里写 ${here.text}，公报写 ${there.text}${words.zh}`,
      en: `${what} in ${here.period}: ${here.text} here, ${there.text} in the communiqué${words.en}`,
    },
    working: { formula, figures: [here.id], computed: range, stated: here.interval },
    against: { name, text: clause },
  }
}
