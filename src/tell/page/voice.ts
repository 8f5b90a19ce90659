/**
 * Two languages in one page. An element is written in the language asked for and carries the other in
 * `data-en` or `data-zh`; the switch in the page swaps the two. What is quoted from the report is never
 * passed through here: quotes stay Chinese.
 */
import { type Html, html, raw } from './html.ts'
import type { Label, Lang } from './labels.ts'

export interface Voice {
  lang: Lang
  /** `<span>` with the label. */
  say(label: Label): Html
  /** The label's bare text in the page's first language, for places that cannot be switched. */
  bare(label: Label): string
  /** The inside of an opening tag whose whole content is the label: ` data-en="…">目标`. */
  open(label: Label): Html
  /** An attribute in both languages: `aria-label="搜索" data-en-aria-label="Search"`. */
  attribute(name: 'aria-label' | 'placeholder' | 'title', label: Label): Html
}

export function voice(lang: Lang): Voice {
  const other = lang === 'zh' ? 'en' : 'zh'
  const open = (label: Label) => html` data-${other}="${label[other]}">${label[lang]}`
  return {
    lang,
    open,
    bare: label => label[lang],
    say: label => (label.zh === label.en ? html`${label.zh}` : html`<span${open(label)}</span>`),
    attribute: (name, label) => html`${raw(name)}="${label[lang]}" data-${other}-${raw(name)}="${label[other]}"`,
  }
}
