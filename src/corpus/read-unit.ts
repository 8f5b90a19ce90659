/** Reads the files of a unit: what a thread, or a worker of the queue, does. */
import { createHash } from 'node:crypto'
import { type Decoded, DocumentError, load, type OpenOptions, openDocuments } from '../documents/index.ts'
import { documentsOf, type Fact, factsOf } from '../link/index.ts'
import { type Reading, read } from '../read/index.ts'
import { codeOf } from './places.ts'
import type { DocumentRecord, FailureRecord, FileRecord } from './records.ts'
import { bare, sketchOf } from './sketch.ts'
import { facts } from './tables/facts.ts'
import type { PartedName } from './tables/index.ts'
import { rowsOf } from './tables/table.ts'
import { type TargetRow, targets } from './tables/targets.ts'
import { tasks } from './tables/tasks.ts'
import { packed } from './unit-file.ts'

export interface UnitOrder {
  /** With their bytes, or with the path to load them from. */
  files: { name: string; path?: string; bytes?: Uint8Array }[]
  options: OpenOptions & { limits: { bytes: number } }
}

interface Part {
  table: PartedName
  level: string
  year: number | null
  rows: number
  text: string
}

/** What is gathered from the documents of a unit. */
class Gathering {
  readonly files: FileRecord[] = []
  readonly documents: DocumentRecord[] = []
  readonly failures: FailureRecord[] = []
  readonly sketches: Uint32Array[] = []
  readonly indicators = new Set<string>()
  readonly #parts = new Map<string, Part>()

  add(table: PartedName, { level, year }: DocumentRecord, { text, count }: { text: string; count: number }): void {
    if (count === 0) return
    const key = `${table} ${level} ${year}`
    const part = this.#parts.get(key) ?? { table, level, year, rows: 0, text: '' }
    part.text += text
    part.rows += count
    this.#parts.set(key, part)
  }

