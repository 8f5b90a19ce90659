/** A real browser, the one of the system: playwright-core brings none. */
import { type Browser, chromium, type Page } from 'playwright-core'
import { browser } from '../test/house/programs.ts'

/** Path of the browser; an error that says how to get one where there is none. */
function executable(): string {
  if (browser) return browser
  throw new Error('no Chromium on the PATH; on Debian: apt-get install chromium fonts-noto-cjk')
}

export const openBrowser = (): Promise<Browser> =>
  // Without a sandbox of its own: the tests run as root in containers and open our own page only.
  chromium.launch({ executablePath: executable(), args: ['--no-sandbox', '--disable-dev-shm-usage'] })

/** What a page did that it should not: errors on the console, exceptions, requests beyond its own file. */
export interface Misdeeds {
  errors: string[]
  requests: string[]
}

/** Collects the misdeeds of a page; call it before the page goes anywhere. `own` is its address. */
export function watch(page: Page, own: string): Misdeeds {
  const misdeeds: Misdeeds = { errors: [], requests: [] }
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') misdeeds.errors.push(message.text())
  })
  page.on('pageerror', error => misdeeds.errors.push(String(error)))
  page.on('request', request => {
    const url = request.url()
    if (url.split('#')[0] !== own && !url.startsWith('data:') && !url.startsWith('blob:')) misdeeds.requests.push(url)
  })
  return misdeeds
}
