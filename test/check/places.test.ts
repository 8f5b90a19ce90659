/** Every city whose name ended: told in later reports of its province, quiet in those of its time. */
import { describe, expect, it } from 'vitest'
import { places } from '../../src/catalogue/places.ts'
import { checkBy } from '../../src/check/index.ts'
import { placeNotInForce } from '../../src/check/rules/place-not-in-force.ts'
import { read } from '../../src/read/index.ts'

const all = places()
const used = (name: string, from: number, to: number) =>
  all.some(
    p => (p.name === name || p.short.includes(name)) && (p.from === null || p.from <= to) && (p.to === null || from <= p.to),
  )
const ended = all.filter(p => p.level === 'city' && p.to !== null && p.to >= 2000 && !used(p.name, p.to + 1, p.to + 3))

function found(name: string, code: string, year: number) {
  const province = all.find(p => p.code === `${code.slice(0, 2)}0000`)!.name
  const text = `${province}政府工作报告\n——${year}年1月12日\n一、${year - 1}年工作回顾\n支持${name}建设现代农业基地，新增企业12家。`
  return checkBy([placeNotInForce], read(text)).findings
}

describe('place-not-in-force', () => {
  it('has names to try', () => expect(ended.length).toBeGreaterThan(15))

  it.each(ended.map(p => [p.name, p.to!, p.code] as const))('%s, which ended in %i', (name, to, code) => {
    expect(found(name, code, to + 2).map(f => f.text)).toEqual([name])
    expect(found(name, code, to)).toEqual([])
    expect(found(name, code, to + 1)).toEqual([])
  })

  it('says what the place is called in that year', () => {
    const [襄樊] = found('襄樊市', '420600', 2020)
    expect(襄樊!.proposal!.zh).toBe('2020 年为襄阳市（420600）')
    const [莱芜] = found('莱芜市', '371200', 2023)
    expect(莱芜!.message.zh).toBe('莱芜市（371200）2018 年起已不用')
  })
})
