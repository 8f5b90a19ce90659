/** Reports of our own making: places of several levels over some years, in the formats that offices use. */
import { Document, Packer, Paragraph } from 'docx'
import { zipSync } from 'fflate'
import { encode } from '../documents/encode.ts'

export interface Made {
  place: string
  assembly: string
  year: number
  /** Growth aimed at, as written. */
  growth: string
  /** What tells its figures from those of other reports. */
  seed: number
}

/** A report in the form of the genre; every figure depends on the seed. */
export function madeReport({ place, assembly, year, growth, seed }: Made): string {
  const n = (base: number, step: number) => (base + seed * step).toFixed(1)
  const lines = Array.from(
    { length: 24 },
    (_, i) =>
      `（${'一二三四五六七八九十'[i % 10]}）第${i + 1}个方面。新建标准化厂房${200 + seed * 7 + i}座，改造老旧街巷${30 + seed + i * 3}条，培训${place}居民${n(2, 0.3)}万人次，新增绿地${n(100 + i, 1.7)}公顷。`,
  )
  return `${place}政府工作报告

——${year}年1月${(seed % 20) + 5}日在${place}第七届人民代表大会第${'一二三四五'[seed % 5]}次会议上

各位代表：

现在，我代表${assembly}政府向大会报告工作，请予审议。

一、${year - 1}年工作回顾

过去一年，地区生产总值达到${n(1200, 31.7)}亿元，同比增长${n(5, 0.1)}%。居民消费价格上涨${n(1.1, 0.05)}%，城镇登记失业率${n(2.9, 0.02)}%。粮食产量${n(80, 1.3)}万吨。
${lines.join('\n')}

二、${year}年工作安排

今年经济社会发展的主要预期目标是：地区生产总值增长${growth}，居民消费价格涨幅控制在3%左右，城镇新增就业${n(2, 0.2)}万人以上。
（一）加快项目建设。确保开工建设亿元以上项目${60 + seed * 3}个，新建公办幼儿园${5 + seed}所。
`
}

/** `咸宁市-2021` and the like: what the files of a corpus are called. */
export const slug = ({ place, year }: Made) => `${place}-${year}`

const growths = ['8%以上', '7.5%左右', '7%', '6.5%-7%', '9%以上']

const places: [string, string, number][] = [
  ['湖北省', '省人民', 5.5],
  ['咸宁市', '市人民', 7],
  ['嘉鱼县', '县人民', 8],
  ['通城县', '县人民', 8.5],
  ['崇阳县', '县人民', 9],
  ['赤壁市', '市人民', 8],
]

/** Reports of six places over `years`, without one that is left out as a gap. */
export function madeReports(years: readonly number[]): Made[] {
  return places.flatMap(([place, assembly], p) =>
    years
      .filter((_, i) => !(p === 2 && i === 1 && years.length > 2))
      .map((year, i) => ({ place, assembly, year, growth: growths[(p + i) % growths.length]!, seed: p * 10 + i })),
  )
}

/** The files of a corpus: text, Markdown, GB18030, HTML, Word and an archive by turns, a copy, and two that cannot be read. */
export async function madeFiles(reports: readonly Made[]): Promise<[string, Uint8Array][]> {
  const files: [string, Uint8Array][] = []
  for (const [i, made] of reports.entries()) {
    const text = madeReport(made)
    const name = `${made.place}/${slug(made)}`
    if (i % 6 === 1) files.push([`${name}.md`, Buffer.from(text)])
    else if (i % 6 === 2) files.push([`${name}.txt`, encode(text, 'gb18030')])
    else if (i % 6 === 3) files.push([`${name}.html`, Buffer.from(html(text))])
    else if (i % 6 === 4) files.push([`${name}.docx`, await word(text)])
    else if (i % 6 === 5) files.push([`${name}.zip`, zipSync({ [`${slug(made)}.txt`]: Buffer.from(text) })])
    else files.push([`${name}.txt`, Buffer.from(text)])
  }
  files.push(['副本/再存一份.txt', Buffer.from(madeReport(reports[0]!))])
  files.push(['坏的/空.txt', new Uint8Array()])
  files.push(['坏的/嘉鱼县-2020.pdf', Buffer.from('%PDF-1.7\nnothing follows')])
  return files
}

const html = (text: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${text.slice(0, 20).split('\n')[0]}</title></head><body><article>${text
    .split('\n')
    .filter(line => line !== '')
    .map(line => `<p>${line}</p>`)
    .join('\n')}</article></body></html>`

async function word(text: string): Promise<Uint8Array> {
  const children = text
    .split('\n')
    .filter(line => line !== '')
    .map(line => new Paragraph(line))
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}
