import { describe, expect, it } from 'vitest'
import { outline, statements } from '../../src/read/outline/index.ts'

const head = (year: number): string => `${year}年甲县人民政府工作报告\n各位代表：\n现在，我代表县人民政府向大会报告工作。\n`

/** Question, period and kind of the statement that begins with given words. */
function place(text: string): (start: string) => string {
  const plan = outline(text)
  const said = statements(text, plan)
  return start => {
    const found = said.find(s => s.text.startsWith(start))
    if (!found) throw new Error(`no statement begins with ${start}`)
    const b = plan.blocks.findLastIndex(block => block.start <= found.start)
    return `${found.question} ${plan.partOf[b]!.period} ${found.kind}`
  }
}

describe('headings that name two stretches of time', () => {
  it('leave it to the paragraphs which of the two they answer', () => {
    const of = place(
      `${head(2026)}一、2025年和“十四五”时期工作回顾\n2025年实现生产总值80亿元。\n五年来，新建学校12所。\n（一）交通更便捷。新改建公路300公里。\n刚刚过去的一年，建成公园3个。\n二、“十五五”时期目标任务和2026年工作安排\n“十五五”时期，生产总值年均增长5%。\n今年是开局之年，新建学校2所。\n`,
    )
    expect(of('2025年实现')).toBe('review-year 2025 result')
    expect(of('五年来')).toBe('review-period 2021/2025 result')
    expect(of('新改建公路')).toBe('review-period 2021/2025 result')
    expect(of('刚刚过去')).toBe('review-year 2025 result')
    expect(of('“十五五”')).toBe('plan-period 2026/2030 plan')
    expect(of('今年是开局之年，新建')).toBe('plan-year 2026 plan')
  })
  it('may join what is done and what is planned', () => {
    const of = place(
      `${head(2026)}一、“十四五”时期发展成就和“十五五”时期主要目标任务\n过去五年，新增水库4座。\n根据《甲县国民经济和社会发展第十五个五年规划的建议》，县政府编制了规划纲要。\n到2030年，森林覆盖率达到40%。\n二、2026年重点工作\n修路50公里。\n`,
    )
    expect(of('过去五年')).toBe('review-period 2021/2025 result')
    expect(of('到2030年')).toBe('plan-period 2026/2030 plan')
    expect(of('修路')).toBe('plan-year 2026 plan')
  })
})

describe('the period of a part', () => {
  it('is that of the year where the plan that runs is only named beside it', () => {
    const of = place(`${head(2025)}一、2024年工作回顾\n修路40公里。\n二、2025年主要任务——决胜“十四五”\n修路50公里。\n`)
    expect(of('修路40')).toBe('review-year 2024 result')
    expect(of('修路50')).toBe('plan-year 2025 plan')
  })
  it('reads plans by their ordinal, and no plan into a year or a span', () => {
    const of = place(
      `${head(1982)}一、一九八一年国民经济计划执行情况\n产煤20万吨。\n二、第六个五年计划的基本任务\n产煤到30万吨。\n三、今后十五年的奋斗目标\n产煤50万吨。\n`,
    )
    expect(of('产煤20')).toBe('review-year 1981 result')
    expect(of('产煤到30')).toBe('plan-period 1981/1985 plan')
    expect(of('产煤50')).toBe('plan-period 1982/1996 plan')
  })
  it('is the years behind where the heading calls them work', () => {
    const of = place(
      `${head(2017)}一、过去五年主要工作\n2016年，产粮20万吨，是2011年的2倍。\n修路90公里。\n二、今后五年发展目标\n产粮30万吨。\n三、2017年重点工作任务\n修路20公里。\n`,
    )
    expect(of('修路90')).toBe('review-period 2012/2016 result')
    expect(of('产粮30')).toBe('plan-period 2017/2021 plan')
    expect(of('修路20')).toBe('plan-year 2017 plan')
  })
})

describe('headings that name no part', () => {
  const tasks =
    '要加快发展特色农业，要继续整修水利，要努力增加农民收入。必须严格控制支出，要大力压缩会议。要进一步办好教育，要切实抓好卫生。'
  it('after the review are plans where their text says what is to be done', () => {
    const of = place(
      `${head(1997)}一、1996年工作回顾\n产粮20万吨，比上年增长3%。\n二、保持农业稳定增长\n${tasks}\n三、深化企业改革\n${tasks.replaceAll('农', '工')}`,
    )
    expect(of('产粮20')).toBe('review-year 1996 result')
    expect(of('要加快发展特色农业')).toBe('plan-year 1997 plan')
    expect(of('要加快发展特色工业')).toBe('plan-year 1997 plan')
  })
  it('are chapters of the review where a later heading opens the plan', () => {
    const of = place(
      `${head(2023)}2022年工作回顾\n一、坚持产业立县\n要素保障有力，要建的项目都已建成，新增企业30家。\n二、办好民生实事\n新增学位900个。\n2023年工作安排\n一、壮大工业\n新增企业40家。`,
    )
    expect(of('新增学位')).toBe('review-year 2022 result')
    expect(of('新增企业40')).toBe('plan-year 2023 plan')
  })
})

describe('an annex', () => {
  const body = `${head(2024)}一、2023年工作回顾\n修路40公里。\n二、2024年工作安排\n修路50公里。\n`
  it('of tasks belongs to the plan, one of terms to no part', () => {
    const tasks = place(`${body}附件1\n2024年县十件民生实事\n新建学位300个。\n附件2\n名词解释\n学位是学校能收的学生数。\n`)
    expect(tasks('新建学位')).toBe('plan-year 2024 plan')
    expect(tasks('学位是')).toBe('null null context')
  })
})

