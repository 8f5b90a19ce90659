import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'

const head = '各位代表：\n一、2020年工作回顾\n'
const figures = (sentence: string) => read(head + sentence).figures
const told = (sentence: string) =>
  figures(sentence)
    .filter(f => f.role === 'measure')
    .map(f => [f.text, f.indicator?.text ?? null, f.indicator?.name ?? null])

/** Where the indicator of a figure comes from: text, phrase, name in the catalogue. */
const sources: [string, ...[string, string | null, string | null][]][] = [
  // the own phrase
  ['省级实验室整合至9家。', ['9家', '省级实验室', null]],
  ['农村垃圾收运处置体系覆盖率达95%。', ['95%', '农村垃圾收运处置体系覆盖率', null]],
  ['每千人口拥有婴幼儿托位数4.2个。', ['4.2个', '每千人口拥有婴幼儿托位数', '每千人口婴幼儿托位数']],
  ['下达城乡建设和农业补助资金80亿元。', ['80亿元', '城乡建设和农业补助资金', null]],
  ['规上民营企业增加值增速高于全部规上工业2.3个百分点。', ['2.3个百分点', '规上民营企业增加值增速', null]],
  ['农民负担比改革前减少39%。', ['39%', '农民负担', null]],
  ['完成房屋征收2.4万户。', ['2.4万户', '房屋征收', null]],
  ['推广节能灯具5000只。', ['5000只', '节能灯具', null]],
  ['实施对口支援项目80个。', ['80个', '对口支援项目', null]],
  [
    '全市生产总值2600亿元（不含所辖市，下同）、增长9%。',
    ['2600亿元', '全市生产总值', '地区生产总值'],
    ['9%', '全市生产总值', '地区生产总值'],
  ],
  ['新建普通高中40所。', ['40所', '普通高中', null]],
  ['打造5条多式联运线路。', ['5条', '多式联运线路', null]],
  ['加快推进6个百万羽蛋鸡养殖项目建设。', ['6个', '百万羽蛋鸡养殖项目建设', null]],
  ['巩固提升80万亩蔬菜基地。', ['80万亩', '蔬菜基地', null]],
  ['居民补助标准由240元提高到280元。', ['240元', '居民补助标准', null], ['280元', '居民补助标准', null]],
  ['森林覆盖率逐年提高，由10%提高到15%。', ['10%', '森林覆盖率', '森林覆盖率'], ['15%', '森林覆盖率', '森林覆盖率']],
  ['养老保险单位缴费比例，各地可降至16%。', ['16%', '养老保险单位缴费比例', null]],
  ['钢：从135万吨增加到412万吨。', ['135万吨', '钢', null], ['412万吨', '钢', null]],
  ['一般公共预算收入增幅首次超过总收入，完成1.1亿元。', ['1.1亿元', '一般公共预算收入', '地方一般公共预算收入']],
  ['城镇化率由“十二五”末的34.8%提高到50%。', ['34.8%', '城镇化率', '常住人口城镇化率'], ['50%', '城镇化率', '常住人口城镇化率']],
  ['研发强度超过2%，连续三年居全省第一。', ['2%', '研发强度', null], ['三年', '研发强度', null], ['第一', '研发强度', null]],
  ['优化提升13个产业园区。', ['13个', '产业园区', null]],
  ['服务业完成增加值820亿元。', ['820亿元', '服务业完成增加值', '服务业增加值']],
  ['全年完成增加值52亿元。', ['52亿元', '增加值', null]],
  ['外贸总额在订单减少的情况下增长6%。', ['6%', '外贸总额', '进出口总额']],
  // what follows the number
  ['建成3个优质均衡发展县。', ['3个', '优质均衡发展县', null]],
  ['新建60处群众身边的健身设施。', ['60处', '健身设施', null]],
  ['推出35个对接大市场的重点平台。', ['35个', '重点平台', null]],
  ['57个县（市、区）开展试点。', ['57个', '县（市、区）', null]],
  ['120项服务事项“一网通办”。', ['120项', '服务事项', null]],
  ['拿出1800万元补偿基金。', ['1800万元', '补偿基金', null]],
  ['建成6个万亿级产业。', ['6个', '万亿级产业', null]],
  ['实施320个年度共建项目。', ['320个', '年度共建项目', null]],
  ['新增博士、硕士学位授予单位7个。', ['7个', '博士、硕士学位授予单位', null]],
  ['高校承担了全省80%的基础研究项目。', ['80%', '基础研究项目', null]],
  ['统筹20亿元实施重大科技专项。', ['20亿元', '实施重大科技专项', null]],
  ['开工建设储能等5个以上装备制造项目。', ['5个', '装备制造项目', null]],
  ['打造1000个民族村寨旅游提升示范村。', ['1000个', '民族村寨旅游提升示范村', null]],
  ['12条（段）公路全部通车。', ['12条', '公路', null]],
  ['组织实施40余项农机共性、节水技术攻关项目。', ['40余项', '农机共性、节水技术攻关项目', null]],
  ['办好15类60件民生实事。', ['15类', '民生实事', '民生实事'], ['60件', '民生实事', '民生实事']],
  ['减轻300多万个体工商户负担。', ['300多万', '个体工商户负担', null]],
  ['决定将最低工资1500元作为新的标准。', ['1500元', '最低工资', null]],
  ['其中，出口增长8%，进口增长6%。', ['8%', '出口', '出口总额'], ['6%', '进口', '进口总额']],
  // the other end, the clause since, the subject carried
  ['研发投入占比重从1.07%提高到1.49%。', ['1.07%', '研发投入占比重', null], ['1.49%', '研发投入占比重', null]],
  [
    '单位生产总值能耗下降3.2%，二氧化硫排放量首次下降，比上年下降4.1%。',
    ['3.2%', '单位生产总值能耗', '单位GDP能耗'],
    ['4.1%', '二氧化硫排放量', '二氧化硫排放量'],
  ],
  ['全市投资亿元以上项目119个，5亿元以上41个。', ['119个', '投资亿元以上项目', null], ['41个', '投资亿元以上项目', null]],
  ['地区生产总值突破百亿元大关。', ['百亿元', '地区生产总值', '地区生产总值']],
]

