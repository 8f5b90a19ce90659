/** The database behind the queue: pg-boss for the jobs, one table for what goes in and what comes out. */
import { createHash } from 'node:crypto'
import type PgBoss from 'pg-boss'

const schema = 'jiedu_queue'
const units = 'jiedu_queue_units'

/** What a job says; the documents lie in the table of units. */
export interface Job {
  key: string
}

export interface Store {
  boss: PgBoss
  /** Name of the queue: programs that read otherwise do not share one. */
  queue: string
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

/**
 * Opens the queue, and makes its tables where they are not there.
 * @param program names what makes the units; jobs are taken only by the same
 * @throws where the database cannot be reached
 */
export async function openStore(url: string, program: string, connections: number): Promise<Store> {
  const { default: PgBoss } = await import('pg-boss')
  const boss = new PgBoss({
    connectionString: url,
    schema,
    application_name: 'jiedu',
    max: connections,
    // how often it is looked whether a worker has gone silent
    maintenanceIntervalSeconds: 2,
    schedule: false,
  })
  // what fails in the background is tried again there; what is asked for here throws here
  boss.on('error', () => {})
  await boss.start()
  const queue = `jiedu-${createHash('sha256').update(program).digest('hex').slice(0, 16)}`
  await boss.createQueue(queue)
  const db = boss.getDb()
  const query = async (sql: string, values: unknown[] = []) => (await db.executeSql(sql, values)).rows
  await prepare(query)
  return { boss, queue, query, close: () => boss.stop({ graceful: false, wait: true }) }
}

async function prepare(query: Store['query']): Promise<void> {
  // two that create a table at the same time: the second of them fails, and finds it there
  for (let tries = 0; ; tries++) {
    try {
      await query(`CREATE TABLE IF NOT EXISTS ${units} (
        key text PRIMARY KEY, input bytea, result bytea, worker text, created timestamptz NOT NULL DEFAULT now())`)
      return
    } catch (error) {
      if (tries === 3) throw error
    }
  }
}

/** Puts a unit in; one that is there already, read or not, stays as it is. */
export const putUnit = ({ query }: Store, key: string, input: Uint8Array) =>
  query(`INSERT INTO ${units} (key, input) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING`, [key, input])

/** What a unit holds, for a worker; null where it is read already, or nobody waits for it. */
export async function inputOf({ query }: Store, key: string): Promise<Uint8Array | null> {
  const [row] = await query(`SELECT input FROM ${units} WHERE key = $1 AND result IS NULL`, [key])
  return (row?.input as Uint8Array | undefined) ?? null
}

/** Keeps a result; of two for the same unit the first. */
export const putResult = ({ query }: Store, key: string, result: Uint8Array, worker: string) =>
  query(`UPDATE ${units} SET result = $2, worker = $3, input = NULL WHERE key = $1 AND result IS NULL`, [key, result, worker])

/** Which of the units are read. */
export async function ready({ query }: Store, keys: readonly string[]): Promise<string[]> {
  const rows = await query(`SELECT key FROM ${units} WHERE key = ANY($1) AND result IS NOT NULL`, [keys])
  return rows.map(row => row.key as string)
}

/** Which of the units are in the queue, read or not. */
export async function present({ query }: Store, keys: readonly string[]): Promise<string[]> {
  const rows = await query(`SELECT key FROM ${units} WHERE key = ANY($1)`, [keys])
  return rows.map(row => row.key as string)
}

/**
 * Takes a result out; null where another coordinator has taken it. Whoever is killed before it is written asks for the unit again; left in until it is written, it would stay for
 * ever where the kill comes between the two.
 */
export async function takeResult({ query }: Store, key: string): Promise<Uint8Array | null> {
  const [row] = await query(`DELETE FROM ${units} WHERE key = $1 AND result IS NOT NULL RETURNING result`, [key])
  return (row?.result as Uint8Array | undefined) ?? null
}

export const removeUnit = ({ query }: Store, key: string) => query(`DELETE FROM ${units} WHERE key = $1`, [key])
