import { describe, expect, it } from 'vitest'
import { rows } from '../../src/catalogue/table.ts'
import { likeness } from '../../src/catalogue/tables.generated.ts'
import { type OutcomeLink, outcomes } from '../../src/link/index.ts'
import { AMOUNT_MARKS } from '../../src/link/outcomes/amount-likeness.ts'
import { MARKS } from '../../src/link/outcomes/likeness.ts'
import type { Reading } from '../../src/read/types.ts'
import { notice, report, sample } from './documents.ts'

/** The links of the first report's promise that begins with these words, or is of this subject. */
const of = (links: readonly OutcomeLink[], words: string): OutcomeLink[] =>
  links.filter(l => l.promise.subject.includes(words) || l.promise.mark.text.includes(words))

const only = (links: readonly OutcomeLink[], words: string): OutcomeLink => {
  const found = of(links, words)
  expect(
    found.map(l => l.promise.mark.text),
    words,
  ).toHaveLength(1)
  return found[0]!
}

/** What came of one target, told a year later. */
const verdictOf = (target: string, told: string): string | undefined => {
  const links = outcomes([report(2023, '', `${target}。`), report(2024, `${told}。`, '地区生产总值增长5%。')])
  return links.find(l => l.outcome)?.verdict
}

describe('a target against what is told a year later', () => {
  it.each([
    ['地区生产总值增长6.5%', '地区生产总值增长7%', 'exceeded'],
    ['地区生产总值增长6.5%', '地区生产总值增长6.5%', 'met'],
    ['地区生产总值增长6.5%', '地区生产总值增长6.4%', 'missed'],
    ['地区生产总值增长7%以上', '地区生产总值增长7%', 'met'],
    ['地区生产总值增长7%左右', '地区生产总值增长6.6%', 'met'],
    ['地区生产总值增长7%左右', '地区生产总值增长6.4%', 'missed'],
    ['地区生产总值增长7%左右', '地区生产总值增长8.1%', 'exceeded'],
    ['进出口总额增长3%—5%', '进出口总额增长4.2%', 'met'],
    ['进出口总额增长3%—5%', '进出口总额增长6.2%', 'exceeded'],
    ['进出口总额增长3%—5%', '进出口总额下降1%', 'missed'],
    // ceilings are kept or not
    ['城镇调查失业率控制在5.5%以内', '城镇调查失业率为5.1%', 'met'],
    ['城镇调查失业率控制在5.5%以内', '城镇调查失业率为5.8%', 'missed'],
    ['居民消费价格涨幅3%左右', '居民消费价格上涨0.4%', 'met'],
    ['居民消费价格涨幅3%左右', '居民消费价格上涨4.1%', 'missed'],
    ['数字经济核心产业增加值增长15%', '数字经济核心产业增加值增长9%以上', 'missed'],
    // less is better
    ['单位地区生产总值能耗下降3%', '单位地区生产总值能耗下降3.6%', 'exceeded'],
    ['单位地区生产总值能耗下降3%', '单位地区生产总值能耗下降1.2%', 'missed'],
    // units are converted, never mixed
    ['粮食产量5.4亿斤', '粮食产量27.5万吨', 'exceeded'],
    ['粮食产量5.4亿斤', '粮食产量26.1万吨', 'missed'],
    ['城镇新增就业4000人以上', '城镇新增就业4160人', 'exceeded'],
    ['城镇新增就业4000人以上', '城镇新增就业3890人', 'missed'],
  ])('%s → %s: %s', (target, told, verdict) => {
    expect(verdictOf(target, told)).toBe(verdict)
  })

  it('works a rate out from two years’ amounts, and says so', () => {
    const links = outcomes([
      report(2023, '固定资产投资80亿元，增长6%。', '固定资产投资增长7%。'),
      report(2024, '固定资产投资完成68.2亿元。', '固定资产投资增长5%。'),
    ])
    const link = only(links, '固定资产投资')
    expect(link.verdict).toBe('missed')
    expect(link.working?.formula).toContain('68.2亿元 ÷ 80亿元 − 1 = -14.75%')
    expect(link.reasons.map(r => r.zh)).toContain('由前后两年数额推算')
  })

  it('believes less in an amount of which only a bound short of the promise is told', () => {
    const of = (told: string) =>
      outcomes([report(2023, '', '粮食播种面积稳定在714万亩以上。'), report(2024, `${told}。`, '地区生产总值增长5%。')]).find(
        l => l.outcome,
      )!
    const [bound, exact] = [of('粮食播种面积稳定在710万亩以上'), of('粮食播种面积714万亩')]
    expect([bound.verdict, exact.verdict]).toEqual(['met', 'met'])
    expect(bound.confidence).toBeLessThan(exact.confidence - 0.2)
    expect(bound.working!.words.zh).toContain('只报了界限')
  })

  it('does not hold projects against chains of industry, which have another measure word', () => {
    const links = outcomes([
      report(2023, '', '新增20个重点产业链攻关项目。'),
      report(2024, '新增13条重点产业链。', '地区生产总值增长5%。'),
    ])
    expect(links.map(l => [l.promise.subject, l.outcome])).toEqual([['重点产业链攻关项目', null]])
  })

  it('does not take a stock for what was added to it, unless the stock before is known', () => {
    const work = '新增高新技术企业20家。'
    const told = report(2024, '高新技术企业达到130家。', '地区生产总值增长5%。')
    expect(of(outcomes([report(2023, '', '地区生产总值增长5%。', work), told]), '高新技术企业')[0]?.verdict).not.toBe('exceeded')
    const known = outcomes([report(2023, '高新技术企业达到100家。', '地区生产总值增长5%。', work), told])
    expect(of(known, '高新技术企业').map(l => l.verdict)).toEqual(['exceeded'])
  })

  it('holds income against the economy where it was to keep step with it', () => {
    const told = (rate: number) =>
      outcomes([
        report(2023, '', '居民收入增长与经济增长同步。'),
        report(2024, `地区生产总值增长6%；居民人均可支配收入增长${rate}%。`, '地区生产总值增长5%。'),
      ]).find(l => l.promise.kind === 'claim')
    expect(told(6.1)?.verdict).toBe('met')
    expect(told(4.8)?.verdict).toBe('missed')
  })

  it('says replaced where nothing is told and the next year has another number, silent where it has none', () => {
    const links = outcomes([
      report(2023, '', '森林覆盖率达到48%；进出口总额增长5%。'),
      report(2024, '地区生产总值增长6%。', '森林覆盖率达到49%。'),
    ])
    expect(only(links, '森林覆盖率').verdict).toBe('replaced')
    expect(only(links, '森林覆盖率').outcome?.mark.text).toBe('49%')
    expect(only(links, '进出口总额')).toMatchObject({ verdict: 'silent', outcome: null })
  })

  it('does not take the rate of a part for that of the whole', () => {
    expect(verdictOf('工业投资增长5%以上', '沿边产业园区工业投资增长11.7%')).toBeUndefined()
  })

  it('takes what is told in other words, of like size, and not what one thing brought or all there is', () => {
    expect(verdictOf('农村危房改造（抗震改造）650户', '完成农村危房及抗震改造661户')).toBe('exceeded')
    expect(verdictOf('进出口总值增长5%', '云溪班列带动进出口总值增长11%')).toBeUndefined()
    expect(verdictOf('建设高标准农田3万亩', '高标准农田达到48万亩')).toBeUndefined()
  })

  it('holds kinds against kinds and things against things', () => {
    const links = outcomes([
      report(2023, '', '地区生产总值增长5%。', '实施6大类35项民生实事。'),
      report(2024, '6大类35项民生实事项目如期完成。', '地区生产总值增长5%。'),
    ])
    expect(of(links, '民生实事').map(l => [l.promise.mark.text, l.outcome?.mark.text, l.verdict])).toEqual([
      ['6大类', '6大类', 'met'],
      ['35项', '35项', 'met'],
    ])
  })

  it('takes a target quoted in the review for none of the report’s own', () => {
    const links = outcomes([
      report(2023, '外贸进出口没有完成增长5%的预期目标。', '地区生产总值增长6%。'),
      report(2024, '外贸进出口增长3%。', '地区生产总值增长5%。'),
    ])
    expect(of(links, '进出口')).toEqual([])
  })
})

