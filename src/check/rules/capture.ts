/** Defects of capture and layout that reading met, told as findings. */
import type { Repair } from '../../read/types.ts'
import type { Check } from '../context.ts'
import type { Rule, Words } from '../types.ts'

const CONTEXT = 14
/** Words on either side of a break. */
const AROUND = 8
/** From so many further places on, a kind of defect is told once with their number. */
const MANY = 3

const many = ({ zh, en }: Words, count: number): Words => ({ zh: `${zh}，共 ${count} 处`, en: `${en}, in ${count} places` })

interface Kind {
  kind: Repair['kind']
  message: Words
}

function captureRule(
  id: string,
  severity: Rule['severity'],
  kind: Kind,
  words: Pick<Rule, 'title' | 'about' | 'fires' | 'quiet'>,
): Rule {
  return {
    id,
    severity,
    on: true,
    ...words,
    run(check, notes) {
      const places: { start: number; end: number }[] = []
      const tell = () => {
        const [first, ...others] = places.splice(0)
        if (!first) return
        // what befell a whole capture is told once
        const all = others.length >= MANY
        notes.found({ ...first, message: all ? many(kind.message, others.length + 1) : kind.message, related: all ? others : [] })
        if (!all) for (const other of others) notes.found({ ...other, message: kind.message })
      }
      for (const repair of check.reading.repairs) {
        if (repair.kind !== kind.kind) continue
        // an empty span is shown with the words before it
        const start =
          repair.end > repair.start
            ? repair.start
            : Math.max(0, check.text.lastIndexOf('\n', repair.start - 1) + 1, repair.start - CONTEXT)
        if (
          (repair.kind === 'repeated-body'
            ? !SENTENCE.test(check.text.slice(repair.start, repair.end))
            : !isSaid(check, start, Math.max(repair.end, start + 1))) ||
          (repair.kind === 'cut-off' && !isCut(check, repair.end))
        )
          continue
        places.push(withWords(check.text, start, Math.max(repair.end, start + 1)))
      }
      tell()
    },
  }
}

const HAN = /[\u4e00-\u9fff]{5}/
/** What tells a passage from a row of links to other pages. */
const SENTENCE = /[\u4e00-\u9fff]{6}[^。！？\n]*[。！？，；]/
/** A place that holds no word is shown, and known by, the words around it: a break between lines looks like any other. */
function withWords(text: string, start: number, end: number): { start: number; end: number } {
  if (/\S/.test(text.slice(start, end))) return { start, end }
  const before = /[^\r\n]*$/.exec(text.slice(Math.max(0, start - AROUND), start))![0].length
  const after = /^[^\r\n]*/.exec(text.slice(end, end + AROUND))![0].length
  return { start: start - before, end: end + after }
}

/** How a line begins that opens something new: what stands before it ended there. */
const OPENS = /^[\s　]*([●■◆▲★·—]|[（(]?[一二三四五六七八九十]{1,3}[）)、])/
const NUMBERED = /^[\s　]*[（(]?[一二三四五六七八九十\d]{1,3}[）)、.]/

/** 主办单位：…: a line of a form, which ends without a mark. */
const LABELLED = /^[\s　]*[\u4e00-\u9fff]{2,8}[：:]/

/** Lines of another language and matter of the page are not read, so nothing can be said of them. */
const isSaid = (check: Check, start: number, end: number): boolean =>
  HAN.test(check.text.slice(check.text.lastIndexOf('\n', start - 1) + 1, end)) && check.isRead({ start, end })

/** Whether a line is a sentence of some length, and the next begins something new. */
function isCut(check: Check, end: number): boolean {
  const line = check.text.slice(check.text.lastIndexOf('\n', end - 1) + 1, end)
  if (line.trim().length < 20 || NUMBERED.test(line) || LABELLED.test(line) || /来源|责任编辑|报告$|字体|第\d+页/.test(line))
    return false
  const rest = /\S/.exec(check.text.slice(end, end + 200))
  const next = rest ? end + rest.index : -1
  if (next < 0) return false
  // a line before a dash is the first half of a title
  if (/^[—-]/.test(check.text.slice(next, next + 1))) return false
  return OPENS.test(check.text.slice(next, next + 8)) || check.reading.sections.some(s => s.heading?.start === next)
}

export const cutOff = captureRule(
  'cut-off',
  'warning',
  { kind: 'cut-off', message: { zh: '这句话没有句末标点，像是没有写完', en: 'the sentence stops without an end' } },
  {
    title: { zh: '句子没写完', en: 'a sentence cut off' },
    about: { zh: '段落末尾没有句末标点，话也没有说完。', en: 'A paragraph ends in the middle of a sentence.' },
    fires: [
      {
        text: '2021年政府工作报告解读\n2021年,清水怎么干?\n●支持清水县建设湖北经济强县、示范县。\n●加快推进老旧小区和城中村改造工程。\n●支持山口县打造先进制造业集聚区。\n●大力推动企业上云和数字化赋能行动。\n●持续推进外贸工程,支持企业做大做强。\n●支持山南县打造示范样板、乡村振兴引领区,建设全国应\n●加快推进高速公路和铁路建设工程。',
        at: '、乡村振兴引领区,建设全国应',
      },
    ],
    quiet: [{ text: '2021年工作安排\n●支持清水县建设示范县。\n●支持山南县打造示范样板。' }],
  },
)

export const splitQuotation = captureRule(
  'split-quotation',
  'warning',
  { kind: 'split-quotation', message: { zh: '引号或括号里的话被断成两行', en: 'a quotation or bracket is broken over lines' } },
  {
    title: { zh: '引文断行', en: 'a quotation split over lines' },
    about: {
      zh: '引号、书名号、括号内出现换行，多为排版或转换所致。',
      en: 'A line break inside quotation marks or brackets, mostly an accident of layout.',
    },
    fires: [{ text: '2021年工作安排\n●支持清水县创建“绿水\n\n青山就是金山银山”示范县。\n●推进改造。' }],
    quiet: [{ text: '2021年工作安排\n●支持清水县创建“绿水青山就是金山银山”示范县。\n●推进改造。' }],
  },
)

export const repeatedBody = captureRule(
  'repeated-body',
  'warning',
  { kind: 'repeated-body', message: { zh: '这一段与前文完全重复', en: 'this passage repeats one before it word for word' } },
  {
    title: { zh: '段落或正文重复', en: 'a paragraph or the body stands there twice' },
    about: {
      zh: '段落或整段整段的正文出现两遍以上，多为网页转换所致；重复部分不计入承诺和数据。',
      en: 'A paragraph or whole passages occur twice or more, mostly by conversion of a page; the repeated part counts for nothing.',
    },
    fires: [
      {
        text: `政府工作报告\n${'全市地区生产总值达到1520.6亿元，同比增长3.2%，居民消费价格上涨2.7%，城镇登记失业率3.1%。\n规模以上工业增加值增长6.1%，新增高新技术企业41家，粮食产量116.8万吨，招商引资到位资金排名全省第三位。\n城镇新增就业3.7万人，改造老旧小区89个，惠及1.7万人，民生支出占比78.2%，空气质量优良天数比例94%。\n'.repeat(2)}`,
      },
    ],
    quiet: [
      {
        text: '政府工作报告\n全市地区生产总值达到1520.6亿元，同比增长3.2%。\n规模以上工业增加值增长6.1%，新增高新技术企业41家。',
      },
    ],
  },
)
