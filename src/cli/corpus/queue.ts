/** What `corpus` and `work` have in common: the address of the queue, and what is said when it does not answer. */
import { CommandError, type Options, UsageError } from '../command.ts'

export const queueOptions = {
  queue: {
    type: 'string',
    value: 'URL',
    about: {
      zh: 'PostgreSQL 里的任务队列，如 postgres://用户@主机/库；也可设 JIEDU_QUEUE，口令用 PGPASSWORD',
      en: 'queue in PostgreSQL, e.g. postgres://user@host/database; also JIEDU_QUEUE, the password by PGPASSWORD',
    },
  },
} satisfies Options

/** The address given, or null. @throws UsageError where it is not one */
export function queueOf(given: string | undefined): string | null {
  const url = given ?? process.env.JIEDU_QUEUE
  if (url === undefined || url === '') return null
  if (/^postgres(?:ql)?:\/\//.test(url)) return url
  throw new UsageError(
    { zh: '队列要用 PostgreSQL 的地址', en: 'the queue is named by the address of a PostgreSQL database' },
    { zh: '写成 postgres://用户@主机/库', en: 'write postgres://user@host/database' },
  )
}

/** A whole number of seconds. @throws UsageError */
export function secondsOf(text: string | undefined, name: string, otherwise: number): number {
  if (text === undefined) return otherwise
  const seconds = Number(text)
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400) return seconds
  throw new UsageError(
    { zh: `--${name} 不能是 ${text}`, en: `--${name} cannot be ${text}` },
    { zh: '写 1 到 86400 之间的整数（秒）', en: 'write a whole number of seconds from 1 to 86400' },
  )
}

/** Classes of SQLSTATE that mean the database is there and does not let us in, or is going away. */
const states = /^(?:08|28|3D|42501|53|57)/
const networks = /^(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN|ENOENT)$/

/** An error of the database as this program says it; null for any other. The address is not repeated: it may hold a password. */
export function queueError(error: unknown): CommandError | null {
  const { code, errors } = error as { code?: string; errors?: { code?: string }[] }
  const why = code ?? errors?.[0]?.code ?? ''
  const closed = /Connection terminated|terminating connection/.test(String(error))
  if (!closed && !networks.test(why) && !states.test(why)) return null
  const said = why || 'closed'
  return new CommandError(
    { zh: `队列的数据库连不上（${said}）`, en: `the database of the queue does not answer (${said})` },
    {
      zh: '检查地址、口令和权限（要能建表），再运行同一命令，接着做',
      en: 'check address, password and rights (tables are made there), and run the same command again: it goes on',
    },
    1,
  )
}
