/** jiedu: from the bytes of a report to its reading and its page. */
export * as catalogue from './catalogue/index.ts'
export { type Checked, type CheckOptions, check, type Derived, type Finding } from './check/index.ts'
export { type Decoded, DocumentError, decode } from './documents/index.ts'
export * as link from './link/index.ts'
export * from './read/index.ts'
export { type PageOptions, page } from './tell/index.ts'
