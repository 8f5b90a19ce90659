/** The differences between a reading and its gold, one line each, for eyes. */
import type { Field, Predicted } from './compare.ts'
import { expectedRole, type Gold, type GoldFigure } from './gold.ts'
import type { Scorable } from './measures.ts'
import { best } from './stretch.ts'

interface Outcome {
  wanted: GoldFigure[]
  read: Predicted[]
  pairs: (readonly [GoldFigure, Predicted])[]
  wrongFields: (gold: GoldFigure, read: Predicted) => Field[]
}

/** Figures missed, figures claimed, fields wrong, then statements and numerals, in the order of the text. */
export function describeErrors(gold: Gold, reading: Scorable, { wanted, read, pairs, wrongFields }: Outcome): string[] {
  const found = new Set(pairs.map(([g]) => g))
  const claimed = new Set(pairs.map(([, p]) => p))
  return [
    ...wanted.filter(g => !found.has(g)).map(g => `missed    ${g.start} ${g.text} ${phrase(g)}`),
    ...read.filter(p => !claimed.has(p)).map(p => `spurious  ${p.start} ${p.text ?? reading.text?.slice(p.start, p.end) ?? ''}`),
    ...pairs.flatMap(([g, p]) => {
      const wrong = wrongFields(g, p)
      return wrong.length ? [`wrong     ${g.start} ${g.text}: ${wrong.map(field => difference(field, g, p)).join('; ')}`] : []
    }),
    ...statementErrors(gold, reading),
    ...numeralErrors(gold, reading),
  ]
}

const phrase = (g: GoldFigure) => [g.indicator ?? ''].flat().join(' / ')

const writtenValue = (x: Pick<GoldFigure, 'value' | 'min' | 'max' | 'parts'>) =>
  JSON.stringify(x.parts ?? (x.min != null || x.max != null ? [x.min ?? null, x.max ?? null] : (x.value ?? null)))

function difference(field: Field, g: GoldFigure, p: Predicted): string {
  if (field === 'value') return `value ${writtenValue(p)}, gold ${writtenValue(g)}`
  if (field === 'indicator' || field === 'indicatorSoft') return `indicator ${p.indicator?.text ?? '–'}, gold ${phrase(g)}`
  if (field === 'catalogue') return `catalogue ${p.indicator?.name ?? '–'}, gold ${g.catalogue ?? '–'}`
  return `${field} ${JSON.stringify(p[field] ?? null)}, gold ${JSON.stringify(g[field] ?? null)}`
}

function statementErrors(gold: Gold, { statements, text }: Scorable): string[] {
  if (statements === undefined) return []
  return gold.statements.flatMap(wanted => {
    const found = best(statements, wanted)
    const begin = text?.slice(wanted.start, Math.min(wanted.end, wanted.start + 24)) ?? ''
    if (!found) return [`statement ${wanted.start} ${begin}: not read`]
    const wrong = [
      ...(found.kind === wanted.kind ? [] : [`kind ${found.kind}, gold ${wanted.kind}`]),
      ...(found.question === (wanted.question ?? null) ? [] : [`question ${found.question}, gold ${wanted.question ?? null}`]),
    ]
    return wrong.length ? [`statement ${wanted.start} ${begin}: ${wrong.join('; ')}`] : []
  })
}

function numeralErrors(gold: Gold, { figures, setAside }: Scorable): string[] {
  if (setAside === undefined) return []
  return gold.numerals.flatMap(numeral => {
    const want = expectedRole(numeral, gold)
    const figure = best(figures, numeral)
    const got = figure ? (figure.role ?? 'measure') : (best(setAside, numeral)?.reason ?? 'nothing')
    return got === want || (got === 'list' && want === 'name')
      ? []
      : [`numeral   ${numeral.start} ${numeral.text}: ${got}, gold ${want}`]
  })
}
