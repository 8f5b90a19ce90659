/** Pages of the document: their numbers in the text, and the way to them where a browser can open them. */
import type { MapRun } from '../../read/types.ts'
import { type Html, html } from './html.ts'

/** The document that a page was made from, where the page can lead to it. */
export interface SourceDocument {
  /** Its address, relative to the page. */
  url: string
  /** Whether it is a marked copy, whose places bear the ids of the reading's figures. */
  marked: boolean
}

/** The address of a page of the document, opened at a figure where the copy has it marked (RFC 8118: page, nameddest). */
export function pageAddress({ url, marked }: SourceDocument, page: number, id?: string): string {
  return `${url}#page=${page}${marked && id ? `&nameddest=${id}` : ''}`
}

/** Where the text goes on to another page. */
export function pageBreaks(map: readonly MapRun[]): { at: number; page: number }[] {
  const out: { at: number; page: number }[] = []
  for (const [at, , page] of map) if (page !== null && page !== out.at(-1)?.page) out.push({ at, page })
  return out
}

/** The number of a page before its first character; drawn by the style sheet, so that it is no part of the text. */
export function pageMark(page: number, document: SourceDocument | undefined): Html {
  const words = `第 ${page} 页 / page ${page}`
  return document
    ? html`<a class="pg" data-page="${page}" href="${pageAddress(document, page)}" target="_blank" aria-label="${words}"></a>`
    : html`<span class="pg" data-page="${page}" role="img" aria-label="${words}"></span>`
}
