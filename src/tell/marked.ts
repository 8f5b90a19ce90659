/** A report with the places marked that checking found, as one HTML file without scripts. */
import type { Checked, Finding, Severity, Words } from '../check/types.ts'
import type { Reading } from '../read/types.ts'
import { type Html, html, raw } from './page/html.ts'

export interface MarkedOptions {
  lang?: 'zh' | 'en'
  generatedBy?: string
}

const NAME: Record<Severity, Words> = {
  error: { zh: '错误', en: 'Error' },
  warning: { zh: '提醒', en: 'Warning' },
  note: { zh: '提示', en: 'Note' },
}

const STYLE = `:root{color-scheme:light dark;--e:#a8201a;--w:#9a5b00;--n:#2b6777}
body{font:16px/1.8 "Noto Serif SC","Songti SC",SimSun,serif;margin:0 auto;max-width:72rem;padding:1rem;display:grid;grid-template-columns:minmax(0,1fr) 22rem;gap:1.5rem}
header{grid-column:1/-1;border-bottom:1px solid}h1{font-size:1.3rem;margin:.3rem 0}
article{white-space:pre-wrap;overflow-wrap:anywhere}mark{background:none;color:inherit;border-bottom:3px solid var(--n)}
mark.error{border-color:var(--e)}mark.warning{border-color:var(--w)}mark a{color:inherit;text-decoration:none}mark sup{font-size:.65em}
ol{margin:0;padding:0;list-style:none;font:14px/1.6 system-ui,sans-serif}li{border-left:3px solid var(--n);padding:.2rem .7rem;margin-bottom:.8rem}
li.error{border-color:var(--e)}li.warning{border-color:var(--w)}li p{margin:.1rem 0}code{overflow-wrap:anywhere}:target{outline:2px solid}
@media(max-width:50rem){body{display:block}}`

/**
 * The text of a report with numbered marks, and the findings beside it.
 * @returns a whole HTML document; write it as UTF-8
 */
export function marked(reading: Reading, checked: Checked, options: MarkedOptions = {}): string {
  const lang = options.lang ?? 'zh'
  const say = (words: Words) => words[lang]
  const { findings, promises } = checked
  const title = `${say({ zh: '校对', en: 'Checked' })}: ${reading.report.title ?? reading.source.name}`
  const count = (severity: Severity) => findings.filter(f => f.severity === severity).length
  const body = html`<header><h1>${title}</h1><p>${say(NAME.error)} ${count('error')} · ${say(NAME.warning)} ${count('warning')} · ${say(NAME.note)} ${count('note')} · ${say({ zh: '可核验的承诺', en: 'promises that can be judged' })} ${promises.rateable}/${promises.total}</p></header>
<article lang="zh">${article(reading.text, findings)}</article>
<aside><ol>${findings.map((f, i) => item(f, i + 1, say))}</ol>${options.generatedBy && html`<p>${options.generatedBy}</p>`}</aside>`
  return `<!doctype html>\n${
    html`<html lang="${lang === 'zh' ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${raw(STYLE)}</style></head><body>${body}</body></html>`
      .html
  }\n`
}

function article(text: string, findings: readonly Finding[]): Html[] {
  const parts: Html[] = []
  let from = 0
  findings.forEach((finding, i) => {
    // a place inside one marked before is reached through its number alone
    const start = Math.max(finding.start, from)
    const end = Math.max(finding.end, start)
    parts.push(
      html`${text.slice(from, start)}<mark class="${finding.severity}" id="m${i + 1}">${text.slice(start, end)}<sup><a href="#f${i + 1}">${i + 1}</a></sup></mark>`,
    )
    from = end
  })
  return [...parts, html`${text.slice(from)}`]
}

function item(finding: Finding, number: number, say: (words: Words) => string): Html {
  const { severity, rule, message, working, proposal, against } = finding
  return html`<li class="${severity}" id="f${number}"><p><a href="#m${number}">${number}</a> <b>${say(NAME[severity])}</b> <code>${rule}</code></p><p>${say(message)}</p>${
    working && html`<p><code>${working.formula}</code></p>`
  }${proposal && html`<p>${say({ zh: '建议：', en: 'Proposal: ' })}${say(proposal)}</p>`}${against && html`<p>${against.name}: ${against.text}</p>`}</li>`
}
