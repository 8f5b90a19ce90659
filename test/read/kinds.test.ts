import { describe, expect, it } from 'vitest'
import { outline, statements } from '../../src/read/outline/index.ts'

const head = '2024年甲县人民政府工作报告\n各位代表：\n现在，我代表县人民政府向大会报告工作。\n'
const review = `${head}一、2023年工作回顾\n新建学校12所。\n`
const plan = `${review}二、2024年工作安排\n`

/** The kinds of the statements of a passage put under a heading. */
function kinds(before: string, passage: string): string[] {
  const text = before + passage
  return statements(text, outline(text))
    .filter(s => s.start >= before.length)
    .map(s => s.kind)
}

describe('among the plans, a remark promises nothing', () => {
  it.each([
    ['why', '水利是农业的命脉。'],
    ['what is so', '我县地处两省交界，具有发展物流的区位优势。'],
    ['what is said of the sentence before', '这既方便群众，也有利于扩大消费。'],
    ['what the year is', '今年是全县交通大会战的关键之年。'],
    ['confidence', '有全县人民的支持，这座桥一定能早日建成。'],
    ['what follows from what', '只要全县上下齐心，办法就会比困难多。'],
    ['a saying', '路再远也能走完，事再难也能办成。'],
    ['what others gave', '省里出台的扶持政策，为我县转型提供了难得机遇。'],
    ['what the targets show', '上述主要预期目标，体现了稳中求进的要求。'],
    ['how targets were set', '上述目标的设定，主要考虑了财力可能和群众期盼等因素。'],
    ['a task said to be one', '治好城区内涝、畅通排水管网，是群众反映最集中的需要。'],
  ])('%s: %s', (_, sentence) => {
    expect(kinds(plan, `新建学校3所。\n${sentence}\n新修道路5公里。\n`)).toEqual(['plan', 'context', 'plan'])
  })

  it.each([
    ['a deed', '新建公园2个。'],
    ['a target', '粮食产量稳定在40万吨以上。'],
    ['what must be done', '水利是农业的命脉，必须加快病险水库除险加固。'],
    ['a subject that is to do it', '各乡镇要管好自己的路。'],
    ['a short promise', '做精乡村旅游。'],
    ['clauses of one length', '优化营商环境，服务中小企业。'],
    ['repair of what has defects', '对存在隐患问题的燃气管道进行更换。'],
    ['a wished-for state', '生态环境更加优美，社会治理更加有效。'],
  ])('but %s does: %s', (_, sentence) => {
    expect(kinds(plan, `新建学校3所。\n${sentence}\n新修道路5公里。\n`)).toEqual(['plan', 'plan', 'plan'])
  })
})

describe('what is not yet well', () => {
  const before = `${review}建成公园3个。\n`
  it('is told as long as its points are numbered', () => {
    const told = `我们也清醒认识到，工作中还存在不少问题。\n一是产业不强，大企业只有3家。\n二是欠账较多。\n我们一定认真解决。\n`
    expect(kinds(before, told).slice(0, 3)).toEqual(['context', 'context', 'context'])
  })
  it('ends where results go on', () => {
    const told = `面对资金不足的困难，我们多方筹资。\n（三）教育。新建学校4所。\n`
    expect(kinds(before, told).at(-1)).toBe('result')
  })
})

describe('matter of the page', () => {
  const body = `${plan}新建学校3所。\n让我们一起努力！\n`
  const said = (text: string): string[] => statements(text, outline(text)).map(s => s.text)
  it('below the text is none of it, however many lines it has', () => {
    const links = Array.from({ length: 60 }, (_, i) => `某地新闻第${i}条标题文字`).join('\n')
    const long = body.replace('新建学校3所。', Array.from({ length: 120 }, (_, i) => `新建学校${i + 2}所。`).join(''))
    expect(said(`${long}分享到：\n新浪微博\n上一篇：\n${links}\n`).at(-1)).toBe('让我们一起努力！')
  })
  it('in the middle, a menu of names is none', () => {
    const menu = ['甲市', '乙市', '丙市', '丁市', '戊市', '省教育厅', '省公安厅', '省民政厅', '省水利厅'].join('\n')
    expect(said(`${body}${menu}\n`).at(-1)).toBe('让我们一起努力！')
  })
})

it('a year in Chinese digits is no stretch of four years', () => {
  const text =
    '甲县政府工作报告\n各位代表：\n我向大会报告工作。\n二〇二三年工作回顾\n新建学校12所。\n二〇二四年主要任务\n新建公园2个。\n'
  expect(statements(text, outline(text)).map(s => s.question)).toEqual([null, 'review-year', 'plan-year'])
})

it('a report numbered from （一） on is divided by those', () => {
  const text =
    '关于一九五八年国民经济计划的报告\n各位代表：\n我提出报告，请予审议。\n（一）一九五七年计划的完成情况\n建成铁路12条。\n（二）一九五八年的任务\n新建铁路9条。\n'
  expect(statements(text, outline(text)).map(s => s.question)).toEqual([null, 'review-year', 'plan-year'])
})

it('a text whose line breaks were lost is divided where its lines began', () => {
  const much = Array.from({ length: 240 }, (_, i) => `新建乡村学校${i + 2}所。`).join('')
  const text = `各位代表：现在，我向大会报告工作，请予审议。一、2023年工作回顾过去一年成绩显著。${much}二、2024年重点工作今年任务不轻。${much}`
  const said = statements(text, outline(text))
  expect(said.find(s => s.text.startsWith('过去一年'))?.question).toBe('review-year')
  expect(said.at(-1)?.question).toBe('plan-year')
})

describe('the year of a report that no heading, date or title names', () => {
  const year = (words: string): number | null => outline(`各位代表：\n我受国务院委托，报告工作。\n${words}\n`).report.year
  it('follows the latest year of which facts are told', () =>
    expect(year('一九五七年全国已经建成水库十座。一九五八年又建成了水库二十座。到一九六二年，要建成水库百座。')).toBe(1959))
  it('follows the session whose resolution it carries out', () =>
    expect(year('根据一九八三年六月第六届全国人民代表大会第一次会议的决议，各项工作有了进展。')).toBe(1984))
})
