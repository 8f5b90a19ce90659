import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'

const review = '2021年甲县人民政府工作报告\n各位代表：\n一、2020年工作回顾\n'
const plan = `${review}地区生产总值增长3.1%。\n二、2021年重点工作\n`

/** A sentence and the projects in it: `name stage words #figures @place`. */
const cases: [string, string, ...string[]][] = [
  [review, '甲乙高速建成通车。', '甲乙高速 in-use 建成通车'],
  [
    review,
    '青龙湖、白云山、金沙滩等3个文旅项目开工建设。',
    '青龙湖 started 开工建设',
    '白云山 started 开工建设',
    '金沙滩 started 开工建设',
  ],
  [review, '总投资3.2亿元的锦绣物流园竣工投用。', '锦绣物流园 in-use 竣工投用 #3.2亿元'],
  [review, '城东污水处理厂二期、龙泉水库加快建设。', '城东污水处理厂二期 underway 加快建设', '龙泉水库 underway 加快建设'],
  [review, '建成全长12公里的滨江大道。', '滨江大道 built 建成 #12公里'],
  [plan, '开工建设东山县龙泉水库。', '东山县龙泉水库 started 开工建设 @东山县'],
  [plan, '做好甲乙铁路前期工作。', '甲乙铁路 preparation 前期工作'],
  [plan, '加快推进凤凰中学和第三小学建设。', '凤凰中学 underway 加快推进', '第三小学 underway 加快推进'],
  [plan, '推动“智汇谷”产业园投产。', '“智汇谷”产业园 in-use 投产'],
  // kinds of things, programmes and works in general are no project
  [review, '12个重点项目开工建设。'],
  [plan, '加快推进农村公路、污水处理厂建设。'],
  [plan, '推进人才强县工程。'],
  [plan, '加快产业转型升级。'],
]

describe('projects', () => {
  for (const [head, sentence, ...expected] of cases)
    it(sentence, () => {
      const reading = read(head + sentence)
      const figures = new Map(reading.figures.map(f => [f.id, f.text]))
      const said = reading.projects.map(p =>
        [
          p.text,
          p.stage,
          p.stageText?.text,
          p.figures.length > 0 && `#${p.figures.map(f => figures.get(f)).join(',')}`,
          p.place && `@${p.place.text}`,
        ]
          .filter(Boolean)
          .join(' '),
      )
      expect(said).toEqual(expected)
      for (const p of reading.projects) expect(p.status).toBe(head === plan ? 'target' : 'actual')
    })
})
