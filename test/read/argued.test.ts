import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'
import { onForeignAffairs } from '../../src/read/outline/argued.ts'

/** A report that argues, without headings: what was done, what is to be done, foreign affairs, and what follows. */
const REPORT = `各位代表：

我代表国务院，向第四届全国人民代表大会第二次会议作报告，请审议。

三年来，全省人民克服了连年的干旱，取得了很大的成绩。粮食产量一九七五年达到一百二十亿斤，比一九七二年增长百分之十八。全省修建了三百座小水库，灌溉面积扩大了二百万亩。农村合作医疗已经普遍建立起来，上万名赤脚医生成长起来了。这说明依靠群众的路线是完全正确的。

${'工业战线也有了新的发展。煤炭产量一九七五年完成了八百万吨，超过了计划规定的指标。化肥厂增加了二十座，支援了农业生产。商业部门扩大了收购，市场供应有了改善。'.repeat(9)}

我们要把农业放在首位，继续兴修水利。各级政府必须加强对农村工作的领导，帮助穷队改变面貌。今后三年，要建成稳产高产田一千万亩。有人认为靠天吃饭也能增产，这是错误的。如果不改变落后的条件，就不能有稳定的收成。难道能够等待吗？

${'工业部门要提高产品质量，降低成本。必须充分发挥老企业的潜力，努力增产煤炭。要关心职工生活，逐步改善劳动条件。'.repeat(9)}

当前的国际形势发生了很大变化。帝国主义和霸权主义的侵略政策遭到了世界各国人民的反对。亚洲、非洲和拉丁美洲的民族独立运动取得了胜利。我们坚决支持各国人民的正义斗争。我国将继续同邻国发展友好关系。

殖民主义者不甘心失败，仍在非洲进行侵略，威胁世界和平。第三世界国家要求建立国际经济新秩序。超级大国加紧扩军备战，各国人民对此提高了警惕。
`

describe('a report that argues', () => {
  const reading = read(REPORT)
  const of = (words: string) => {
    const found = reading.statements.find(s => s.text.startsWith(words))
    return found && [found.kind, found.question]
  }
  it('is dated by the last year that it recounts', () => expect(reading.report.year).toBe(1976))
  it('answers by its paragraphs where no heading does', () => {
    expect(of('粮食产量一九七五年')).toEqual(['result', 'review-period'])
    expect(of('煤炭产量一九七五年')).toEqual(['result', 'review-period'])
    expect(of('各级政府必须')).toEqual(['plan', 'plan-year'])
    expect(of('工业部门要提高')).toEqual(['plan', 'plan-year'])
    expect(of('殖民主义者')).toEqual(['context', null])
  })
  it('tells reasoning, reproof, supposition and question from deeds and tasks', () => {
    for (const words of ['这说明', '有人认为', '如果不改变', '难道']) expect(of(words)?.[0], words).toBe('context')
  })
  it('sets foreign affairs apart, but for what the state itself will do', () => {
    for (const words of ['当前的国际形势', '我们坚决支持', '第三世界国家']) expect(of(words)?.[0], words).toBe('context')
    expect(of('我国将继续')?.[0]).toBe('plan')
  })
  it('gives the figures of what was done the status of outcomes, those of what is to be done that of targets', () => {
    const status = (text: string) => reading.figures.find(f => f.text === text)?.status
    expect(status('一百二十亿斤')).toBe('actual')
    expect(status('一千万亩')).toBe('target')
  })
  it('is on foreign affairs only where it speaks of them much', () => {
    expect(
      onForeignAffairs('今年要扩大对日本和非洲的出口，引进先进设备，办好各类企业，提高产品的质量，增加花色品种，改善职工生活。'),
    ).toBe(false)
    expect(onForeignAffairs('中美、中日两国关系有了改善，世界和平得到维护，各国人民的友好往来增加。')).toBe(true)
  })
})

describe('a report that lists', () => {
  it('keeps its parts and reads its lists as before', () => {
    const listed = read(
      '甲县2021年政府工作报告\n各位代表：\n一、2020年工作回顾\n新建学校3所。改革创新纵深推进。\n二、2021年工作安排\n新建学校5所。实施改造项目10个。\n',
    )
    expect(listed.statements.map(s => s.kind)).toEqual(['result', 'result', 'plan', 'plan'])
  })
})
