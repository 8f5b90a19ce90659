/** The panel beside the page (a sheet from below on a phone): a figure, its sentence, and how it was read. */
import type { PageData, PageFigure } from '../page/data.ts'
import { MEASURE, QUESTIONS, STATUS } from '../page/labels.ts'
import { pageAddress } from '../page/pages.ts'
import { all, byId, el } from './dom.ts'
import { type Field, fields } from './fields.ts'
import { onLanguage, say } from './language.ts'
import { pieces } from './sentence.ts'

export interface Inspector {
  /** Opens a figure or a statement; false where the page has no such thing. */
  open(id: string, from: HTMLElement | null): boolean
  close(): void
  current(): string | null
}

export interface Moves {
  /** Leads to another figure of the text. */
  go(id: string): void
  toSource(id: string): void
  toTold(id: string): void
  closed(): void
}

const phone = matchMedia('(max-width: 759px)')

export function inspector(data: PageData, moves: Moves): Inspector {
  const box = byId('inspector')!
  const figures = new Map(data.figures.map((f, i) => [f.id, i]))
  const statements = new Map(data.statements.map(s => [s.id, s]))
  let now: string | null = null
  let opener: HTMLElement | null = null

  function draw(id: string): void {
    const at = figures.get(id)
    const figure = at === undefined ? null : data.figures[at]!
    const statement = statements.get(figure?.statement ?? id)!
    box.replaceChildren(
      head(figure),
      el('div', { class: 'body' }, figure && what(figure), context(statement.id, figure), figure && list(fields(figure))),
      foot(id, at),
    )
  }

  function head(figure: PageFigure | null): HTMLElement {
    const title = figure ? `${say(STATUS[figure.status])} · ${say(MEASURE[figure.measure])}` : say({ zh: '原句', en: 'Sentence' })
    const close = el('button', { type: 'button', class: 'close', 'aria-label': say({ zh: '关闭', en: 'Close' }) }, '×')
    close.addEventListener('click', () => shut())
    return el(
      'header',
      {},
      figure && el('i', { class: `mark ${figure.status}`, 'aria-hidden': 'true' }),
      el('h2', { id: 'inspector-title', tabindex: '-1' }, title),
      close,
    )
  }

  /** The value as the page sets it, so that both look the same. */
  function what(figure: PageFigure): HTMLElement {
    const set = document.querySelector(`a.fig[href="#${CSS.escape(figure.id)}"] .value`)?.cloneNode(true)
    const subject = [figure.place, figure.action?.text, figure.indicator?.text].filter(
      (part, i, parts) => part && !parts.slice(i + 1).some(p => p?.includes(part)),
    )
    return el(
      'p',
      { class: 'what' },
      el('span', { class: 'name', lang: 'zh' }, subject.join('')),
      set ?? el('span', { class: 'value' }, el('b', { lang: 'zh' }, figure.text)),
    )
  }

  /** The sentence between its neighbours, under the headings it stands under. */
  function context(id: string, figure: PageFigure | null): HTMLElement {
    const own = all(`.source .s[data-of="${CSS.escape(id)}"]`)
    const block = own[0]?.closest('p,h3,h4,h5,h6')
    const statement = statements.get(id)!
    const others = data.figures.filter(f => f.statement === id)
    const quote = el('blockquote', { lang: 'zh' })
    const near = (node: Element | null | undefined) => node?.matches('p') && el('p', { class: 'near' }, node.textContent)
    const [before, after] = [near(block?.previousElementSibling), near(own.at(-1)?.closest('p')?.nextElementSibling)]
    const sentence = el('p', { class: 'sentence' })
    for (const part of own)
      for (const piece of pieces(part.textContent ?? '', Number(part.dataset.at), figure, others)) {
        const role = piece.roles.join(' ')
        if (piece.roles.includes('hit')) sentence.append(el('mark', { class: role }, piece.text))
        else if (piece.figure !== null) sentence.append(el('a', { class: `f ${role}`, href: `#${piece.figure}` }, piece.text))
        else sentence.append(role === '' ? piece.text : el('span', { class: role }, piece.text))
      }
    quote.append(...[before, sentence, after].filter(node => node instanceof Node))
    const path = [say(QUESTIONS[statement.question ?? 'none']), ...statement.path]
    const page = figure?.page ?? statement.page
    return el(
      'div',
      { class: 'where' },
      el('p', { class: 'path' }, path.join(' › '), page !== undefined && pageOf(page, id, figure)),
      quote,
    )
  }

  /** The page of the document, as a link to it where there is one that a browser opens. */
  function pageOf(page: number, statement: string, figure: PageFigure | null): HTMLElement {
    const words = say({ zh: `第 ${page} 页`, en: `page ${page}` })
    if (!data.document) return el('span', { class: 'page' }, words)
    const href = pageAddress(data.document, page, figure?.id ?? statement)
    const title = say({ zh: '在 PDF 中打开这一页', en: 'Open the PDF at this page' })
    return el('a', { class: 'page', href, target: '_blank', title }, words)
  }

  function list(items: Field[]): HTMLElement {
    const words = (value: Field['value']) => (typeof value === 'string' ? value : say(value))
    return el(
      'dl',
      {},
      ...items.map(item => {
        const from = item.from ? say(item.from) : ''
        const value = item.to ? el('a', { href: `#${item.to}` }, words(item.value)) : words(item.value)
        return el(
          'div',
          {},
          el('dt', {}, say(item.name)),
          el('dd', { lang: typeof item.value === 'string' ? 'zh' : null }, value, from !== '' && el('small', {}, from)),
        )
      }),
    )
  }

  function foot(id: string, at: number | undefined): HTMLElement {
    const button = (label: string, action: () => void, name: string, attributes: Record<string, string> = {}) => {
      const node = el('button', { type: 'button', class: name, ...attributes }, label)
      node.addEventListener('click', action)
      return node
    }
    const step = (by: number, label: string, sign: string) => {
      const to = at === undefined ? undefined : data.figures[at + by]
      const node = button(sign, () => to && moves.go(to.id), 'step', { 'aria-label': label, title: label })
      node.disabled = to === undefined
      return node
    }
    return el(
      'footer',
      {},
      at !== undefined && step(-1, say({ zh: '上一个数字', en: 'Previous figure' }), '←'),
      at !== undefined && step(1, say({ zh: '下一个数字', en: 'Next figure' }), '→'),
      button(say({ zh: '看原文', en: 'Text' }), () => moves.toSource(id), 'to-source'),
      button(say({ zh: '看解读', en: 'Digest' }), () => moves.toTold(id), 'to-told'),
      button(say({ zh: '复制链接', en: 'Copy link' }), () => copy(id), 'copy'),
    )
  }

  function copy(id: string): void {
    const url = `${location.href.split('#')[0]}#${id}`
    const done = (ok: boolean) => {
      const node = box.querySelector('.copy')
      if (node) node.textContent = ok ? say({ zh: '已复制', en: 'Copied' }) : url
    }
    if (!navigator.clipboard) {
      done(false)
      return
    }
    navigator.clipboard.writeText(url).then(
      () => done(true),
      () => done(false),
    )
  }

  /** A sheet over the page takes the page out of reach; a panel beside it does not. */
  function cover(on: boolean): void {
    const modal = on && phone.matches
    document.documentElement.classList.toggle('inspecting', on)
    box.setAttribute('aria-modal', String(modal))
    for (const part of all('.masthead,.tabs,.filters,main,.colophon,.skip')) part.inert = modal
  }

  function shut(): void {
    if (now === null) return
    now = null
    box.hidden = true
    cover(false)
    for (const node of all('.current')) node.classList.remove('current')
    if (opener?.isConnected) opener.focus({ preventScroll: true })
    opener = null
    moves.closed()
  }

  function open(id: string, from: HTMLElement | null): boolean {
    if (!figures.has(id) && !statements.has(id)) return false
    if (from && !box.contains(from)) opener = from
    const moved = from === null || !box.contains(from)
    now = id
    draw(id)
    box.hidden = false
    cover(true)
    for (const node of all('.current')) node.classList.remove('current')
    for (const node of all(`main a[href="#${CSS.escape(id)}"]`)) node.classList.add('current')
    byId(id)?.classList.add('current')
    box.querySelector('.body')!.scrollTop = 0
    if (moved || !box.contains(document.activeElement)) byId('inspector-title')?.focus({ preventScroll: true })
    if (phone.matches) box.querySelector('mark')?.scrollIntoView({ block: 'nearest' })
    return true
  }

  box.setAttribute('role', 'dialog')
  box.setAttribute('aria-labelledby', 'inspector-title')
  phone.addEventListener('change', () => cover(now !== null))
  onLanguage(() => now !== null && draw(now))
  document.addEventListener('keydown', event => event.key === 'Escape' && shut())
  return { open, close: shut, current: () => now }
}
