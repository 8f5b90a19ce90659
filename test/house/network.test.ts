/** Closed networks: nothing in the program asks another host; only the local preview opens a port. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { writeOfd } from '../documents/fixed/ofd.ts'
import { setText } from '../documents/fixed/pages.ts'
import { writePdf } from '../documents/fixed/pdf.ts'
import { p, rawDocx } from '../documents/made/docx.ts'
import { portal } from '../documents/made/html.ts'
import { built, root, sample, scratch } from './built.ts'

/** Ways out of a process: modules, and what browsers and Node have without any import. */
const ways =
  /from ['"](?:node:)?(?:https?|http2|net|tls|dns|dgram|undici)(?:\/promises)?['"]|(?:import|require)\(['"](?:node:)?(?:https?|http2|net|tls|dns|dgram|undici)|\bfetch\s*\(|\bXMLHttpRequest\b|\bnew\s+(?:WebSocket|EventSource)\b|\bsendBeacon\b/

/** Rooms that serve the program's own pages, or are those pages and talk to it. */
const serving = /^src\/(?:server|web)\//

const modules = (readdirSync(join(root, 'src'), { recursive: true }) as string[])
  .map(path => `src/${path.replaceAll('\\', '/')}`)
  .filter(path => path.endsWith('.ts') && !path.endsWith('.generated.ts'))

describe('no outbound call', () => {
  it('is written anywhere in the program', () => {
    expect(modules.length).toBeGreaterThan(50)
    const found = modules.filter(path => !serving.test(path) && ways.test(readFileSync(join(root, path), 'utf8')))
    expect(found).toEqual([])
  })

  it('would be noticed', () => {
    for (const line of ["import { get } from 'node:https'", "await import('node:net')", 'await fetch(url)', 'new WebSocket(url)'])
      expect(line).toMatch(ways)
  })

  it('is made while documents of any format are read', () => {
    const folder = scratch()
    const guard = join(folder, 'guard.mjs')
    writeFileSync(
      guard,
      `import net from 'node:net'; import dns from 'node:dns'; import dgram from 'node:dgram'
       const refuse = what => () => { process.stderr.write('OUTBOUND ' + what); process.exit(99) }
       net.Socket.prototype.connect = refuse('connect'); net.connect = refuse('connect')
       dns.lookup = refuse('lookup'); dgram.createSocket = refuse('datagram'); globalThis.fetch = refuse('fetch')`,
    )
    const lines = readFileSync(sample, 'utf8')
      .split('\n')
      .filter(line => line.trim() !== '')
    const link = '<img src="http://example.invalid/a.png"><link rel="stylesheet" href="http://example.invalid/a.css">'
    writeFileSync(join(folder, 'a.html'), portal('政府工作报告', lines, link))
    writeFileSync(join(folder, 'b.docx'), rawDocx(lines.map(line => p(line.replace(/[<&]/g, ''))).join('')))
    writeFileSync(join(folder, 'c.doc'), readFileSync(join(root, 'test', 'documents', 'files', 'county.doc')))
    writeFileSync(join(folder, 'd.txt'), lines.join('\n'))
    const { pages } = setText(lines.join('\n'))
    writeFileSync(join(folder, 'e.pdf'), writePdf(pages, { font: 'gbk' }))
    writeFileSync(join(folder, 'f.ofd'), writeOfd(pages))
    const printed = execFileSync(
      process.execPath,
      ['--import', pathToFileURL(guard).href, built('cli.js'), 'read', folder, '--ndjson', '--quiet'],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    )
    expect(printed.trim().split('\n')).toHaveLength(6)
  })
})
