import type { Rule, Words } from '../types.ts'

/** Each: the pattern, what the standard asks for, and how it would be written. */
const USES: { pattern: RegExp; message: Words; proposal: (match: RegExpMatchArray) => string }[] = [
  {
    pattern: /(?<![\d.%％亿万—–～~-])(\d+(?:\.\d+)?)([-–—－~～至]{1,2})(\d+(?:\.\d+)?)([%％])/g,
    message: {
      zh: 'GB/T 15835—2011 4.1.1 示例：百分数的范围前后都写百分号（63%～68%）',
      en: 'GB/T 15835-2011, examples of 4.1.1: both ends of a range of percentages carry the sign (63%～68%)',
    },
    proposal: m => `${m[1]}${m[4]}${m[2]}${m[3]}${m[4]}`,
  },
  {
    pattern: /(?<![\d.亿万—–～~-])(\d+(?:\.\d+)?)([-–—－~～至])(\d+(?:\.\d+)?)([万亿])(?=[\u4e00-\u9fff])/g,
    message: {
      zh: 'GB/T 15835—2011 5.1：带“万、亿”的范围前后都写，免得误读',
      en: 'GB/T 15835-2011, 5.1: both ends of a range carry 万 or 亿, lest it be misread',
    },
    proposal: m => `${m[1]}${m[4]}${m[2]}${m[3]}${m[4]}`,
  },
  {
    pattern:
      /(?<![一二三四五六七八九十百千两第、，。；])([二三四五六七八])、([三四五六七八九])(?=[十百千万亿]|个月|年|天)(?![^，。]{0,2}季度)/g,
    message: {
      zh: 'GB/T 15834—2011 4.5.3.4：相邻两数连用表示概数，中间不用顿号',
      en: 'GB/T 15834-2011, 4.5.3.4: two numerals that make an approximate number take no 、 between them',
    },
    proposal: m => `${m[1]}${m[2]}`,
  },
  {
    pattern: /[一二]零[零〇○一二][零〇○一二三四五六七八九]年|二〇[零][一二三四五六七八九]年|二〇[一二]零年/g,
    message: {
      zh: 'GB/T 15835—2011 5.2：年份用“〇”，不用“零”',
      en: 'GB/T 15835-2011, 5.2: years are written with 〇, not 零',
    },
    proposal: m => m[0].replaceAll('零', '〇').replaceAll('○', '〇'),
  },
  {
    pattern: /(?<![\d.．])\.\d+(?=[%％]|个百分点|亿|万)/g,
    message: {
      zh: 'GB/T 15835—2011 5.1：纯小数写出小数点前的 0',
      en: 'GB/T 15835-2011, 5.1: a pure decimal has its 0 before the point',
    },
    proposal: m => `0${m[0]}`,
  },
  {
    // 千米 and 千瓦 are units
    pattern: /(?<![\d.．])(\d{1,3})([千百])(?=[多余]?[\u4e00-\u9fff])(?![米克瓦伏卡帕焦赫安乏字分百]|亿亿)/g,
    message: {
      zh: 'GB/T 15835—2011 5.3：阿拉伯数字后只接“万、亿”，不与“千、百”混写',
      en: 'GB/T 15835-2011, 5.3: only 万 and 亿 are joined to Arabic numerals, not 千 and 百',
    },
    proposal: m => String(Number(m[1]) * (m[2] === '千' ? 1000 : 100)),
  },
]

export const numeralStyle: Rule = {
  id: 'numeral-style',
  severity: 'note',
  on: true,
  title: { zh: '数字用法不合 GB/T 15835', en: 'numerals against GB/T 15835' },
  about: {
    zh: '《出版物上数字用法》GB/T 15835—2011 和《标点符号用法》GB/T 15834—2011：百分数和带万、亿的范围前后都写，概数不用顿号，年份用“〇”，纯小数写 0，阿拉伯数字不接“千、百”。条款号只写到查对过的一级。',
    en: 'GB/T 15835-2011 (numerals in public texts) and GB/T 15834-2011 (punctuation): signs and magnitudes at both ends of a range, no 、 in approximate numbers, 〇 in years, a 0 before the point, no 千 or 百 after Arabic numerals. Clauses are cited to the level that was verified.',
  },
  fires: [
    { text: '地区生产总值增长6-7%。', at: '6-7%' },
    { text: '投资规模为3—5亿元。', at: '3—5亿' },
    { text: '全村有三、四十户人家。', at: '三、四' },
    { text: '二零二一年一月十二日。', at: '二零二一年' },
    { text: '失业率下降.5个百分点。', at: '.5' },
    { text: '新增企业5千多户。', at: '5千' },
  ],
  quiet: [
    { text: '地区生产总值增长6%-7%，投资规模为3亿—5亿元，全村有三四十户人家，二〇二一年一月十二日，失业率下降0.5个百分点。' },
    { text: '一二三产业协调发展，二、三季度经济回升。' },
    { text: '输电线路5千米，装机3千瓦，投资5000万元，人口1万6000人。' },
  ],
  run(check, notes) {
    // before 1996 there was no such standard
    if ((check.reading.report.year ?? 1996) < 1996) return
    for (const { pattern, message, proposal } of USES)
      for (const match of check.text.matchAll(pattern)) {
        const better = proposal(match)
        notes.found({ start: match.index, end: match.index + match[0].length, message, proposal: { zh: better, en: better } })
      }
  },
}
