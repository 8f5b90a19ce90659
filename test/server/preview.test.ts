import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type Preview, preview } from '../../src/server/preview.ts'

const documents = {
  '/': { mediaType: 'text/html', body: '<p>政府工作报告' },
  '/reading.json': { mediaType: 'application/json', body: '{"a":1}' },
}
const open: { close(): unknown }[] = []
const served = async (port = 0): Promise<Preview> => {
  const one = await preview(documents, port)
  open.push(one)
  return one
}
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

describe('preview', () => {
  it('gives each document with its type', async () => {
    const { url } = await served()
    const page = await fetch(url)
    expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<p>政府工作报告',
    ])
    const reading = await fetch(`${url}reading.json?x=1`)
    expect(await reading.json()).toEqual({ a: 1 })
  })

  it.each(['missing', 'constructor', '../package.json', '%2e%2e/package.json'])('has nothing at %s', async path => {
    const { url } = await served()
    expect((await fetch(url + path)).status).toBe(404)
  })

  it('takes nothing in', async () => {
    const { url } = await served()
    const answer = await fetch(url, { method: 'POST', body: 'x' })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    const head = await fetch(url, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it('takes the next free port where the first is in use', async () => {
    const other = createServer()
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    open.push(other)
    const taken = (other.address() as AddressInfo).port
    const { url } = await served(taken)
    expect(Number(new URL(url).port)).toBeGreaterThan(taken)
    expect((await fetch(url)).status).toBe(200)
  })
})
