import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { CommandError } from './command.ts'

/**
 * The text of a file that the package exports, found the same way from source and from a bundle.
 * @throws CommandError where the package was not built
 */
export function packageFile(name: string): string {
  try {
    return readFileSync(createRequire(import.meta.url).resolve(`jiedu/${name}`), 'utf8')
  } catch {
    throw new CommandError(
      { zh: `安装不完整：缺 ${name}`, en: `incomplete installation: ${name} is missing` },
      { zh: '请重新安装；在源码里先运行 npm run build', en: 'install again; from source run npm run build first' },
      1,
    )
  }
}

export function packageVersion(): string {
  return JSON.parse(packageFile('package.json')).version
}