describe('broken headings', () => {
  it('are read over the lines that they stand on', () => {
    const text = `${head(2021)}一、回顾“十三五”，我们同心协力、\n建成小康\n新增水库4座。\n二、“\n十四五\n”时期总体思路\n到2025年新增水库6座。\n三、2021年主要工作\n修路50公里。\n`
    const of = place(text)
    expect(of('新增水库4')).toBe('review-period 2016/2020 result')
    expect(of('到2025年')).toBe('plan-period 2021/2025 plan')
    expect(outline(text).sections.map(s => s.heading?.text)).toContain('二、“\n十四五\n”时期总体思路')
  })
})

describe('a capture that begins without its address', () => {
  it('keeps the review that stands before the first 各位代表', () => {
    const filler = Array<string>(30).fill(
      '全县上下齐心协力推进项目建设，新改建农村道路三十多公里，惠及沿线二十多个行政村的群众，群众出行条件得到改善。',
    )
    const of = place(
      `甲县政府工作报告\n一、2014年工作回顾\n修路40公里。\n${filler.map((words, i) => `第${i + 1}件，${words}\n`).join('')}各位代表，成绩来之不易，我们感谢大家。\n二、2015年工作总体要求\n修路50公里。\n`,
    )
    expect(of('修路40')).toBe('review-year 2014 result')
    expect(of('修路50')).toBe('plan-year 2015 plan')
  })
})

describe('what a statement of a review does', () => {
  const of = place(
    `${head(2024)}一、2023年工作回顾\n2023年是甲县迎难而上的一年。\n面对需求不足的压力，我们稳住了阵脚。\n抓紧补短板、堵漏洞，建成水厂2座。\n基础设施短板仍然突出。\n一年来，我们坚持以实干为先，推动各项事业向前。\n二、2024年工作安排\n补齐物流设施短板，加快改造仓库。\n`,
  )
  it('sums up without a figure: context', () => {
    for (const start of ['2023年是甲县', '面对需求', '一年来，我们', '基础设施短板'])
      expect(of(start)).toBe('review-year 2023 context')
  })
  it('gives thanks, credit or a lesson: context, whatever it counts', () => {
    const says = place(
      `${head(2024)}一、2023年工作回顾\n这是县委正确领导的结果，是全县30万人民共同努力的结果。\n我代表县人民政府，向全县30万人民表示感谢！\n做好政府工作，必须把群众放在心上。\n二、2024年工作安排\n去年建成了水厂，覆盖面扩大了。\n新建水厂1座。\n`,
    )
    for (const start of ['这是县委', '我代表', '做好政府']) expect(says(start)).toBe('review-year 2023 context')
    expect(says('去年建成')).toBe('plan-year 2024 result')
    expect(says('新建水厂')).toBe('plan-year 2024 plan')
  })
  it('mends a shortcoming: a result, or a plan', () => {
    expect(of('抓紧补短板')).toBe('review-year 2023 result')
    expect(of('补齐物流')).toBe('plan-year 2024 plan')
  })
})

describe('a supervision notice', () => {
  const notice = (title: string, opening = '现将有关情况通报如下。'): ReturnType<typeof outline> =>
    outline(`${title}\n${opening}\n一、总体情况\n修路20公里。\n`)
  it('names its stretch of time in its title, or in its opening', () => {
    const periods = [
      notice('甲县2024年一季度重点工作督办通报'),
      notice('甲县2024年上半年重点工作推进情况通报'),
      notice('甲县2024年1—11月重点工作进展情况'),
      notice('甲县2024年重点工作全年完成情况'),
      notice('甲县2024年重点工作督查通报', '截至6月底，各单位抓紧落实，现通报如下。'),
      notice('甲县2024年重点工作督查通报', '前三季度，各单位抓紧落实，现通报如下。'),
    ].map(o => [o.report.kind, o.report.period])
    expect(periods).toEqual([
      ['notice', '2024-Q1'],
      ['notice', '2024-H1'],
      ['notice', '2024-01/2024-11'],
      ['notice', '2024'],
      ['notice', '2024-H1'],
      ['notice', '2024-01/2024-09'],
    ])
  })
  it('answers none of the four questions; tasks, progress and demands are told apart', () => {
    const of = place(
      '甲县2024年一季度重点工作督办通报\n现通报如下。\n一、重点任务进展情况\n1.新建水厂2座。已完成选址，进度滞后。\n2.修路50公里。截至3月底，修路8公里。\n二、下一步要求\n进度滞后的，月底前提出整改措施。\n',
    )
    expect(of('现通报')).toBe('null 2024-Q1 context')
    expect(of('1.新建水厂')).toBe('null 2024-Q1 plan')
    expect(of('已完成选址')).toBe('null 2024-Q1 result')
    expect(of('2.修路50')).toBe('null 2024-Q1 plan')
    expect(of('截至3月底')).toBe('null 2024-Q1 result')
    expect(of('进度滞后的')).toBe('null 2024-Q1 plan')
  })
  it('is none where it is addressed to an assembly', () => {
    expect(
      outline(`甲县2024年计划执行情况的报告\n各位代表：\n一、2023年计划执行情况\n修路20公里。`).report.period,
    ).toBeUndefined()
  })
})
