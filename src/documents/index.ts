/** Documents: from bytes, files and folders to decoded texts that `read` takes. */
export { withComments } from './comments.ts'
export { decode } from './decode.ts'
export { encodingNamed } from './encoding.ts'
export { DocumentError, type DocumentErrorCode } from './error.ts'
export { type Found, findDocuments, namesSeveral } from './find.ts'
export { defaultLimits, type Limits, limitsNamed, sizeNamed } from './formats/limits.ts'
export { load, loadStream } from './load.ts'
export { type OpenOptions, openDocuments } from './open.ts'
export type {
  Aside,
  Box,
  Decoded,
  DecodeOptions,
  DocxComment,
  Encoding,
  HeadingMark,
  MapRun,
  Metadata,
  Repair,
  Source,
  SourceCell,
  SourceTable,
  SourceText,
  Warning,
  WarningCode,
  Words,
} from './types.ts'
