import { describe, expect, it } from 'vitest'
import { scoreIdentity } from '../../scripts/score/identity.ts'
import { outline } from '../../src/read/outline/index.ts'

const corpus = process.env.JIEDU_CORPUS

/** A report in outline: its head, its opening and two short parts. */
const report = (head: string, opening: string, [reviewed, planned]: [number, number], tail = ''): string => `${head}

各位代表：
${opening}
一、${reviewed}年工作回顾
过去一年，我们坚持稳中求进，经济运行总体平稳，全年地区生产总值增长百分之五。
二、${planned}年工作安排
今年要重点抓好产业、项目和民生，推动各项工作再上新台阶。
${tail}`
const of = (text: string) => outline(text).report

describe('the identity of a report', () => {
  it.each([
    ['2021年1月20日在咸宁市第五届人民代表大会第六次会议上', [2020, 2021], '咸宁市', '421200', 'city'],
    ['2023年1月6日在咸宁市赤壁市第六届人民代表大会第二次会议上', [2022, 2023], '赤壁市', '421281', 'county'],
    ['2020年1月8日在北京市朝阳区第十六届人民代表大会第七次会议上', [2019, 2020], '朝阳区', '110105', 'county'],
    ['2019年2月2日在沈阳市和平区第十八届人民代表大会第三次会议上', [2018, 2019], '和平区', '210102', 'county'],
    ['2022年1月10日在恩施土家族苗族自治州第九届人民代表大会第一次会议上', [2021, 2022], '恩施土家族苗族自治州', '422800', 'city'],
    ['2008年1月9日在襄樊市第十四届人民代表大会第三次会议上', [2007, 2008], '襄樊市', '420600', 'city'],
    ['2012年1月9日在襄阳市第十五届人民代表大会第二次会议上', [2011, 2012], '襄阳市', '420600', 'city'],
    ['2024年1月24日在重庆市第六届人民代表大会第二次会议上', [2023, 2024], '重庆市', '500000', 'province'],
    ['2016年1月5日在锡林郭勒盟苏尼特左旗第十六届人民代表大会第四次会议上', [2015, 2016], '苏尼特左旗', '152523', 'county'],
  ] as const)('%s', (line, years, name, code, level) => {
    const read = of(report(`政府工作报告\n——${line}`, '现在，我代表人民政府向大会报告工作，请予审议。', [...years]))
    expect(read).toMatchObject({ title: '政府工作报告', kind: 'report', year: years[1], place: { name, code, level } })
    expect(read.date).toMatch(new RegExp(`^${years[1]}-`))
  })

  it('plans the next year where the session meets in December', () => {
    const head = '政府工作报告\n（2022年12月28日在赤壁市第六届人民代表大会第二次会议上）'
    expect(of(report(head, '我代表市人民政府向大会报告工作。', [2022, 2023]))).toMatchObject({
      year: 2023,
      reviewYear: 2022,
      date: '2022-12-28',
    })
  })
  it('is not misled by what a page shows below the text', () => {
    const head = '来源：政府网  发布时间：2019年5月6日\n政府工作报告\n2019年1月9日在崇阳县第十八届人民代表大会第四次会议上'
    const tail = `\n相关阅读：\n平顶山市2025年政府工作报告\n武汉市2024年政府工作报告\n${'通山县2023年政府工作报告\n'.repeat(6)}`
    expect(of(report(head, '我代表县人民政府向大会报告工作。', [2018, 2019], tail))).toMatchObject({
      year: 2019,
      date: '2019-01-09',
      place: { name: '崇阳县', code: '421223' },
    })
  })
  it('takes a county of one character from the speaker', () => {
    expect(of(report('', '现在，我代表蠡县人民政府，向大会作政府工作报告。', [2019, 2020])).place).toMatchObject({
      name: '蠡县',
      code: '130635',
    })
  })
  it('finds the county that a text without a head speaks of, and none where none stands out', () => {
    const opening = '我代表县人民政府向大会报告工作。全县上下同心，县委坚强领导，县政府真抓实干，全县面貌一新。'
    const closing = '县政府将带领全县人民建设美丽通山，为通山更加美好的明天努力奋斗。'
    expect(of(report('', opening, [2019, 2020], closing)).place).toMatchObject({
      name: '通山县',
      code: '421224',
      level: 'county',
    })
    expect(of(report('', opening, [2019, 2020])).place).toBeNull()
  })
  it('keeps a place that the catalogue does not know, without a code', () => {
    const head = '政府工作报告\n2024年1月9日在青禾县第十八届人民代表大会第三次会议上'
    expect(of(report(head, '我代表县人民政府向大会报告工作。', [2023, 2024])).place).toEqual({
      name: '青禾县',
      code: null,
      level: 'county',
    })
  })
  it('gives no code that was not yet in force', () => {
    const head = '政府工作报告\n1986年4月9日在通城县第八届人民代表大会第三次会议上'
    expect(of(report(head, '我代表县人民政府向大会报告工作。', [1985, 1986])).place).toEqual({
      name: '通城县',
      code: null,
      level: 'county',
    })
  })
  it('knows the session of the National People’s Congress by its ordinals', () => {
    const national = (words: string) =>
      of(`各位代表：\n现在，我代表国务院，${words}，请予审议。\n${'经济建设取得新的成就。'.repeat(10)}\n`)
    expect(national('向第八届全国人民代表大会第三次会议作政府工作报告')).toMatchObject({
      year: 1995,
      place: { name: '全国', level: 'national' },
    })
    expect(national('报告第九届全国人民代表大会第一次会议以来五年的工作')).toMatchObject({ year: 2003 })
  })
  it('identifies an official English translation, whose sentences are not read', () => {
    const text = `REPORT ON THE WORK OF THE GOVERNMENT
Delivered at the First Session of the 12th National People's Congress on March 5, 2013
Fellow Deputies,
On behalf of the State Council, I will now report on our work.
`
    expect(of(text)).toMatchObject({ kind: 'report', place: { name: '全国' }, year: 2013, date: '2013-03-05' })
  })
  it('calls a notice of supervision a notice, though it names the report', () => {
    expect(of('2021年市政府工作报告目标任务一季度督办情况\n\n一、主要指标\n前三个月，全市地区生产总值增长8%。\n')).toMatchObject({
      kind: 'notice',
      year: 2021,
    })
  })

  it.skipIf(!corpus)('is right on 98 of 100 public reports, their names withheld (needs JIEDU_CORPUS)', () => {
    const { place, year, kind, all } = scoreIdentity(corpus!)
    for (const share of [place, year, kind, all]) expect(share.right / share.all).toBeGreaterThanOrEqual(0.98)
  })
})
