// Makes src/catalogue/tables/places.tsv anew: every division of China from province to county, with the years of its code.
//
// Inputs: the editions of GB/T 2260 from 2002 to 2016 in the package `gb2260` (MIT), the edition of 1999 (state of 1998) in the
// package `id-validator` (MIT), and beside this file years.tsv (changes that the editions leave undated) and changes.tsv
// (changes since). Run `npm run places` after editing either, then `npm run catalogue`.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const tsv = name =>
  readFileSync(new URL(`places/${name}.tsv`, import.meta.url), 'utf8')
    .split(/\r?\n/)
    .filter(line => line && !line.startsWith('#'))
    .slice(1)
    .map(line => line.split('\t'))

/** Names that only group codes, and misprints of the lists. */
const GROUP = /^(市辖区|县|市|.*直辖.*(单位|区划))$|市辖区$/
const MISPRINT = {
  荷泽市: '菏泽市',
  廛河回族区: '瀍河回族区',
  师河区: '浉河区',
  墉桥区: '埇桥区',
  甬桥区: '埇桥区',
  乔口区: '硚口区',
  虎亭区: '猇亭区',
  荔蒲县: '荔浦县',
  江洲区: '江州区',
  华莹市: '华蓥市',
  杨凌区: '杨陵区',
  昆都伦区: '昆都仑区',
  施土家族苗族自治州: '恩施土家族苗族自治州',
}

/** Codes that single editions have for divisions whose code the official list gives otherwise. */
const RECODED = { 139001: '130682', 139002: '130181', 370903: '370911', 410307: '410311' }
/** What the edition of 1999 has wrong: names of before 1998, divisions that had ended (null). */
const STALE = { 421281: '赤壁市', 422801: '恩施市', 433000: null, 433001: null, 500300: null }

/** Short forms that no rule gives. */
const SPECIAL = {
  内蒙古自治区: ['内蒙古', '内蒙'],
  广西壮族自治区: ['广西'],
  西藏自治区: ['西藏'],
  宁夏回族自治区: ['宁夏'],
  新疆维吾尔自治区: ['新疆'],
  克孜勒苏柯尔克孜自治州: ['克孜勒苏', '克州'],
  博尔塔拉蒙古自治州: ['博尔塔拉', '博州'],
  巴音郭楞蒙古自治州: ['巴音郭楞', '巴州'],
  鄂伦春自治旗: ['鄂伦春', '鄂伦春旗'],
  鄂温克族自治旗: ['鄂温克', '鄂温克旗'],
  莫力达瓦达斡尔族自治旗: ['莫力达瓦', '莫旗'],
  锡林郭勒盟: ['锡林郭勒', '锡盟'],
  阿拉善盟: ['阿拉善'],
  神农架林区: ['神农架'],
  和田地区: ['和田'],
  大兴安岭地区: ['大兴安岭'],
}
/** The name of a people at the end of an autonomous division's name. */
const PEOPLES =
  /(蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺)族$|(蒙古|维吾尔|哈萨克|柯尔克孜|锡伯|塔吉克)$/

const rows = new Map() // code + name → {code, name, from, to}
const row = (code, name) => rows.get(code + name)
const yearsOf = { ended: new Map(), begun: new Map() }
for (const [year, ended, begun] of tsv('years'))
  for (const [kind, list] of [
    ['ended', ended],
    ['begun', begun],
  ])
    for (const code of (list ?? '').split(' ').filter(Boolean))
      yearsOf[kind].set(code, [...(yearsOf[kind].get(code) ?? []), Number(year)])

/** The dated year of a change of `code` between the years `after` and `until`, or null. */
function dated(kind, code, after, until) {
  for (const key of [code, `${code.slice(0, 4)}*`]) {
    const year = yearsOf[kind].get(key)?.find(y => y > after && y <= until)
    if (year !== undefined) return year
  }
  return null
}

readEditions()
for (const [year, ended, begun, name] of tsv('changes')) change(Number(year), ended, begun, name)
const heirs = new Map(tsv('successors'))
const successor = successors()
write()

/** Names of the edition of 1999 stand there with what is over them: 河北省石家庄市郊区. */
function edition1998(later) {
  const full = require('id-validator/src/GB2260.js')
  const top = code => full[`${code.slice(0, 2)}0000`] ?? '#'
  const cities = Object.entries(full).map(([code, name]) => (code.endsWith('00') ? name.replace(top(code), '') : ''))
  const over = new Set([
    '新疆维吾尔族自治区',
    '新疆自治区',
    '恩施土家族苗族自治州',
    ...cities,
    ...[...later].filter(([code]) => code.endsWith('00')).map(([, name]) => name),
  ])
  over.delete('')
  const bare = name => {
    for (let cut = name.length - 2; cut > 1; cut--) if (over.has(name.slice(0, cut))) return bare(name.slice(cut))
    return name
  }
  const current = Object.entries({ ...full, ...STALE }).filter(([, name]) => name !== null)
  return current.map(([code, name]) => {
    const now = later.get(code)
    if (now && name.endsWith(now)) return [code, now]
    return [code, code.endsWith('0000') ? name : bare(name.replace(top(code), ''))]
  })
}