describe('the indicator of a figure', () => {
  it.each(sources)('%s', (sentence, ...wanted) => expect(told(sentence)).toEqual(wanted))
})

/** The entry of the catalogue that an indicator has, or none. */
const entries: [string, (string | null)[]][] = [
  ['高端钢产量占比50%。', [null]],
  ['机电产品出口比重62%。', [null]],
  ['一般公共预算收入的82%用于民生。', [null]],
  ['生产总值没有完成12%的预期目标。', ['地区生产总值']],
  ['大湾区经济总量突破15万亿元。', ['地区生产总值']],
  ['今年经济增长预期目标为7%。', ['地区生产总值']],
  ['全社会固定资产投资五年累计完成9325亿元。', ['固定资产投资']],
  ['新增高新技术企业5家、增长13%。', [null, null]],
  ['空气质量优良天数92.9%。', ['空气质量优良天数比例']],
  ['襄阳、宜昌经济总量突破6000亿元。', ['地区生产总值']],
  ['地区生产总值跨越3个台阶，达到1.5万亿元。', [null, '地区生产总值']],
]

describe('the entry of an indicator', () => {
  it.each(entries)('%s', (sentence, wanted) => expect(told(sentence).map(each => each[2])).toEqual(wanted))
})

describe('lists', () => {
  it('gives 分别 to items joined by 及 as a whole where commas alone count them', () => {
    expect(told('新能源及智能电网、新材料、生物医药产业增速分别达到15%、33%、12%。').map(each => each[1])).toEqual([
      '新能源及智能电网',
      '新材料、生物医药产业增速',
      '生物医药产业增速',
    ])
  })
  it('ends a run at a value of another kind', () => {
    expect(told('文明城市、历史名城分别增至37座、14座，6部作品获奖。')[2]![1]).toBe('作品')
  })
  it('takes measure and base of a list from the unit at its end', () => {
    expect(figures('增加值比重分别提高11.1、11.2个百分点。').map(f => f.measure)).toEqual(['change-points', 'change-points'])
    expect(figures('农产品产量占比分别提高15、22个百分点。').map(f => f.text)).toEqual(['15', '22个百分点'])
  })
  it('makes every part after 其中 a part of the whole', () => {
    const [whole, first, second] = figures('新建学校30所，其中小学12所、中学8所。')
    expect([first!.partOf, second!.partOf]).toEqual([whole!.id, whole!.id])
    const measures = figures('产值过亿元企业达到13家，其中过10亿元企业达到2家。').filter(f => f.role === 'measure')
    expect(measures[1]!.partOf).toBe(measures[0]!.id)
  })
})

it('gives a change its years: the plan named belongs to where it starts', () => {
  const [from, to] = figures('森林覆盖率从“十二五”末的30.6%提高到35%。')
  expect([from!.period, from!.status, to!.period, to!.status]).toEqual(['2015', 'context', '2020', 'actual'])
})
