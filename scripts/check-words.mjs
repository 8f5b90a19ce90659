// What no other linter looks at: words that belong to one machine or one workplace and not to the project,
// impure calls in the rooms that must be pure, and files too long to hold in the head.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('..', import.meta.url)
const maxLines = 400
const self = 'scripts/check-words.mjs'

/** Each: what is looked for, where, and why it may not stand there. */
const rules = [
  { pattern: /(?<![\w.])\/(home\/\w+|root|Users\/\w+)\//, why: 'a path of one machine' },
  { pattern: /\.\.\/shared\//, except: /^\.ci\/run$/, why: 'a folder outside the project; use JIEDU_CORPUS and JIEDU_GOLD' },
  {
    pattern: /registry\.(npmjs|npmmirror|yarnpkg)|\/artifactory\/|"resolved": "http/,
    why: 'a package host: the lock file names packages, not hosts',
  },
  { pattern: /https?:\/\/(localhost|127\.0\.0\.1|10\.\d|192\.168\.)[^/]*\/\w+.*\.tgz/, why: 'a package host' },
  {
    pattern: /\bMath\.random\b|\btoLocale\w+\(|\blocaleCompare\(|\bcrypto\./,
    only: /^src\/(catalogue|read|check|link)\//,
    why: 'pure rooms have no randomness and no locale',
  },
]

const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: fileURLToPath(root), encoding: 'utf8' })
const problems = []
for (const path of new Set(list.split('\0').filter(Boolean))) {
  if (path === self) continue
  let text
  try {
    text = readFileSync(new URL(path, root), 'utf8')
  } catch {
    continue // deleted but not yet committed
  }
  if (text.includes('\0')) continue
  const lines = text.split('\n')
  if (/\.([cm]?[jt]s)$/.test(path) && !path.endsWith('.generated.ts') && lines.length > maxLines)
    problems.push(`${path}: ${lines.length} lines, at most ${maxLines}: split it by what it knows`)
  for (const { pattern, why, only, except } of rules) {
    if ((only && !only.test(path)) || except?.test(path) || !pattern.test(text)) continue
    lines.forEach((line, i) => {
      const found = pattern.exec(line)
      if (found) problems.push(`${path}:${i + 1}: ${JSON.stringify(found[0])}: ${why}`)
    })
  }
}
if (problems.length) {
  console.error(problems.join('\n'))
  console.error(`${problems.length} problem(s)`)
  process.exit(1)
}
console.log('words and lengths: nothing to report')
