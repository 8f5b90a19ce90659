/** `tell`: what was read, in a form to look at. */
export { type PageOptions, page } from './page.ts'
