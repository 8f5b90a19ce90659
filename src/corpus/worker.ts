/** The thread that reads units, as the pool calls it. */
import { Tinypool } from 'tinypool'
import { readUnit, type UnitOrder } from './read-unit.ts'

export default async function work(order: UnitOrder): Promise<unknown> {
  // handed over, not copied
  return Tinypool.move(await readUnit(order))
}
