/** Runs the real command as a process of its own, bundled from source just before. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll } from 'vitest'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Result {
  code: number | null
  out: string
  err: string
}

export interface Setup {
  /** `jiedu ARGS` in the scratch folder. */
  jiedu(args: string[], options?: { input?: string | Uint8Array; env?: Record<string, string> }): Result
  /** Writes a file into the scratch folder. */
  file(name: string, content: string | Uint8Array): string
  /** A path in the scratch folder. */
  at(...parts: string[]): string
  /** Where the bundle's entry is. */
  entry(): string
}

/** A bundle and a scratch folder for one test file; `threads` names entries of the program's threads to build beside it. */
export function setup(threads: Record<string, string> = {}): Setup {
  let bundle = ''
  let folder = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jiedu-cli-'))
    // Inside the project, so that its packages and its own files are found.
    bundle = mkdtempSync(join(root, '.dist-test-'))
    await build({
      absWorkingDir: root,
      entryPoints: { cli: 'src/cli/main.ts', ...threads },
      outdir: bundle,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'neutral',
      target: 'node20',
      packages: 'external',
      external: ['node:*'],
      logLevel: 'error',
    })
  })
  afterAll(() => {
    for (const path of [folder, bundle]) rmSync(path, { recursive: true, force: true })
  })
  const at = (...parts: string[]) => join(folder, ...parts)
  const entry = () => join(bundle, 'cli.js')
  return {
    at,
    entry,
    file(name, content) {
      mkdirSync(dirname(at(name)), { recursive: true })
      writeFileSync(at(name), content)
      return name
    },
    jiedu(args, { input, env } = {}) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [entry(), ...args], {
        cwd: folder,
        input: input ?? '',
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        env: { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8', ...env },
      })
      return { code: status, out: stdout, err: stderr }
    },
  }
}

/** A report in small, with a figure of each kind that a summary draws. */
export const report = `清水市政府工作报告

——2021年1月12日在清水市第六届人民代表大会第五次会议上

各位代表：

现在，我代表市人民政府向大会报告工作，请予审议。

一、2020年工作回顾

过去一年，全市地区生产总值达到1520.6亿元，同比增长3.2%。居民消费价格上涨2.7%，城镇登记失业率3.1%。预计全年社会消费品零售总额下降4.5%。

（一）产业发展稳中有进。规模以上工业增加值增长6.1%，新增高新技术企业41家。粮食产量116.8万吨。招商引资到位资金排名全省第三位。

（二）民生福祉持续改善。城镇新增就业3.7万人，改造老旧小区89个，惠及1.7万人。民生支出占比78.2%，空气质量优良天数比例94%。三次产业结构调整为14.2:45.3:40.5。

二、2021年工作安排

今年全市经济社会发展的主要预期目标是：地区生产总值增长8%以上，居民消费价格涨幅控制在3%左右，城镇新增就业3.5万人以上，森林覆盖率达到53%。

（一）推进项目建设。确保开工建设亿元以上项目120个，完成投资300亿元。

（二）办好民生实事。新建公办幼儿园12所，改造农村公路260公里。
`
