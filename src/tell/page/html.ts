/**
 * HTML as a value: a tagged template that escapes whatever it is given, unless that is HTML already.
 * Nothing of a report's text reaches the page by another way.
 */
export interface Html {
  readonly html: string
}

export type Part = string | number | boolean | null | undefined | Html | readonly Part[]

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\0': '\uFFFD' }

/**
 * Text made safe between tags and in quoted attributes. NUL and lone surrogates, which no HTML file can
 * hold, become U+FFFD: the length in UTF-16 code units stays as it is, so offsets into the text still hold.
 */
export function escapeText(text: string): string {
  const safe = text.replace(/[&<>"'\0]/g, character => ESCAPES[character]!)
  return /[\uD800-\uDFFF]/.test(safe) ? safe.replace(/\p{Surrogate}/gu, '\uFFFD') : safe
}

/** Marks a string as HTML. Only for strings written here, never for a report's text. */
export const raw = (markup: string): Html => ({ html: markup })

export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let out = strings[0]!
  for (let i = 0; i < parts.length; i++) out += render(parts[i]) + strings[i + 1]!
  return { html: out }
}

/** A value that no `</script>` in it can end: for `<script type="application/json">`. */
export function json(value: unknown): Html {
  const text = JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return raw(text)
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false || part === true) return ''
  if (typeof part === 'string') return escapeText(part)
  if (typeof part === 'number') return String(part)
  if (isList(part)) return part.map(render).join('')
  return part.html
}

const isList = (part: Html | readonly Part[]): part is readonly Part[] => Array.isArray(part)
