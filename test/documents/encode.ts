/** Encoders for tests: Node decodes GB18030 and Big5 but does not encode them, so the decoder's table is turned round. */
import type { Encoding } from '../../src/documents/index.ts'

const tables = new Map<string, Map<string, number[]>>()

function table(encoding: 'gb18030' | 'big5'): Map<string, number[]> {
  const known = tables.get(encoding)
  if (known) return known
  const decoder = new TextDecoder(encoding)
  const made = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const char = decoder.decode(Uint8Array.of(high, low))
      if ([...char].length === 1 && char !== '\uFFFD' && !made.has(char)) made.set(char, [high, low])
    }
  }
  tables.set(encoding, made)
  return made
}

/** The text's bytes; throws where the encoding has no such character. */
export function encode(text: string, encoding: Encoding, bom = false): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from((bom ? '\uFEFF' : '') + text, 'utf8')
  if (encoding === 'utf-16le') return Buffer.from((bom ? '\uFEFF' : '') + text, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from((bom ? '\uFEFF' : '') + text, 'utf16le').swap16()
  const bytes: number[] = []
  for (const char of text) {
    if (char.charCodeAt(0) < 0x80) bytes.push(char.charCodeAt(0))
    else {
      const pair = table(encoding).get(char)
      if (!pair) throw new Error(`${encoding} has no ${char}`)
      bytes.push(...pair)
    }
  }
  return Uint8Array.from(bytes)
}

export const simplified = `清水市2021年政府工作报告

一、2020年工作回顾

全年地区生产总值达到1520.6亿元，同比增长3.2%；新增城镇就业3.7万人，改造老旧小区89个。
——森林覆盖率提高到53.01%，空气质量优良天数比例为94%。

二、2021年工作安排

今年主要预期目标是：地区生产总值增长8%以上，居民消费价格涨幅控制在3%左右。
`

export const traditional = `過去一年工作回顧

本地生產總值增長百分之三點二，失業率維持在2.5%的較低水平，旅客人次回升至2,800萬。政府繼續推動經濟適度多元發展，改善民生，
完善社會保障制度，公共房屋單位增加3,000個。來年財政預算開支為1,100億元，我們將與各界共同努力，落實各項施政措施。
`
