/**
 * What a page says of its document: the meta elements that government sites carry (政府网站发展指引, 2017: ArticleTitle,
 * PubDate, ContentSource …) and the block that published government information has to show (索引号, 文号 …).
 */
import type { Metadata } from '../types.ts'
import { attribute, type Element, elementsIn } from './tree.ts'

const metas: Record<string, keyof Metadata> = {
  articletitle: 'title',
  pubdate: 'published',
  publishdate: 'published',
  contentsource: 'origin',
  source: 'origin',
  author: 'author',
  keywords: 'keywords',
  url: 'url',
}

export function metaOf(head: Element): Metadata {
  const out: Metadata = {}
  for (const element of elementsIn(head)) {
    if (element.tagName !== 'meta') continue
    const key = metas[attribute(element, 'name').toLowerCase()]
    const value = attribute(element, 'content').trim()
    if (key && value !== '' && out[key] === undefined) out[key] = value
  }
  return out
}

const spaced = (label: string) => [...label].join('\\s*')
const labels: [string, keyof Metadata | null][] = [
  ['索引号', 'indexNumber'],
  ['信息索引', 'indexNumber'],
  ['发文字号', 'documentNumber'],
  ['文件编号', 'documentNumber'],
  ['文号', 'documentNumber'],
  ['发布机构', 'issuer'],
  ['发文机关', 'issuer'],
  ['发文机构', 'issuer'],
  ['发文单位', 'issuer'],
  ['公开机构', 'issuer'],
  ['制发机关', 'issuer'],
  ['主题分类', 'topic'],
  ['信息分类', 'topic'],
  ['组配分类', 'topic'],
  ['成文日期', 'written'],
  ['成文时间', 'written'],
  ['生成日期', 'written'],
  ['发文日期', 'written'],
  ['发布日期', 'published'],
  ['发布时间', 'published'],
  ['公开日期', 'published'],
  ['公布日期', 'published'],
  ['有效性', 'validity'],
  ['效力状态', 'validity'],
  ['信息来源', 'origin'],
  ['来源', 'origin'],
  ['主题词', 'keywords'],
  ['关键词', 'keywords'],
  ['标题', 'title'],
  ['名称', 'title'],
  // Known labels whose values are no news of the document; they end the value before them.
  ['浏览次数', null],
  ['浏览量', null],
  ['阅读次数', null],
  ['阅读', null],
  ['点击数', null],
  ['点击量', null],
  ['访问量', null],
  ['字号', null],
  ['字体', null],
  ['责任编辑', null],
  ['编辑', null],
  ['作者', 'author'],
  ['实施日期', null],
  ['废止日期', null],
  ['体裁分类', null],
  ['公开方式', null],
  ['公开形式', null],
  ['公开范围', null],
]

const label = new RegExp(
  `(?<![\\u4e00-\\u9fff])[【\\[]?(${labels.map(([name]) => spaced(name)).join('|')})[】\\]]?\\s*(?:[:：]|$)`,
  'g',
)
const keyOf = new Map(labels)

/** Whether a line is nothing but labels and their values. */
export function isMetadataLine(line: string): boolean {
  if (line.length > 200) return false
  const found = [...line.matchAll(label)]
  return found.length > 0 && found[0]!.index <= 2
}

/** Reads labelled values out of lines; a label at the end of its line takes the next line as its value. */
export function labelled(lines: string[], into: Metadata): void {
  lines.forEach((line, n) => {
    const found = [...line.matchAll(label)]
    found.forEach((each, k) => {
      const key = keyOf.get(each[1]!.replace(/\s+/g, ''))
      if (!key || into[key] !== undefined) return
      const from = each.index + each[0].length
      const next = found[k + 1]?.index ?? line.length
      let value = clean(line.slice(from, next))
      if (value === '' && k === found.length - 1) {
        const below = lines[n + 1] ?? ''
        if (below.length <= 100 && !isMetadataLine(below)) value = clean(below)
      }
      if (value !== '' && value.length <= 200) into[key] = value
    })
  })
}

const clean = (value: string) => value.replace(/^[\s|：:]+|[\s|【[（(]+$/g, '').trim()