describe('a task against what is told a year later', () => {
  const told = (work: string, result: string): OutcomeLink | undefined =>
    outcomes([
      report(2023, '', '地区生产总值增长5%。', work),
      report(2024, `地区生产总值增长6%。${result}`, '地区生产总值增长5%。'),
    ]).find(l => l.promise.kind !== 'claim' && l.promise.indicator !== 'gdp' && l.outcome)

  it.each([
    ['确保柳溪大桥年内通车。', '柳溪大桥建成通车。', 'met'],
    ['确保柳溪大桥年内通车。', '柳溪大桥加快建设。', 'missed'],
    ['加快柳溪大桥建设。', '柳溪大桥加快建设。', 'in-progress'],
    ['开工建设柳溪大桥。', '柳溪大桥完成主体工程。', 'met'],
    ['办好第四届稻米文化节。', '成功举办第四届稻米文化节。', 'met'],
    ['新建农村公路100公里。', '新建农村公路112公里。', 'exceeded'],
    ['新建农村公路100公里。', '新改建农村公路86公里。', 'missed'],
    ['推进国企改革三年行动。', '深化国有企业改革。', 'in-progress'],
    ['建成云柳铁路。', '云溪至柳林铁路建成通车。', 'met'],
    ['打好保交房攻坚战。', '保交房保障3000户群众拿到合格房屋。', 'met'],
    ['开展完整社区试点。', '建设完整社区试点9个。', 'met'],
    ['办好第四届稻米产业博览会、青禾马拉松等活动。', '青禾马拉松吸引选手8000名。', 'met'],
    ['建成体育馆和青少年宫。', '县体育馆建成开放，青少年宫尚未完工。', 'missed'],
    // the words in another order, a name told short or long, one of a list with what they all are
    ['深入实施国企三年改革行动。', '国企改革三年行动圆满收官。', 'met'],
    ['逐步实现城区公交新能源化。', '城区新能源公交车实现全覆盖。', 'met'],
    ['规范涉企执法。', '开展规范涉企行政执法专项行动。', 'met'],
    ['加快云溪—柳林一体化步伐。', '云柳一体化取得新进展。', 'in-progress'],
    ['启动“青禾大道”征迁，6月底达到通车条件。', '“青禾大道”全线通车。', 'met'],
  ])('%s → %s %s', (work, result, verdict) => {
    expect(told(work, result)?.verdict).toBe(verdict)
  })

  it.each([
    // another place, another thing, another kind
    ['建成柳溪大桥。', '建成云溪高架。'],
    ['改造老旧小区12个。', '改造城中村12个。'],
    ['引进亿元以上项目20个。', '引进10亿元以上项目20个。'],
    ['推进工程建设项目审批制度改革。', '农村集体产权制度改革全面完成。'],
    ['深化建筑工地、城区道路等重点区域扬尘治理。', '新建城区道路12公里。'],
    ['有序开展流感疫苗接种工作。', '流感疫情平稳。'],
    ['打造生物医药、轨道交通等产业集群。', '市域轨道交通项目前期工作加快。'],
  ])('%s is not answered by %s', (work, result) => {
    expect(told(work, result)).toBeUndefined()
  })

  it('adds up what is told of each kind', () => {
    const link = told(
      '引进世界500强、中国500强或上市公司投资项目不少于3个。',
      '引进世界500强投资项目2个、中国500强投资项目1个、上市公司投资项目1个。',
    )
    expect(link).toMatchObject({ verdict: 'exceeded' })
    expect(link?.working?.formula).toContain('4 ÷ 3')
  })
})

