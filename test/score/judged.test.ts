import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { judgedLines, scoreJudged } from '../../scripts/score/judged.ts'

const root = mkdtempSync(join(tmpdir(), 'judged-'))
afterAll(() => rmSync(root, { recursive: true }))

const text =
  '2021年甲县人民政府工作报告\n各位代表：\n一、2020年工作回顾\n统一新建学校3所。\n二、2021年工作安排\n水利是农业的命脉。\n'
const at = (words: string): number => text.indexOf(words)

it('counts what of the judged rows is read so today', () => {
  mkdirSync(join(root, 'reports'))
  mkdirSync(join(root, 'gold', 'check'), { recursive: true })
  writeFileSync(join(root, 'reports', 'a.txt'), text)
  writeFileSync(
    join(root, 'gold', 'check', 'kinds.tsv'),
    `# facts\ndocument\tstart\tkind\tquestion\na\t${at('统一')}\tresult\treview-year\na\t${at('水利')}\tplan\tplan-year\nb\t0\tplan\t\n`,
  )
  writeFileSync(
    join(root, 'gold', 'check', 'asides.tsv'),
    [
      'sample\tdocument\tstart\ttext\treason\tverdict\tright',
      `1\ta\t${at('统一')}\t统一\tidiom\tright\t`,
      `1\ta\t${at('3所')}\t3\tname\twrong\tfigure`,
      `2\ta\t${at('统一')}\t统一\tidiom\twrong\tname`,
    ].join('\n'),
  )
  const score = scoreJudged(root, root)!
  expect([score.kind, score.laterKind, score.question]).toEqual([
    { right: 1, all: 2 },
    { right: 1, all: 2 },
    { right: 2, all: 2 },
  ])
  expect(score.asides).toEqual([
    { sample: '1', judged: { right: 1, all: 2 }, today: { right: 2, all: 2 } },
    { sample: '2', judged: { right: 0, all: 1 }, today: { right: 0, all: 1 } },
  ])
  expect(score.wrong).toHaveLength(2)
  expect(judgedLines(score)).toContain('sample 1: 50.0% of 2 right when judged, 100.0% as read today')
})

it('asks for a corpus', () => expect(scoreJudged(root, undefined)).toBeNull())