function readEditions() {
  const revisions = require('gb2260/lib/revisions.json').slice().reverse()
  const first = new Map(Object.entries(require(`gb2260/lib/${revisions[0]}.json`)))
  const editions = [[1998, edition1998(first)]]
  for (const revision of revisions)
    editions.push([Number(revision.slice(0, 4)), Object.entries(require(`gb2260/lib/${revision}.json`))])
  let before = new Map()
  let last = null
  for (const [year, entries] of editions) {
    const now = new Map()
    for (const [given, word] of entries) {
      const name = MISPRINT[word] ?? word
      const code = RECODED[given] ?? given
      if (!GROUP.test(name) && /^[1-8]\d{5}$/.test(code)) now.set(code, code === '650000' ? '新疆维吾尔自治区' : name)
    }
    for (const [code, name] of now) {
      if (before.get(code) === name) continue
      // Taiwan, Hong Kong and Macao entered the list late; their codes hold throughout
      const from = last === null || /^[78]/.test(code) ? '' : (dated('begun', code, last, year) ?? late(year, code))
      rows.set(code + name, { code, name, from, to: '' })
    }
    for (const [code, name] of before)
      if (now.get(code) !== name && !/^[78]/.test(code)) row(code, name).to = dated('ended', code, last, year) ?? late(year, code)
    before = now
    last = year === 1998 ? 1998 : year - 1
  }
}

/** The editions of 2013 and 2014 stop before the year's end: what they have and years.tsv does not is of the year before. */
function late(year, code) {
  if (year === 2002) throw new Error(`years.tsv: ${code} changed between 1998 and 2002, in no stated year`)
  return year === 2013 || year === 2014 ? year - 1 : year
}

function change(year, ended, begun, name) {
  const live = code => [...rows.values()].find(r => r.code === code && r.to === '')
  const old = ended && (live(ended) ?? [...rows.values()].find(r => r.code === ended && Number(r.to) === year))
  const made = row(begun, name)
  if (ended && !old && !made) throw new Error(`changes.tsv: ${year} ${ended} is not in force`)
  if (old && old.name !== name) old.to = year
  else if (old && old.code !== begun) old.to = year
  if (old) old.next = begun
  if (!made) rows.set(begun + name, { code: begun, name, from: year, to: '' })
}

/** The county-level seat of a prefecture that became a city of the same name is its first district: 忻州市 → 忻府区. */
function seat(r, made) {
  const city = made.find(o => o.code.endsWith('00') && o.code.slice(0, 2) === r.code.slice(0, 2) && stem(o.name) === stem(r.name))
  return city && made.find(o => o.code === `${city.code.slice(0, 4)}02`)
}

function stem(name) {
  return shortForms(name)[0] ?? name
}

/** For a row that ended, the code that took its place: as stated, or the same name or stem beginning in that year in the province. */
function successors() {
  const begun = new Map()
  for (const r of rows.values()) if (r.from) begun.set(r.from, [...(begun.get(r.from) ?? []), r])
  return r => {
    if (r.next) return r.next
    if (!r.to) return ''
    if (heirs.has(r.code)) return heirs.get(r.code)
    const level = code => (code.endsWith('00') ? 'city' : 'county')
    const near = (begun.get(r.to) ?? []).filter(o => level(o.code) === level(r.code))
    const inProvince = near.filter(o => o.code.slice(0, 2) === r.code.slice(0, 2))
    const found =
      near.find(o => o.code === r.code) ??
      inProvince.find(o => o.name === r.name) ??
      inProvince.find(o => stem(o.name) === stem(r.name)) ??
      seat(r, begun.get(r.to) ?? [])
    return found?.code ?? ''
  }
}

/** 咸宁市 → 咸宁; 恩施土家族苗族自治州 → 恩施, 恩施州; 蠡县 has none. */
function shortForms(name) {
  const special = SPECIAL[name]
  if (special) return special
  const autonomous = /^(.+?)(自治区|自治州|自治县|自治旗)$/.exec(name)
  if (autonomous) {
    const kind = { 自治州: '州', 自治县: '县', 自治旗: '旗' }[autonomous[2]]
    let base = autonomous[1].replace(/各族$/, '')
    for (;;) {
      const cut = base.replace(PEOPLES, '')
      if (cut === base || cut.length < 2) break
      base = cut
    }
    return base.length >= 2 ? [base, base + kind] : []
  }
  const m = /^(.{2,}?)(省|市|地区|盟|县|新区|区|特区|旗|特别行政区)$/.exec(name)
  return m && !/矿区$/.test(name) && !/^(城|郊|矿|新|市|东|西|南|北|中)+$/.test(m[1]) && m[2] !== '旗' ? [m[1]] : []
}

function write() {
  const lines = [...rows.values()]
    .sort((a, b) => a.code.localeCompare(b.code, 'en') || Number(a.from || 0) - Number(b.from || 0))
    .map(r => [r.code, r.name, shortForms(r.name).join('|'), r.from, r.to, successor(r)].join('\t'))
  const head = `# Divisions of China from province to county level, one a line for each name that a code of GB/T 2260 has had. Made by
# scripts/places.mjs from the editions of the code list (packages gb2260 and id-validator, both MIT) and the changes since,
# 民政部《县级以上行政区划变更情况》; do not edit here.
# code: its level and what it belongs to follow from it: xx0000 province, xxxx00 prefecture, else county level, under the prefecture
# of its first four digits, or under the province where there is none. short: forms without the suffix.
# from, to: the years in which code and name were in force, the year of a change counting for both; from empty: since 1998 or before;
# to empty: in force at the end of 2025. successor: the code that took its place.
code\tname\tshort\tfrom\tto\tsuccessor
`
  writeFileSync(new URL('../src/catalogue/tables/places.tsv', import.meta.url), `${head}${lines.join('\n')}\n`)
}
