import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'

const head = '2021年甲县人民政府工作报告\n各位代表：\n一、2020年工作回顾\n地区生产总值增长3.1%。\n二、2021年重点工作\n'

/** Numbers announced, and each item's name with its count of tasks. */
function lists(words: string): unknown[] {
  const reading = read(head + words)
  for (const list of reading.lists)
    for (const item of list.items)
      for (const id of item.tasks)
        expect(reading.tasks.find(t => t.id === id)).toMatchObject({ list: list.id, item: item.number })
  return reading.lists.map(l => [
    l.announced,
    l.announcedParts,
    ...l.items.map(i => `${i.number} ${i.name.text} ${i.tasks.length}${i.parts.length > 0 ? ` (${i.parts.length})` : ''}`),
  ])
}

describe('numbered lists of services', () => {
  it('whose marks above ⑩ a conversion has lost', () => {
    const items = Array.from({ length: 12 }, (_, i) => `${i < 10 ? String.fromCharCode(0x2460 + i) : '?'}新建水厂${i + 2}座。`)
    expect(lists(`今年办好12件民生实事。${items.join('')}`)[0]).toHaveLength(14)
  })
  it('numbered ⑴⑵', () =>
    expect(lists('办好2件惠民实事：⑴新建水厂1座；⑵建成公园2个。')).toEqual([[2, null, '1 新建水厂1座 1', '2 建成公园2个 1']]))
  it('over paragraphs', () =>
    expect(
      lists('办好三件民生实事：\n1.教育惠民。新建幼儿园2所，改扩建小学1所。\n2.改造老旧小区9个。\n3.建设停车场6处。'),
    ).toEqual([[3, null, '1 教育惠民 2', '2 改造老旧小区9个 1', '3 建设停车场6处 1']]))
  it('in one sentence, circled or by 一是', () => {
    expect(lists('办好3件惠民实事：①新建水厂1座；②建成公园2个；③改造农房300户。')).toEqual([
      [3, null, '1 新建水厂1座 1', '2 建成公园2个 1', '3 改造农房300户 1'],
    ])
    expect(lists('今年办好两件民生实事：一是新建水厂1座，二是建成公园2个。')).toEqual([
      [2, null, '1 新建水厂1座 1', '2 建成公园2个 1'],
    ])
  })
  it('with parts of their own', () =>
    expect(
      lists('实施2件5项民生实事：\n一是教育工程。（1）新建幼儿园2所；（2）改造小学1所。\n二是交通工程。（1）建成公路3公里。'),
    ).toEqual([[2, 5, '1 教育工程 2 (2)', '2 交通工程 1 (1)']]))
  it('that count on from field to field', () =>
    expect(lists('实施3项民生工程：教育工程2项：(1)新建幼儿园2所。(2)改造小学1所。交通工程1项：(1)建成公路3公里。')).toEqual([
      [3, null, '1 新建幼儿园2所 1', '2 改造小学1所 1', '3 建成公路3公里 1'],
    ]))
  it('without numbers, as many as announced', () =>
    expect(lists('办好三件民生实事：新建水厂1座；建成公园2个；改造农房300户。')).toEqual([
      [3, null, '1 新建水厂1座 1', '2 建成公园2个 1', '3 改造农房300户 1'],
    ]))
  it('not where services are only mentioned', () => expect(lists('完成省定20项民生工程。推进城市更新。')).toEqual([]))
})
