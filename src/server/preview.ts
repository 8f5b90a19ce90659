/** Serves a few finished documents to this machine, for looking at them in a browser. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Served {
  mediaType: string
  body: string
}

export interface Preview {
  /** `http://localhost:4173/` */
  url: string
  close(): Promise<void>
}

/** How many ports after the first are tried. */
const triedPorts = 50

/**
 * Serves documents by their path (`/`, `/reading.json`) on this machine only.
 *
 * @param documents what there is; anything else is 404
 * @param port the first port to try; the next free one is taken where it is in use; 0 lets the system choose
 * @throws the system's error where no port can be had
 */
export async function preview(documents: Record<string, Served>, port: number): Promise<Preview> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const found = Object.hasOwn(documents, path) ? documents[path] : undefined
    const allowed = request.method === 'GET' || request.method === 'HEAD'
    const body = Buffer.from(!allowed ? 'only GET and HEAD\n' : (found?.body ?? 'not found\n'))
    response.writeHead(allowed ? (found ? 200 : 404) : 405, {
      'content-type': `${allowed && found ? found.mediaType : 'text/plain'}; charset=utf-8`,
      'content-length': body.length,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(allowed ? {} : { allow: 'GET, HEAD' }),
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  })
  await listen(server, port)
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

async function listen(server: Server, first: number): Promise<void> {
  for (let port = first; ; port++) {
    try {
      return await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, '127.0.0.1', () => {
          server.off('error', reject)
          resolve()
        })
      })
    } catch (error) {
      const inUse = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      if (!inUse || port - first >= triedPorts || port >= 65_535) throw error
    }
  }
}
