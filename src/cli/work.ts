/** `jiedu work`: reads what `jiedu corpus --queue` puts into a queue; as many of them as wanted, on any machine. */
import { command, type Options, UsageError } from './command.ts'
import { queueError, queueOf, queueOptions, secondsOf } from './corpus/queue.ts'
import { threadsOf, threadsOption } from './corpus/threads.ts'
import { packageVersion } from './package-file.ts'

const options = {
  ...queueOptions,
  ...threadsOption,
  idle: {
    type: 'string',
    value: 'SECONDS',
    about: { zh: '这么久没有任务就结束；默认一直等', en: 'end after so long without work; default: wait for ever' },
  },
} satisfies Options

export default command({
  usage: 'work --queue URL',
  about: {
    zh: '从 PostgreSQL 队列里取任务解读，供 jiedu corpus --queue 用。几台机器、几个进程都行，文档经数据库传来。\nCtrl+C 做完手上的再结束；被杀掉的，任务到期后由别的进程重做，结果只记一次。',
    en: 'Reads what jiedu corpus --queue puts into a queue in PostgreSQL. Any number of machines and processes; documents come through the database.\nCtrl+C ends it after what is under way; what a killed one had is given to another, and counted once.',
  },
  options,
  noPaths: true,
  examples: [
    { line: 'jiedu work --queue postgres://jiedu@db/jiedu', about: { zh: '在每台机器上运行', en: 'on each machine' } },
    {
      line: 'jiedu work --queue postgres://jiedu@db/jiedu --idle 60',
      about: { zh: '没有任务满一分钟就结束', en: 'end after a minute without work' },
    },
  ],
  async run(values, _paths, terminal) {
    const url = queueOf(values.queue)
    if (url === null)
      throw new UsageError(
        { zh: '没有给出队列', en: 'no queue given' },
        {
          zh: '加 --queue postgres://用户@主机/库，或设 JIEDU_QUEUE',
          en: 'add --queue postgres://user@host/database, or set JIEDU_QUEUE',
        },
      )
    const idle = values.idle === undefined ? null : secondsOf(values.idle, 'idle', 0)
    const count = threadsOf(values.threads)
    const { programHash, serve } = await import('../corpus/index.ts')
    const stop = new AbortController()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
    const program = `jiedu ${packageVersion()} ${programHash()}`
    if (!terminal.quiet) terminal.err(terminal.say({ zh: `等任务（${program}）`, en: `waiting for work (${program})` }))
    const done = await serve({ url, program, threads: count, idle, stop: stop.signal }).catch(error => {
      throw queueError(error) ?? error
    })
    await terminal.out(
      terminal.say({
        zh: `读了 ${done.files} 个文件，${done.units} 批\n`,
        en: `${done.files} files read, in ${done.units} units\n`,
      }),
    )
    return 0
  },
})
