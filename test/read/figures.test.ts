import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'

/** A sentence in a report of 2021, and its figures: text, role, value, unit, comparator, measure. */
const cases: [string, ...[string, 'measure' | 'qualifier', unknown, string, string, string?][]][] = [
  [
    '粮食产量116.8万吨，生猪出栏206.5万头。',
    ['116.8万吨', 'measure', 1168000, '吨', 'eq', 'level'],
    ['206.5万头', 'measure', 2065000, '头', 'eq', 'level'],
  ],
  [
    '各项贷款同比增长16.4%，利率较年初下降1.34个百分点。',
    ['16.4%', 'measure', 16.4, '%', 'eq', 'change'],
    ['1.34个百分点', 'measure', -1.34, '个百分点', 'eq', 'change-points'],
  ],
  [
    '高新技术企业总数270家，比“十二五”期末增加170家。',
    ['270家', 'measure', 270, '家', 'eq', 'level'],
    ['170家', 'measure', 170, '家', 'eq', 'change-abs'],
  ],
  ['引进投资10亿元以上项目10个。', ['10亿元', 'qualifier', 1e9, '元', 'ge'], ['10个', 'measure', 10, '个', 'eq', 'level']],
  ['三次产业结构优化为14:42:44。', ['14:42:44', 'measure', [14, 42, 44], '', 'eq', 'structure']],
  ['技术合同成交额是“十二五”期末的6.2倍。', ['6.2倍', 'measure', 6.2, '倍', 'eq', 'multiple']],
  [
    '空气质量在全国168个重点城市中排名第18位。',
    ['168个', 'qualifier', 168, '个', 'eq'],
    ['第18位', 'measure', 18, '位', 'eq', 'rank'],
  ],
  ['连续18年获评先进。', ['18年', 'measure', 18, '年', 'eq', 'duration']],
  ['实施重大改革项目700多项。', ['700多项', 'measure', 700, '项', 'gt', 'level']],
  ['失业率控制在4.5%以内。', ['4.5%', 'measure', 4.5, '%', 'le', 'level']],
  ['谋划投资过3亿元项目不少于9个。', ['3亿元', 'qualifier', 3e8, '元', 'gt'], ['9个', 'measure', 9, '个', 'ge', 'level']],
  [
    '入选国内潜力企业120家、居全省第二。',
    ['120家', 'measure', 120, '家', 'eq', 'level'],
    ['第二', 'measure', 2, '', 'eq', 'rank'],
  ],
  ['4000多万千瓦机组完成改造。', ['4000多万千瓦', 'measure', 4e7, '千瓦', 'gt', 'level']],
  ['里程相当于此前总和的40%。', ['40%', 'measure', 40, '%', 'eq', 'multiple']],
  ['单位能耗降低率达2.5%。', ['2.5%', 'measure', 2.5, '%', 'eq', 'change']],
  ['经济总量连续跨上3个百亿元台阶。', ['3个', 'measure', 3, '个', 'eq', 'level'], ['百亿元', 'qualifier', 1e10, '元', 'eq']],
  [
    '围绕打造产值超千亿工业强县，新上项目8个。',
    ['千亿', 'qualifier', 1e11, '', 'gt'],
    ['8个', 'measure', 8, '个', 'eq', 'level'],
  ],
  ['着力改善两个条件（路网条件、水利条件），实施千万吨果品工程。'],
  ['完成东环路等七条道路改造。', ['七条', 'measure', 7, '条', 'eq', 'level']],
  ['土地确权、农技推广等五项改革稳步推进。', ['五项', 'measure', 5, '项', 'eq', 'level']],
  ['成功举办三届全国性花木大会。', ['三届', 'measure', 3, '届', 'eq', 'level']],
  ['增长百分之十二点五。', ['百分之十二点五', 'measure', 12.5, '%', 'eq', 'change']],
  ['总投资七十二亿六千万元。', ['七十二亿六千万元', 'measure', 7260000000, '元', 'eq', 'level']],
  ['总产３，９８９亿斤。', ['３，９８９亿斤', 'measure', 398900000000, '斤', 'eq', 'level']],
  ['结对帮扶3400多贫困户。', ['3400多', 'measure', 3400, '', 'gt', 'level']],
  ['举办六十几场招聘会。', ['六十几场', 'measure', 60, '场', 'gt', 'level']],
  ['偿还一百几十亿元欠款。', ['一百几十亿元', 'measure', 1e10, '元', 'gt', 'level']],
  ['接待游客1亿3千多万人次。', ['1亿3千多万人次', 'measure', 1.3e8, '人次', 'gt', 'level']],
  ['惠及2千多万人。', ['2千多万人', 'measure', 2e7, '人', 'gt', 'level']],
  // two digits after 万 are another number, four are its lower part
  ['免费为20万70岁以上老人体检。', ['20万', 'measure', 200000, '', 'eq', 'level'], ['70岁', 'qualifier', 70, '岁', 'ge']],
  ['拨付奖金3万5000元。', ['3万5000元', 'measure', 35000, '元', 'eq', 'level']],
  ['出口总额下降2成以上。', ['2成', 'measure', -2, '成', 'ge', 'change']],
  ['召开了三次会议。', ['三次', 'measure', 3, '次', 'eq', 'level']],
  ['產量是上年的二點六倍。', ['二點六倍', 'measure', 2.6, '倍', 'eq', 'multiple']],
  ['实施40个以上技改项目。', ['40个', 'measure', 40, '个', 'ge', 'level']],
  ['增长两倍。', ['两倍', 'measure', 2, '倍', 'eq', 'change']],
  ['征收房屋1 7 00 户。', ['1 7 00 户', 'measure', 1700, '户', 'eq', 'level']],
  ['覆盖群众1,100万人。', ['1,100万人', 'measure', 11000000, '人', 'eq', 'level']],
  ['投资增长１１．５％。', ['１１．５％', 'measure', 11.5, '％', 'eq', 'change']],
  ['航运中断1个多月。', ['1个多月', 'measure', 1, '个月', 'gt', 'duration']],
  ['机构精简1／4。', ['1／4', 'measure', -0.25, '', 'eq', 'change']],
  ['取缔近万辆三轮车。', ['万辆', 'measure', 10000, '辆', 'approx', 'level']],
  ['全年开行班列突破千列。', ['千列', 'measure', 1000, '列', 'gt', 'level']],
  ['开办时间提速到1个工作日。', ['1个工作日', 'measure', 1, '个工作日', 'eq', 'duration']],
  ['能耗降幅超过3%。', ['3%', 'measure', 3, '%', 'gt', 'change']],
  ['人口自然增长率6.5‰。', ['6.5‰', 'measure', 6.5, '‰', 'eq', 'level']],
  ['农民收入高于全国平均增速2个百分点。', ['2个百分点', 'measure', 2, '个百分点', 'eq', 'change-points']],
  ['工期压缩一半以上。', ['一半', 'measure', -0.5, '', 'ge', 'change']],
  ['水泥产量6，300万吨。', ['6，300万吨', 'measure', 63000000, '吨', 'eq', 'level']],
  ['产值增长9 ．4 ％。', ['9 ．4 ％', 'measure', 9.4, '％', 'eq', 'change']],
  ['人均受教育年限达到10.6年。', ['10.6年', 'measure', 10.6, '年', 'eq', 'duration']],
  ['大桥提前一年合龙。', ['一年', 'measure', 1, '年', 'eq', 'duration']],
  ['份额提高3个多百分点。', ['3个多百分点', 'measure', 3, '个百分点', 'gt', 'change-points']],
  ['夺得3金、2银。', ['3', 'measure', 3, '', 'eq', 'level'], ['2', 'measure', 2, '', 'eq', 'level']],
  ['全县由7镇6乡组成。', ['7', 'measure', 7, '', 'eq', 'level'], ['6', 'measure', 6, '', 'eq', 'level']],
  ['经济总量迈上2万亿台阶。', ['2万亿', 'measure', 2e12, '', 'gt', 'level']],
  ['五年增量超过900亿元。', ['900亿元', 'measure', 9e10, '元', 'gt', 'change-abs']],
  ['登记注册4个工作小时内办结。', ['4个工作小时', 'measure', 4, '个工作小时', 'le', 'duration']],
  ['第一、第三产业增加值分别增长3%、5%。', ['3%', 'measure', 3, '%', 'eq', 'change'], ['5%', 'measure', 5, '%', 'eq', 'change']],
  ['收入增速连续6年高于全省。', ['6年', 'measure', 6, '年', 'eq', 'duration']],
  ['企业数3年翻一番。', ['3年', 'qualifier', 3, '年', 'eq'], ['翻一番', 'measure', 2, '番', 'eq', 'multiple']],
  ['举办培训班36期。', ['36期', 'measure', 36, '期', 'eq', 'level']],
  ['面包厂两条生产线全部投产。', ['两条', 'measure', 2, '条', 'eq', 'level']],
  ['新建乡村道路七条。', ['七条', 'measure', 7, '条', 'eq', 'level']],
  ['土壤有机质平均含量21克/千克。', ['21克/千克', 'measure', 21, '克/千克', 'eq', 'level']],
  ['粮食平均每年增长百分之三至五。', ['百分之三至五', 'measure', null, '%', 'range', 'change']],
  ['全县抢险四昼夜。', ['四昼夜', 'measure', 4, '昼夜', 'eq', 'level']],
  ['妥善应对5.1级地震。', ['5.1级', 'measure', 5.1, '级', 'eq', 'level']],
  ['出台稳定房价八条措施。', ['八条', 'measure', 8, '条', 'eq', 'level']],
  ['电视台连续4期报道县城。', ['4期', 'measure', 4, '期', 'eq', 'level']],
  [
    '新修水渠30公里、建成桥梁两座。',
    ['30公里', 'measure', 30, '公里', 'eq', 'level'],
    ['两座', 'measure', 2, '座', 'eq', 'level'],
  ],
  ['关停60万千瓦小火电机组。', ['60万千瓦', 'measure', 600000, '千瓦', 'eq', 'level']],
  ['连续3年大规模治水。', ['3年', 'measure', 3, '年', 'eq', 'duration']],
  ['全国人口接近十一亿。', ['十一亿', 'measure', 1.1e9, '', 'approx', 'level']],
  ['地区生产总值突破1500亿元。', ['1500亿元', 'measure', 1.5e11, '元', 'gt', 'level']],
]

