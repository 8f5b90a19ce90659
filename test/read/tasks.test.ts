import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'
import type { Reading } from '../../src/read/types.ts'

const review = '2021年甲县人民政府工作报告\n各位代表：\n一、2020年工作回顾\n'
const plan = `${review}地区生产总值增长3.1%。\n二、2021年重点工作\n`

/** The tasks of the last statements in words: `act: objects #amounts by deadline at place (body)`. */
function tasks(reading: Reading): string[] {
  const figures = new Map(reading.figures.map(f => [f.id, f.text]))
  return reading.tasks.map(t =>
    [
      `${t.acts.map(a => a.text).join('+')}:`,
      t.objects.map(o => o.text).join('|'),
      t.figures.length > 0 && `#${t.figures.map(f => figures.get(f)).join(',')}`,
      t.deadline && `by ${t.deadline.text}`,
      t.place && `at ${t.place.text}`,
      t.body && `(${[t.body, ...t.coBodies].map(b => b.text).join('; ')})`,
    ]
      .filter(Boolean)
      .join(' '),
  )
}

const planned: [string, ...string[]][] = [
  ['新建5G基站1000座，改造老旧小区89个。', '新建: 5G基站 #1000座', '改造: 老旧小区 #89个'],
  ['培育和践行文明新风。', '培育: 文明新风'],
  ['新建89个口袋公园。', '新建: 口袋公园 #89个'],
  ['新建、改扩建幼儿园5所、小学3所。', '新建+改扩建: 幼儿园|小学 #5所,3所'],
  ['大力推进城东新区、高铁片区和老城区建设。', '推进: 城东新区|高铁片区|老城区建设'],
  ['6月底前，完成旧城管网改造，启动污水厂扩建。', '完成: 旧城管网改造 by 6月底前', '启动: 污水厂扩建 by 6月底前'],
  ['年内建成甲乙大道。', '建成: 甲乙大道 by 年内'],
  ['甲乙高速力争年底前建成通车。', '建成通车: 甲乙高速 by 年底前'],
  ['到2025年建成智慧园区10个。', '建成: 智慧园区 #10个 by 到2025年'],
  ['在东山镇新建水厂2座。', '新建: 水厂 #2座 at 东山镇'],
  ['由市发改委负责编制产业规划。', '编制: 产业规划 (市发改委)'],
  ['新建停车场12处（牵头单位：市住建局；责任单位：市城管局、甲区政府）。', '新建: 停车场 #12处 (市住建局; 市城管局; 甲区政府)'],
  ['实施重点项目36项、总投资202亿元。', '实施: 重点项目 #36项,202亿元'],
  ['加快推进总投资10亿元的甲乙物流园项目。', '加快推进: 总投资10亿元的甲乙物流园项目 #10亿元'],
  ['支持县职教中心提质升级。', '支持: 县职教中心提质升级'],
  ['把甲县打造成全国康养目的地。', '打造: 全国康养目的地'],
  // indicators, mottoes and phrases of aim are no tasks
  ['地区生产总值增长7%，研发经费投入占比达到2%。'],
  ['以培育壮大产业链为抓手，以改善民生为目的。'],
  ['发展基础更加牢固。'],
]

describe('tasks of plan sentences', () => {
  for (const [sentence, ...expected] of planned) it(sentence, () => expect(tasks(read(plan + sentence))).toEqual(expected))

  it('are rated by amount, date and owner, and by nothing where they promise nothing', () => {
    const { tasks } = read(`${plan}年内新建水厂2座（牵头单位：县水利局）。大力支持文旅产业发展。`)
    expect(tasks.map(t => t.rateable)).toEqual([['measure', 'date', 'owner'], []])
  })
  it('are rated by an end that can be seen, where the thing is named', () => {
    const by = (sentence: string) => read(`${plan}${sentence}`).tasks.map(t => t.rateable)
    expect(by('建成清河大桥。')).toEqual([['end']])
    expect(by('出台人才引进办法，推进旧城改造。')).toEqual([['end'], []])
    expect(by('完成各项目标任务。')).toEqual([[]])
  })
})

describe('tasks of result sentences', () => {
  it('are deeds done; work without an end is none', () => {
    const reading = read(`${review}建成农村公路42公里，持续深化作风建设。`)
    expect(tasks(reading)).toEqual(['建成: 农村公路 #42公里'])
    expect(reading.tasks[0]).toMatchObject({ status: 'done' })
  })
})

describe('the words of a task', () => {
  const of = (sentence: string) => read(`${plan}${sentence}`).tasks.at(-1)!
  it('hold what a list of objects is summed up in', () => {
    expect(of('加快养老、医疗、失业等社会保险制度改革。').object?.text).toBe('养老、医疗、失业等社会保险制度改革')
    expect(of('推进城东、城西等8个片区建设。').object?.text).toBe('城东、城西')
  })
  it('begin behind the number of their point', () => {
    expect(of('四是推进旧城改造。').text).toBe('推进旧城改造')
    expect(of('（五）深化国企改革，推进旧城改造。').text).toBe('推进旧城改造')
  })
})

describe('the promises of a report', () => {
  const promises = (sentences: string) => read(`${plan}${sentences}`).promises
  it('count those that can be judged: by number, claim, date, owner or end', () => {
    const counted = promises(
      '新建幼儿园和小学合计12所。农村公路客运线路今年实现全覆盖。年底前启动老城区改造工作。建成清河大桥和城东水厂。大力推动数字经济蓬勃发展壮大。',
    )
    expect([counted.total, counted.rateable, counted.vague.length]).toEqual([5, 4, 1])
  })
  it('leave out what only names the subject of its paragraph, and what is reported', () => {
    expect(promises('壮大县域经济。大力推动数字经济蓬勃发展壮大。').total).toBe(1)
    expect(promises('大力推动数字经济蓬勃发展壮大。壮大县域经济。').total).toBe(2)
    expect(read(`${review}大力推动数字经济蓬勃发展壮大。`).promises).toEqual({ total: 0, rateable: 0, vague: [] })
  })
})
