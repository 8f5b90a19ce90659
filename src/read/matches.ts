/** All matches of an expression, as `matchAll` gives them; that makes the expression anew for every text, which costs more than the search. */

const NONE: readonly RegExpExecArray[] = []

/** @param pattern with the flag g */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let m = pattern.exec(text)
  if (m === null) return NONE
  const out: RegExpExecArray[] = []
  for (; m !== null; m = pattern.exec(text)) {
    out.push(m)
    // past a character without a match, which may be of two code units
    if (m[0] === '') pattern.lastIndex += pattern.unicode && text.codePointAt(m.index)! > 0xffff ? 2 : 1
  }
  return out
}
