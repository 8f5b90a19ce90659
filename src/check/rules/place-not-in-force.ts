import { lexicon } from '../../catalogue/lexicon.ts'
import { isCommonWord } from '../../catalogue/place-words.ts'
import { covers, type Place, placeFormAt, placeOfCode, predecessorOf } from '../../catalogue/places.ts'
import type { Statement } from '../../read/types.ts'
import type { Check } from '../context.ts'
import type { Notes, Rule, Words } from '../types.ts'

/** Words of a clause that speak of a former time, of a change or of a division that is still to come: an old or new name is right there. */
const OTHER_TIME =
  /[原前旧]|历史|曾|昔|解放|建国|革命|抗战|红军|清代|明代|民国|撤|并入|合并|更名|改[为名设]|设[立市区县为]|划归|升格|成立|筹|申报|申请|争取|获批|批准|批复|调整|挂牌|区划|\d{4}年代|[一二]九[〇零一二三四五六七八九]{2}年/
const YEAR = /(?<!\d)(1[89]\d\d|20\d\d)年/g
/** What follows a name that is only part of another: a school, a road, an airport. */
const NAME_GOES_ON = /^(?:[路街道镇乡村站港]|大学|学院|机场|高速|铁路|水库|电厂|煤矿|古城|域|场|间|块|位)/
/** Areas that bore such a name before they were divisions of the state's list. */
const ZONE = /新区$|[农林]区$|矿区$|特区$/

export const placeNotInForce: Rule = {
  id: 'place-not-in-force',
  severity: 'warning',
  on: true,
  title: { zh: '该年没有这个行政区划名称或代码', en: 'a place name or code that was not in force in that year' },
  about: {
    zh: '县级以上地名和行政区划代码按 GB/T 2260 历年变更核对：写到的名称在报告年份和所回顾的年份都不存在（已更名、撤并，或还没有设立）时报，并给出当年的名称。句中说明是原名、旧称、撤并、更名、设立，或写明较早年份的不报。名称表自 1998 年起，更早的报告不查。',
    en: 'Names and codes of divisions from the county up are held against the history of GB/T 2260. It fires where a name was in force neither in the year of the report nor in the years reviewed, and gives the name of that year. Clauses that speak of former names, of changes or of earlier years are left alone. The list begins in 1998; older reports are not looked at.',
  },
  fires: [
    { text: '湖北省政府工作报告\n——2013年1月12日\n一、2012年工作回顾\n支持襄樊市建设省域副中心城市。', at: '襄樊市' },
    { text: '云南省政府工作报告\n——2010年1月12日\n一、2009年工作回顾\n支持思茅市发展茶产业。', at: '思茅市' },
    { text: '北京市政府工作报告\n——2010年1月12日\n一、2009年工作回顾\n密云区生态保护成效明显。', at: '密云区' },
    { text: '清水市政府工作报告\n——2014年1月12日\n附表：行政区划代码341400，完成投资3亿元。', at: '341400' },
  ],
  quiet: [
    { text: '湖北省政府工作报告\n——2013年1月12日\n一、2012年工作回顾\n支持襄阳市（原襄樊市）建设省域副中心城市。' },
    { text: '湖北省政府工作报告\n——2010年1月12日\n一、2009年工作回顾\n支持襄樊市建设省域副中心城市。' },
    { text: '北京市政府工作报告\n——2015年1月12日\n一、2014年工作回顾\n二、2015年工作安排\n推动密云撤县设密云区。' },
    { text: '安徽省政府工作报告\n——2013年1月12日\n一、2012年工作回顾\n巢湖市环湖生态修复加快。' },
    { text: '广东省政府工作报告\n——2022年1月12日\n一、2021年工作回顾\n新增城市停车位1455个。' },
  ],
  run(check, notes) {
    const { year, place } = check.reading.report
    // the table begins with the list of 1998
    if (year === null || year < 1999) return
    for (const statement of check.reading.statements) names(check, notes, statement, year, place?.code ?? null)
    codes(check, notes, year)
  },
}

/** The years of which a statement may speak without saying so. */
function yearsOf(statement: Statement, year: number): [number, number] {
  return [statement.question === 'review-period' ? year - 6 : year - 1, year]
}