const head = '各位代表：\n一、2020年工作回顾\n'

describe('figures of one sentence', () => {
  it.each(cases)('%s', (sentence, ...wanted) => {
    const { figures } = read(head + sentence)
    expect(
      figures.map(f => [f.text, f.role, f.value ?? f.parts, f.unit, f.comparator, ...(f.role === 'measure' ? [f.measure] : [])]),
    ).toEqual(wanted)
  })
})

/** Numerals that are no figures, and why. */
const asides: [string, string, string][] = [
  ['开通“12345”热线。', '12345', 'name'],
  ['107国道改建完工。', '107', 'name'],
  ['2020年底建成。', '2020年底', 'date'],
  ['引进世界500强企业。', '500', 'name'],
  ['统一规划、一般管理。', '一般', 'idiom'],
  ['出台“稳经济30条”。', '30条', 'name'],
  ['编制服务业开放3.0方案。', '3.0', 'name'],
  ['贯彻“2.28”大会精神。', '2.28', 'name'],
  ['第一，抓好春耕。', '第一', 'list'],
  ['抓好安全；第二、抓好防汛。', '第二', 'list'],
  ['入选第一批试点。', '第一批', 'ordinal'],
  ['九是强化督查、十是严格考核。', '十', 'list'],
  ['贯彻县十五届人大三次会议精神。', '三次会议', 'ordinal'],
  ['健全县乡村三级网络。', '三级网络', 'name'],
  ['建成“一院一中心”。', '一中心', 'name'],
  ['完善5年前的旧规划。', '5年前', 'date'],
  ['普及学前三年教育。', '前三年', 'name'],
  ['今年1——4月份好转。', '1——4月份', 'date'],
  ['开工百花岩水库。', '百花', 'name'],
  ['引进万禾牧业。', '万', 'name'],
  ['打造“一城一港一枢纽，一河一走廊”。', '一河', 'name'],
  ['抓好扩权；十一是抓好培训。', '十一', 'list'],
  ['新建城关二中。', '二中', 'name'],
  ['落实二中、三中全会部署。', '二中', 'ordinal'],
  ['同一九五八年相比变化很大。', '一九五八年', 'date'],
  ['社员今年八月已经分红。', '八月', 'date'],
  ['力争两三年内建成。', '两三年', 'date'],
  ['（十一）建设平安乡村。', '十一', 'list'],
  ['双流机场扩建。', '双流', 'name'],
  ['走向二十一世纪。', '二十一世纪', 'date'],
  ['四里庄通公路。', '四里', 'name'],
  ['完成7.21片区安置。', '7.21', 'name'],
  ['省道514升级改造。', '514', 'name'],
  ['应对“三期叠加”影响。', '三期', 'name'],
  ['请大家说一说家乡变化。', '一', 'idiom'],
  ['招标推行“双盲”评审。', '双', 'name'],
  ['办成“双创双服”。', '双', 'name'],
  ['产销双旺。', '双', 'idiom'],
  ['推行"一站式"服务。', '一站式', 'name'],
  ['推行“一区（县）一策”。', '一策', 'name'],
  ['承办十四届全运会。', '十四届', 'ordinal'],
  ['开发凌云山、双溪村民宿。', '双', 'name'],
  ['普及千兆光网。', '千兆', 'name'],
  ['扩建 35 千伏变电站。', '35 千伏', 'name'],
  ['二、三次管网改造。', '三次', 'name'],
  ['实施“百亿提升、千亿跨越”行动。', '百亿', 'name'],
  ['加快百万吨炼化项目建设。', '百万吨', 'name'],
  ['重点做好8个方面工作：', '8个', 'list'],
  ['加快<U+00A0>建设。', '00A0', 'furniture'],
]

describe('numerals that are no figures', () => {
  it.each(asides)('%s', (sentence, words, reason) => {
    const reading = read(head + sentence)
    expect(reading.figures).toEqual([])
    expect(reading.setAside.filter(a => a.start >= head.length).map(a => [a.text, a.reason])).toContainEqual([words, reason])
  })
})