  packed(): Uint8Array<ArrayBuffer> {
    const { files, documents, failures } = this
    return packed(
      { files, documents, failures, indicators: [...this.indicators].sort() },
      [...this.#parts.values()],
      this.sketches,
    )
  }
}

/**
 * Reads the files of a unit.
 * @returns the unit as bytes; what cannot be read is told in it
 */
export async function readUnit({ files, options }: UnitOrder): Promise<Uint8Array<ArrayBuffer>> {
  const gathering = new Gathering()
  for (const file of files) await readFile(file, options, gathering)
  return gathering.packed()
}

async function readFile(file: UnitOrder['files'][number], options: UnitOrder['options'], to: Gathering): Promise<void> {
  const { name } = file
  const before = to.documents.length
  const failed = to.failures.length
  let bytes: Uint8Array | null = null
  let sha256: string | null = null
  const fail = (document: string, error: unknown) => to.failures.push(failureOf(document, name, sha256, error))
  try {
    bytes = file.bytes ?? (await load(file.path!, name, options.limits.bytes))
    sha256 = createHash('sha256').update(bytes).digest('hex')
    for await (const document of openDocuments(bytes, name, options)) {
      if (document instanceof DocumentError) fail(document.file, document)
      else {
        try {
          take(document, name, to)
        } catch (error) {
          fail(document.source.name, error)
        }
      }
    }
  } catch (error) {
    fail(name, error)
  }
  to.files.push({
    name,
    bytes: bytes?.length ?? 0,
    sha256,
    documents: to.documents.length - before,
    failures: to.failures.length - failed,
  })
}

function take(document: Decoded, file: string, to: Gathering): void {
  const reading = read(document)
  const [linked] = documentsOf([reading])
  const found = factsOf(reading, linked!)
  const text = bare(reading.text)
  const sketch = sketchOf(text)
  const record = recordOf(reading, document, file, found, text, sketch)
  const figures = new Map(reading.figures.map(figure => [figure.id, figure]))
  const rows = found.map(fact => ({ fact, figure: figures.get(fact.figure)!, document: record }))
  const made = {
    facts: rowsOf(facts, record, rows),
    targets: rowsOf(targets, record, targetRows(reading, found)),
    tasks: rowsOf(
      tasks,
      record,
      reading.tasks.map(task => ({ task, figures })),
    ),
  }
  // all at once, so that a document that fails leaves no half of its rows
  for (const table of ['facts', 'targets', 'tasks'] as const) to.add(table, record, made[table])
  for (const { indicator } of found) if (indicator !== null) to.indicators.add(indicator)
  for (const { indicator } of reading.headlineTargets) to.indicators.add(indicator)
  to.documents.push(record)
  to.sketches.push(sketch)
}

const hex = (...parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('hex')

function recordOf(
  reading: Reading,
  document: Decoded,
  file: string,
  found: readonly Fact[],
  text: string,
  sketch: Uint32Array,
): DocumentRecord {
  const { report, source, metadata, headlineTargets } = reading
  const sha256 = source.sha256 ?? hex(reading.text)
  return {
    id: hex(source.name, sha256).slice(0, 16),
    name: source.name,
    file,
    sha256,
    mediaType: source.mediaType,
    encoding: source.encoding,
    pages: source.pages,
    characters: reading.text.length,
    title: report.title,
    kind: report.kind,
    placeCode: codeOf(report.place),
    placeName: report.place?.name ?? null,
    level: report.place?.level ?? 'unknown',
    year: report.year,
    reviewYear: report.reviewYear,
    date: report.date,
    body: report.body,
    url: metadata.url ?? null,
    published: metadata.published ?? null,
    statements: reading.statements.length,
    figures: reading.figures.length,
    facts: found.length,
    tasks: reading.tasks.length,
    targetsSet: headlineTargets.filter(target => target.state === 'set').length,
    withoutNumber: headlineTargets.filter(target => target.state !== 'set').map(target => `${target.indicator}=${target.state}`),
    repairs: reading.repairs.length,
    repeatedBodies: reading.repairs.filter(repair => repair.kind === 'repeated-body').length,
    warnings: document.warnings.map(warning => warning.code),
    textHash: hex(text).slice(0, 16),
    sketch: sketch.length,
  }
}

function targetRows(reading: Reading, found: readonly Fact[]): TargetRow[] {
  const figures = new Map(reading.figures.map(figure => [figure.id, figure]))
  const statements = new Map(reading.statements.map(statement => [statement.id, statement]))
  const claims = new Map(reading.claims.map(claim => [claim.id, claim]))
  const byFigure = new Map(found.map(fact => [fact.figure, fact]))
  return reading.headlineTargets.flatMap((target): TargetRow[] => {
    const numbers = target.figures.flatMap(id => figures.get(id) ?? [])
    if (numbers.length > 0)
      return numbers.map((figure, i) => ({
        target,
        number: i + 1,
        figure,
        fact: byFigure.get(figure.id) ?? null,
        words: null,
        statement: statements.get(figure.statement) ?? null,
      }))
    const said = target.claims.flatMap(id => claims.get(id) ?? [])
    return [
      {
        target,
        number: 0,
        figure: null,
        fact: null,
        words: said.map(claim => claim.text).join('|') || null,
        statement: statements.get(said[0]?.statement ?? '') ?? null,
      },
    ]
  })
}

/** What went wrong, as a row of the table of failures. */
export function failureOf(name: string, file: string, sha256: string | null, error: unknown): FailureRecord {
  if (error instanceof DocumentError) {
    const { code, what, where, todo } = error
    return { name, file, sha256, code, what, where, todo }
  }
  // without paths and numbers that differ from run to run
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return {
    name,
    file,
    sha256,
    code: 'defect',
    what: { zh: `解读时出错，这是程序的缺陷（${said}）`, en: `a defect of the program (${said})` },
    where: null,
    todo: { zh: '请把文件和这行字报告给维护者', en: 'please report this line and the file' },
  }
}
