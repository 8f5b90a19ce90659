/** `corpus`: thousands of documents to one data set, in threads of this machine or by workers that share a queue. */
export { sizeOf } from './assemble/index.ts'
export type { CorpusFile, DataFormat } from './corpus-file.ts'
export { type Expected, expectedIn } from './missing.ts'
export { type Maker, programHash, threads, type UnitOptions } from './pool.ts'
export { coordinator, serve } from './queue/index.ts'
export { type RunProgress, run } from './run.ts'
