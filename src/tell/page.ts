/** One reading as one HTML file: no request leaves it, and the same reading gives the same bytes. */
import type { Reading } from '../read/types.ts'
import { script, scriptHash, style, styleHash } from './page/assets.generated.ts'
import { definitions } from './page/charts.ts'
import type { Context } from './page/context.ts'
import { coverage } from './page/coverage.ts'
import { data } from './page/data.ts'
import { type Html, html, json, raw } from './page/html.ts'
import { indicatorName } from './page/indicators.ts'
import type { Lang } from './page/labels.ts'
import { ledger } from './page/ledger.ts'
import { lookup } from './page/lookup.ts'
import { legend, masthead, titleOf } from './page/masthead.ts'
import { panels } from './page/model.ts'
import { navigation } from './page/navigation.ts'
import type { SourceDocument } from './page/pages.ts'
import { panel } from './page/panels.ts'
import { source } from './page/source.ts'
import { voice } from './page/voice.ts'

export interface PageOptions {
  /** The language that the page opens in; the other is a press away. Chinese unless said otherwise. */
  lang?: Lang
  /** What made the page, for its last line: `jiedu 0.1.0`. */
  generatedBy?: string
  /** The PDF that was read, or its marked copy: the page then leads to the place of each figure in it. */
  document?: SourceDocument
}

/**
 * A reading told as a page: the four questions with their headline figures, targets and everything else,
 * the whole source text, and the account of all numerals. Every figure opens its sentence.
 * @returns a whole HTML document as a string; write it as UTF-8.
 */
export function page(reading: Reading, options: PageOptions = {}): string {
  const lang = options.lang ?? 'zh'
  const context: Context = {
    reading,
    known: lookup(reading),
    voice: voice(lang),
    document: options.document,
    english: figure => (figure.indicator?.id ? (indicatorName(figure.indicator.id)?.en ?? null) : null),
    indicator: indicatorName,
  }
  const { say, open } = context.voice
  const parts = panels(reading, context.known)
  const covered = coverage(reading)
  const title = titleOf(context)
  const body = html`<a class="skip" href="#main"${open({ zh: '跳到正文', en: 'Skip to content' })}</a>
${definitions}<div class="sheet">${masthead(context, covered)}
${navigation(context, parts)}
<div class="layout" id="layout"><main id="main">${legend(context)}
${parts.map(part => panel(context, part))}
<section class="panel" id="p-source" role="tabpanel" aria-labelledby="t-source" tabindex="-1"><header class="panel-head"><h2${open({ zh: '原文', en: 'Source text' })}</h2>
<p class="panel-sum">${say({ zh: '划线的是数据，点一下看它怎么读出来；点线的没有当作数据。', en: 'Underlined numerals are data: select one to see how it was read. Dotted ones are not.' })}</p></header>
<article class="source" lang="zh">${source(context)}</article></section>
${ledger(context, covered)}</main>
<aside id="inspector" hidden></aside></div>
<footer class="colophon">${footer(context, options.generatedBy)}</footer></div>
<script type="application/json" id="data">${json(data(context, title))}</script>
<script>${raw(script)}</script>`
  return `<!doctype html>\n${
    html`<html lang="${lang === 'zh' ? 'zh-Hans' : 'en'}" data-lang="${lang}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${raw(scriptHash)}'; style-src '${raw(styleHash)}'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><meta name="color-scheme" content="light dark"><meta name="format-detection" content="telephone=no"><meta name="referrer" content="no-referrer">
<title>${title}</title><link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='5' fill='%23a8201a'/%3E%3Cpath d='M8 10h16M8 16h16M8 22h10' stroke='white' stroke-width='3'/%3E%3C/svg%3E">
<style>${raw(style)}</style></head><body>${body}</body></html>`.html
  }\n`
}

function footer({ voice }: Context, by?: string): Html {
  return html`<p>${voice.say({
    zh: '数字照录原文，不作改写；每一个都可点回原句。',
    en: 'Figures are given as written; each leads back to its sentence.',
  })}</p>${by && html`<p>${voice.say({ zh: '由', en: 'Made by' })} ${by} ${voice.say({ zh: '生成', en: '' })}</p>`}`
}