function names(check: Check, notes: Notes, statement: Statement, year: number, own: string | null): void {
  const { start, end } = statement
  for (let i = start; i < end; i++) {
    const found = placeFormAt(check.text, i, end)
    if (!found) continue
    const form = check.text.slice(i, found.end)
    const [first, last] = yearsOf(statement, year)
    const old = found.places.filter(place => place.name === form)
    if (old.length === 0 || form.length < 3 || found.places.some(place => during(place, first, last))) {
      i = found.end - 1
      continue
    }
    const place = old.find(each => own !== null && covers(`${own.slice(0, 2)}0000`, each.code)) ?? old[0]!
    if (isMeant(check, statement, place, form, i, found.end, year, own)) tell(notes, place, year, i, found.end)
    i = found.end - 1
  }
}

const during = (place: Place, first: number, last: number): boolean =>
  (place.from === null || place.from <= last) && (place.to === null || first <= place.to)

function isMeant(
  check: Check,
  statement: Statement,
  place: Place,
  form: string,
  from: number,
  to: number,
  year: number,
  own: string | null,
): boolean {
  const near = own !== null && covers(`${own.slice(0, 2)}0000`, place.code)
  if (isCommonWord(form) || (place.level === 'county' && !near)) return false
  // 新增城市 names no 增城市, and 新建县 may be a verb and what was built
  const { trie } = lexicon()
  if (trie.find(form.slice(0, -1)) !== 0 || (from > statement.start && trie.find(check.text.slice(from - 1, from + 1)) !== 0))
    return false
  if (place.from !== null && place.from > year && ZONE.test(form)) return false
  if (NAME_GOES_ON.test(check.text.slice(to, to + 3))) return false
  const clause = clauseAround(check.text, statement, from, to)
  if (OTHER_TIME.test(clause.replace(form, ''))) return false
  return ![...clause.matchAll(YEAR)].some(([, said]) => Number(said) < year - 1)
}

/** The sentence part around a place, without what stands in quotation marks there: titles and names of old. */
function clauseAround(text: string, { start, end }: Statement, from: number, to: number): string {
  const head = /[^，,；;。：:\n]*$/.exec(text.slice(start, from))![0]
  const tail = /^[^，,；;。\n]*/.exec(text.slice(to, end))![0]
  return head + text.slice(from, to) + tail
}

function tell(notes: Notes, place: Place, year: number, start: number, end: number): void {
  const early = place.from !== null && place.from > year
  const now = early ? predecessorOf(place, year) : current(place, year)
  const message: Words = early
    ? {
        zh: `${place.name}（${place.code}）${place.from} 年才有，${year} 年的报告里不应出现`,
        en: `${place.name} (${place.code}) began in ${place.from}; this is a report of ${year}`,
      }
    : {
        zh: `${place.name}（${place.code}）${place.to} 年起已不用`,
        en: `${place.name} (${place.code}) ended in ${place.to}`,
      }
  const said = now && now.name !== place.name ? `${now.name}（${now.code}）` : null
  notes.found({ start, end, message, ...(said && { proposal: { zh: `${year} 年为${said}`, en: `in ${year}: ${said}` } }) })
}

/** What took the place of a division, as it was in a year; null where the table does not say. */
function current(place: Place, year: number): Place | null {
  let code = place.successor
  for (let steps = 0; code !== null && steps < 8; steps++) {
    const now = placeOfCode(code, year)
    if (now) return now
    code = placeOfCode(code)?.successor ?? null
  }
  return null
}

/** Six digits that are said to be a code of GB/T 2260. */
function codes(check: Check, notes: Notes, year: number): void {
  for (const match of check.text.matchAll(/(?:区划代码|行政代码|地区代码)[^\d\n，。；]{0,4}([1-8]\d{5})(?!\d)/g)) {
    const code = match[1]!
    const start = match.index + match[0].length - code.length
    const [first, last] = [year - 1, year]
    const known = placeOfCode(code)
    if (inYears(code, first, last)) continue
    const now = known && current(known, year)
    notes.found({
      start,
      end: start + code.length,
      message: known
        ? {
            zh: `代码 ${code}（${known.name}）${year} 年已不用或尚未启用`,
            en: `code ${code} (${known.name}) was not in force in ${year}`,
          }
        : { zh: `GB/T 2260 没有代码 ${code}`, en: `GB/T 2260 has no code ${code}` },
      ...(now && { proposal: { zh: `${year} 年为 ${now.code}（${now.name}）`, en: `in ${year}: ${now.code} (${now.name})` } }),
    })
  }
}

function inYears(code: string, first: number, last: number): boolean {
  for (let year = first; year <= last; year++) if (placeOfCode(code, year)) return true
  return false
}
