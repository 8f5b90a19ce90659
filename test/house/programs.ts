/** Programs of the system that some tests need and not every machine has. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The first of these programs on the PATH, or null. */
export function program(...names: string[]): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of names) {
      const path = join(folder, name)
      try {
        accessSync(path, constants.X_OK)
        return path
      } catch {
        // not here
      }
    }
  return null
}

/** Whether the system can draw Chinese; without a font programs draw boxes. */
const drawsChinese = () => (spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout ?? '').trim() !== ''

export const office = program('soffice', 'libreoffice')
export const browser = program('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable')
export const chinese = (office ?? browser) !== null && drawsChinese()