describe('a notice within the year', () => {
  const links = outcomes([sample('county-2024-report.txt'), sample('notice-2024-q1.txt'), sample('county-2025-report.txt')])
  const quarter = links.filter(l => l.outcome?.document === 'notice-2024-q1.txt')
  const year = links.filter(l => l.outcome?.document === 'county-2025-report.txt')

  it('gives the pace of what adds up, and never settles a rate', () => {
    const roads = only(quarter, '农村公路')
    expect(roads).toMatchObject({ verdict: 'in-progress', pace: { elapsed: 0.25, done: 0.2333, kept: false } })
    expect(roads.working?.words.zh).toBe('全年目标90公里，2024-Q1为21公里，完成23.3%，时间过去25%：未达序时进度')
    const training = only(quarter, '技能培训')
    expect(training).toMatchObject({ verdict: 'in-progress', pace: { done: 0.3733, kept: true } })
    const gdp = only(quarter, '地区生产总值')
    expect(gdp).toMatchObject({ verdict: 'in-progress', pace: { done: null, kept: true } })
  })

  it('is read item by item: what is told under a task is told of it', () => {
    expect(only(quarter, '老旧小区').outcome?.mark.text).toBe('5个')
    expect(only(quarter, '10亿元以上项目').outcome?.mark.text).toBe('1个')
    expect(only(quarter, '青禾食品产业园二期').outcome?.mark.text).toBe('已完成土地平整')
  })

  it('agrees with the report’s targets where it quotes them', () => {
    expect(only(quarter, '地区生产总值').reasons.map(r => r.zh)).toContain('通报所列目标与报告一致')
  })

  it('is followed by the report of the next year, with a link of its own', () => {
    expect(only(year, '农村公路').verdict).toBe('exceeded')
    expect(only(year, '社区养老服务中心').verdict).toBe('missed')
    expect(only(year, '“15分钟便民生活圈”').verdict).toBe('met')
    expect(only(year, '云禾高速').verdict).toBe('met')
    expect(only(links, '招商引资到位资金').verdict).toBe('silent')
    expect(only(links, '生活污水治理率').verdict).toBe('replaced')
  })

  it('has every place in its text', () => {
    const texts = new Map(
      [sample('county-2024-report.txt'), sample('notice-2024-q1.txt'), sample('county-2025-report.txt')].map(r => [
        r.source.name,
        r.text,
      ]),
    )
    expect(links.length).toBeGreaterThan(80)
    for (const { promise, outcome } of links) {
      for (const at of outcome ? [promise, outcome] : [promise]) {
        const text = texts.get(at.document)!
        expect(text.slice(at.start, at.end)).toBe(at.text)
        expect(text.slice(at.mark.start, at.mark.end)).toBe(at.mark.text)
        expect(at.mark.start >= at.start && at.mark.end <= at.end).toBe(true)
      }
    }
  })

  it('gives the same links whatever the order of the documents, each with an id of its own', () => {
    const again = outcomes([sample('county-2025-report.txt'), sample('notice-2024-q1.txt'), sample('county-2024-report.txt')])
    expect(again).toEqual(links)
    expect(new Set(links.map(l => l.id)).size).toBe(links.length)
    for (const link of links) expect(link.confidence > 0 && link.confidence < 1 && link.confirmed === null).toBe(true)
  })

  it('names the base effect where the year before explains the rate', () => {
    const base = (before: string): Reading[] => [
      report(2023, `社会消费品零售总额${before}。`, '社会消费品零售总额增长9%。'),
      notice(2023, '一季度，社会消费品零售总额增长31%（目标9%）。'),
    ]
    expect(only(outcomes(base('下降14.7%')), '社会消费品零售总额').baseEffect?.zh).toContain(
      '2022年社会消费品零售总额下降14.7%，基数低',
    )
    expect(only(outcomes(base('增长8%')), '社会消费品零售总额').baseEffect).toBeNull()
  })
})

it('links documents of one place only, and needs a later one', () => {
  const one = report(2023, '', '地区生产总值增长6%。')
  const other = report(2024, '地区生产总值增长7%。', '地区生产总值增长5%。', '', '云禾县')
  expect(outcomes([one])).toEqual([])
  expect(outcomes([one, other]).filter(l => l.outcome)).toEqual([])
})

describe('the weights of likeness', () => {
  it('are there for every mark', () => {
    const weights = new Map(rows(likeness).map(([mark, weight]) => [mark, Number(weight)]))
    for (const mark of [...MARKS, ...AMOUNT_MARKS, 'always', 'amount-always']) expect(weights.get(mark), mark).not.toBe(undefined)
    expect(weights.size).toBe(MARKS.length + AMOUNT_MARKS.length + 2)
    for (const [mark, weight] of weights) expect(weight, mark).not.toBe(0)
  })
})
