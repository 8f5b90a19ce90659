/** What `npm start` runs once it has built: the sample summed up in the terminal, its page on a local port. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { built } from './built.ts'

/** Starts the command and gives what it printed up to the address, and the address. */
async function start(...args: string[]) {
  const child = spawn(process.execPath, [built('cli.js'), 'start', '--lang', 'zh', '--port', '0', ...args])
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  let failed = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    printed += part
  })
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    failed += part
  })
  const closed = once(child, 'close').then(([code]) => code as number | null)
  while (!/http:\S+\//.test(printed)) {
    const ended = await Promise.race([closed, new Promise<'more'>(resolve => setTimeout(resolve, 20, 'more'))])
    if (ended !== 'more') throw new Error(`ended with ${ended}: ${failed}`)
  }
  return { printed, url: /http:\S+\//.exec(printed)![0], child, closed }
}

describe('jiedu start', () => {
  it('sums the sample up by the four questions and serves its page and reading until told to end', async () => {
    const { printed, url, child, closed } = await start()
    expect(printed).toContain('咸宁市')
    expect(printed.split('\n').length).toBeGreaterThan(20)
    const page = await (await fetch(url)).text()
    expect(page).toMatch(/^<!doctype html>/)
    expect(page).toContain('咸宁市')
    const reading = (await (await fetch(`${url}reading.json`)).json()) as { figures: { id: string }[] }
    expect(reading.figures.length).toBeGreaterThan(100)
    child.kill('SIGTERM')
    expect(await closed).toBe(0)
  })

  it('says what is wrong with a path', async () => {
    await expect(start('no-such-report.txt')).rejects.toThrow(/ended with 1: no-such-report\.txt/)
  })
})
