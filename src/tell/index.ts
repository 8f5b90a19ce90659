/** `tell`: what was read, in a form to look at. */
export { type MarkedOptions, marked } from './marked.ts'
export { type PageOptions, page } from './page.ts'
