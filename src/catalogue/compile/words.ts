/** From words with their class bits to a packed trie, and from what is known of words to values at its nodes. */
import { PACKED_ZERO, type PackedTrie } from '../trie.ts'

const packed = (n: number): string => {
  // lone surrogates do not survive a file in UTF-8
  if (n + PACKED_ZERO >= 0xd800) throw new RangeError(`trie: ${n} is too much for one character`)
  return String.fromCharCode(n + PACKED_ZERO)
}

/** The forms `[from, to)` of the sorted list, which begin alike up to `depth`: one node. */
interface Node {
  from: number
  to: number
  depth: number
}

export class Words {
  private readonly bits = new Map<string, number>()

  /** Adds class bits to those that `form` has. */
  add(form: string, bits: number): void {
    this.bits.set(form, (this.bits.get(form) ?? 0) | bits)
  }

  get forms(): IterableIterator<string> {
    return this.bits.keys()
  }

  pack(): PackedTrie {
    const sets = [0]
    let chars = ''
    let shape = ''
    for (const { form, next } of this.walk()) {
      const bits = form === null ? 0 : this.bits.get(form)!
      if (!sets.includes(bits)) sets.push(bits)
      shape += packed(next.length) + packed(sets.indexOf(bits))
      chars += next
    }
    return { chars, shape, sets }
  }

  /** The index that `of` gives to each word, as `AtNodes` takes it; words for which it has none or −1 are left out. */
  values(of: (form: string) => number | undefined): string {
    let out = ''
    let node = 0
    let last = 0
    for (const { form } of this.walk()) {
      const value = (form === null ? undefined : of(form)) ?? -1
      if (value >= 0) {
        out += packed(node - last) + packed(value)
        last = node
      }
      node++
    }
    return out
  }

  /** The nodes level by level: the word that ends at each, and the characters that lead on from it. */
  private *walk(): Iterable<{ form: string | null; next: string }> {
    const forms = [...this.bits.keys()].sort((a, b) => (a < b ? -1 : 1))
    const nodes: Node[] = [{ from: 0, to: forms.length, depth: 0 }]
    for (const { from, to, depth } of nodes) {
      const form = depth > 0 && forms[from]!.length === depth ? forms[from]! : null
      let next = ''
      for (let i = form === null ? from : from + 1; i < to; ) {
        const char = forms[i]![depth]!
        const begin = i
        while (i < to && forms[i]![depth] === char) i++
        next += char
        nodes.push({ from: begin, to: i, depth: depth + 1 })
      }
      yield { form, next }
    }
  }
}
