/** The part that accounts for the rest: numerals set aside with their reasons, headline targets, defects of the text. */
import type { SetAside } from '../../read/types.ts'
import type { Context } from './context.ts'
import type { Coverage } from './coverage.ts'
import { type Html, html } from './html.ts'
import { ASIDE, REASON, REPAIR, TARGET_STATE } from './labels.ts'
import { groupBy } from './lookup.ts'
import { setAsideId } from './source.ts'
import { link } from './value.ts'

export function ledger(context: Context, covered: Coverage): Html {
  const { voice } = context
  return html`<section class="panel" id="p-ledger" role="tabpanel" aria-labelledby="t-ledger" tabindex="-1">
<header class="panel-head"><h2${voice.open({ zh: '数字核对', en: 'Every numeral' })}</h2><p class="panel-sum">${voice.say({
    zh: '凡是没有当作数据的数字，都在这里，并写明理由。',
    en: 'Every numeral that is not read as data is listed here with its reason.',
  })}</p></header>
${audit(context, covered)}
${covered.reasons.map(({ reason, count }) => {
  const items = context.reading.setAside.map((item, i) => ({ item, i })).filter(entry => entry.item.reason === reason)
  return html`<section class="reason"><h3>${voice.say(REASON[reason])} <span class="count">${count}</span></h3><ul lang="zh">${[
    ...groupBy(items, entry => entry.item.text),
  ].map(([text, same]) => occurrences(context, text, same))}</ul></section>`
})}
${headlineTargets(context)}${repairs(context)}${asides(context)}</section>`
}

function audit({ voice }: Context, c: Coverage): Html {
  const ok = c.missed === 0
  return html`<p class="audit ${ok ? 'ok' : 'short'}">${voice.say(
    ok
      ? {
          zh: `另从原文逐字清点：${c.digits} 处阿拉伯数字，处处有归属。`,
          en: `Counted again from the text itself: ${c.digits} runs of digits, each accounted for.`,
        }
      : {
          zh: `另从原文逐字清点：${c.digits} 处阿拉伯数字，其中 ${c.missed} 处没有归属。`,
          en: `Counted again from the text itself: ${c.digits} runs of digits, ${c.missed} of them not accounted for.`,
        },
  )}</p>`
}

/** How much of the surroundings is quoted, in characters. */
const NEAR = 8

/** One numeral as it repeats: the first with its surroundings, the others as numbered links. */
function occurrences({ reading }: Context, text: string, same: { item: SetAside; i: number }[]): Html {
  const [first, ...rest] = same
  const { start, end } = first!.item
  const before = reading.text
    .slice(Math.max(0, start - NEAR), start)
    .split(/\s*\n\s*/)
    .at(-1)!
  const after = reading.text.slice(end, end + NEAR).split(/\s*\n\s*/)[0]!
  return html`<li><a href="#${setAsideId(first!.i)}">${before.length === NEAR && '…'}${before}<b>${text}</b>${after}${after.length === NEAR && '…'}</a>${
    rest.length > 0 && html`<span class="again">${rest.map(({ i }, k) => html`<a href="#${setAsideId(i)}">${k + 2}</a>`)}</span>`
  }</li>`
}

function headlineTargets(context: Context): Html | false {
  const { reading, voice, known } = context
  if (reading.headlineTargets.length === 0) return false
  const named = new Map(
    reading.figures.flatMap(f => (f.indicator?.id ? [[f.indicator.id, f.indicator.name ?? f.indicator.text]] : [])),
  )
  return html`<section class="headline-targets"><h3${voice.open({ zh: '主要指标设了目标没有', en: 'Which headline targets are set' })}</h3><ul>${reading.headlineTargets.map(
    t =>
      html`<li><span lang="zh">${context.indicator(t.indicator)?.zh ?? named.get(t.indicator) ?? t.indicator}</span><small class="tag ${t.state}"${voice.open(TARGET_STATE[t.state])}</small>${t.figures.map(
        id => known.figures.has(id) && link(context, known.figures.get(id)!),
      )}</li>`,
  )}</ul></section>`
}

function repairs({ reading, voice }: Context): Html | false {
  if (reading.repairs.length === 0) return false
  const places = reading.statements
  return html`<section class="repairs"><h3${voice.open({ zh: '整理和缺损', en: 'Repairs and defects' })}</h3><p class="note"${voice.open(
    {
      zh: '读的时候这样处理。文字与原件不同之处，附上原件的文字；没有附的，文字照录未动：',
      en: 'It was read as follows. Where the text differs from the document, what stands there is quoted; else the text is as found:',
    },
  )}</p><ul>${reading.repairs.map(r => {
    const at = places.find(s => s.start < Math.max(r.end, r.start + 1) && s.end > r.start)
    return html`<li><small class="tag"${voice.open(REPAIR[r.kind])}</small> <span lang="zh">${r.note}</span>${
      r.before && html` <small>${voice.say({ zh: '原件：', en: 'document: ' })}<q lang="zh">${r.before}</q></small>`
    }${r.page !== undefined && html` <small>${voice.say({ zh: `第 ${r.page} 页`, en: `page ${r.page}` })}</small>`}${
      at && html` <a href="#${at.id}"${voice.open({ zh: '看原文', en: 'in the text' })}</a>`
    }</li>`
  })}</ul></section>`
}

/** So much of an aside is quoted, in characters; the reading has it whole. */
const QUOTED = 120

/** What the document holds besides its text: tracked deletions, comments, running heads, navigation … */
function asides({ reading, voice }: Context): Html | false {
  if (reading.asides.length === 0) return false
  return html`<section class="repairs"><h3${voice.open({ zh: '没有收入正文的内容', en: 'Left out of the text' })}</h3>${[
    ...groupBy(reading.asides, aside => aside.reason),
  ].map(
    ([reason, items]) =>
      html`<details><summary>${voice.say(ASIDE[reason as keyof typeof ASIDE])} ${items.length}</summary><ul>${items.map(
        ({ text, page }) =>
          html`<li><span lang="zh">${text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text}</span>${
            page !== null && html` <small>${voice.say({ zh: `第 ${page} 页`, en: `page ${page}` })}</small>`
          }</li>`,
      )}</ul></details>`,
  )}</section>`
}
