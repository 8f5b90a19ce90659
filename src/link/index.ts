/**
 * `link`: readings in, what joins them out: facts, series of them over parts, years and places, and what became of each promise.
 * Pure, as reading is.
 */
export { breaks, predecessors } from './breaks.ts'
export { documentsOf } from './documents.ts'
export { type Drop, type DropKind, drops } from './drops.ts'
export { factsOf } from './facts.ts'
export { type LevelYear, levelsOf } from './levels.ts'
export { type LifeLine, type LifePoint, lifeLines, type Setback, type Stage } from './life-lines.ts'
export { type Linked, type LinkOptions, link } from './link.ts'
export { type Novelty, novelty, type StatementNovelty } from './novelty.ts'
export { outcomes } from './outcomes/index.ts'
export { headlines, type Panel, type PanelCell, type PanelRow, panelOf } from './panel.ts'
export { type GridRow, gridOf, PARTS, type Part, type SeriesOptions, seriesOf } from './series.ts'
export type * from './types.ts'
export type { Wording } from './wordings.ts'
