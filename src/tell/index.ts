/** Tell: readings as pages. */
export { type PageOptions, page } from './page.ts'
