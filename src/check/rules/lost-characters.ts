import type { Rule, Words } from '../types.ts'

const SIGNS: [RegExp, Words][] = [
  [/\uFFFD+/g, { zh: '有解不出的字符', en: 'a character that could not be decoded' }],
  [
    /(?<![\d.])\d{1,4}\.\d+\.\d+(?:\.\d+)*(?=个百分点|%|％|亿|万|元)/g,
    { zh: '几个数连在一起，中间的分隔号丢了', en: 'numbers run together: separators were lost' },
  ],
  [/(?<!\d)(?:19|20)\d{2}[01]?\d[0-3]\d日/g, { zh: '年月日之间的字丢了', en: 'a date without 年 and 月' }],
  [
    /(?<=[\u4e00-\u9fff])[，、；：]{1}[，、；：。](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])。[。，、；](?=[\u4e00-\u9fff]|$)/g,
    { zh: '标点重复或冲突', en: 'two punctuation marks in a row' },
  ],
  [
    /(?<=[\u4e00-\u9fff])[，,、](?:增长|下降|达到|达|完成|实现)(?:%|个百分点|亿元|万元)/g,
    { zh: '数字丢了', en: 'a number is missing' },
  ],
]

export const lostCharacters: Rule = {
  id: 'lost-characters',
  severity: 'warning',
  on: true,
  title: { zh: '字符丢失或多出', en: 'characters lost or doubled' },
  about: {
    zh: '网页、PDF 转成文字时常见的痕迹：几个数连成一串（4.810.44.9）、日期缺字（2019121日）、单位前没有数、标点连用、乱码。',
    en: 'What conversion leaves behind: numbers run together (4.810.44.9), dates without 年 and 月, units without a number, punctuation doubled, undecodable characters.',
  },
  fires: [
    { text: '三项指标分别高于全省4.810.44.9个百分点。', at: '4.810.44.9' },
    { text: '本方案于2019121日起施行。', at: '2019121日' },
    { text: '粮食产量稳定增长，，农民收入增加。', at: '，，' },
    { text: '全年完成投资30亿元，增长%。', at: '，增长%' },
  ],
  quiet: [{ text: '粮食产量116.8万吨，2019年12月1日起施行，增长4.8%、10.4%。' }],
  run(check, notes) {
    for (const [pattern, message] of SIGNS)
      for (const match of check.text.matchAll(pattern))
        notes.found({ start: match.index, end: match.index + match[0].length, message })
  },
}
