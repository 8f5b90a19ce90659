/** The page of rules, made from their own words and examples. */
import type { Rule } from '../../src/check/types.ts'

const SEVERITY = { error: '错误 error', warning: '提醒 warning', note: '提示 note' }

/** The documentation of the rules, as Markdown. */
export function rulesPage(rules: readonly Rule[]): string {
  return [
    '# 校对规则 · Rules of `jiedu check`',
    '',
    '<!-- Made from the rules by `npm run rules`; change the rule, not this page. -->',
    '',
    '| 规则 rule | 级别 severity | |',
    '|---|---|---|',
    ...rules.map(
      r => `| [${r.id}](#${r.id}) | ${SEVERITY[r.severity]}${r.on ? '' : '，默认关闭 off'} | ${r.title.zh} · ${r.title.en} |`,
    ),
    '',
    ...rules.flatMap(section),
  ].join('\n')
}

function section(rule: Rule): string[] {
  return [
    `## ${rule.id}`,
    '',
    `**${rule.title.zh}** · ${rule.title.en}`,
    '',
    rule.about.zh,
    '',
    rule.about.en,
    '',
    '报 fires:',
    '',
    ...rule.fires.flatMap(example),
    '',
    '不报 quiet:',
    '',
    ...rule.quiet.flatMap(example),
    '',
  ]
}

function example({ text, at, against }: Rule['fires'][number]): string[] {
  const shown = `- ${inline(text)}${at === undefined ? '' : ` → ${inline(at)}`}`
  return against === undefined ? [shown] : [shown, `  - 对照 against: ${inline(against)}`]
}

const inline = (text: string): string => `\`${text.trim().replaceAll('\n', ' ⏎ ').replaceAll('`', '´')}\``
