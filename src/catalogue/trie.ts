/**
 * A word list made for scanning: one walk from a place in the text finds every entry that starts there, however many words there
 * are, so one more unit or verb costs nothing at reading time.
 *
 * The nodes are numbered level by level, those of one parent in a row and in the order of their characters. So a node needs no list
 * of its children but where that row begins, and the whole list packs into two short strings.
 */
export interface PackedTrie {
  /** The character that leads to each node, the root left out. */
  chars: string
  /** How many children each node has, the root first, and which of `sets` it bears: two characters a node, counted from '0'. */
  shape: string
  /** The sets of class bits that occur. */
  sets: readonly number[]
}

/** Numbers in packed strings count from here, so that most of them are plain characters. */
export const PACKED_ZERO = 48

export class Trie {
  /** Class bits of the entry that ends at a node; 0 where none does. */
  readonly flags: Int32Array
  /** The node of the entry that `longest` found last. */
  lastNode = 0
  /** The node of a first character: the second level is looked up, not searched. */
  private readonly roots = new Uint16Array(65536)
  private readonly chars: Uint16Array
  /** The children of node n are first[n] … first[n + 1] − 1. */
  private readonly first: Int32Array
  /** One bit for each child, by the low bits of its character: most steps that lead nowhere end here. */
  private readonly masks: Int32Array

  constructor({ chars, shape, sets }: PackedTrie) {
    const size = chars.length + 1
    this.flags = new Int32Array(size)
    this.chars = new Uint16Array(size)
    this.first = new Int32Array(size + 1)
    this.masks = new Int32Array(size)
    let next = 1
    for (let node = 0; node < size; node++) {
      this.first[node] = next
      const end = next + shape.charCodeAt(2 * node) - PACKED_ZERO
      let mask = 0
      for (; next < end; next++) {
        const char = chars.charCodeAt(next - 1)
        this.chars[next] = char
        mask |= 1 << (char & 31)
      }
      this.masks[node] = mask
      this.flags[node] = sets[shape.charCodeAt(2 * node + 1) - PACKED_ZERO]!
    }
    this.first[size] = next
    for (let node = 1; node < this.first[1]!; node++) this.roots[this.chars[node]!] = node
  }

  /** The node one character on from `node` (0 is the start), or 0 where no entry goes on so. */
  step(node: number, char: number): number {
    if (node === 0) return this.roots[char]!
    if ((this.masks[node]! & (1 << (char & 31))) === 0) return 0
    const { chars } = this
    let k = this.first[node]!
    let end = this.first[node + 1]!
    while (end - k > 8) {
      const middle = (k + end) >> 1
      if (chars[middle]! <= char) k = middle
      else end = middle
    }
    for (; k < end; k++) if (chars[k] === char) return k
    return 0
  }

  /** The node of exactly `form`, or 0. */
  find(form: string): number {
    let node = 0
    for (let i = 0; i < form.length; i++) {
      node = this.step(node, form.charCodeAt(i))
      if (node === 0) return 0
    }
    return this.flags[node] ? node : 0
  }

  /** The longest entry with any of the `wanted` bits that starts at `from`: its end, or -1; its node is left in `lastNode`. */
  longest(text: string, from: number, wanted: number, limit = text.length): number {
    if (from >= limit) return -1
    let node = this.roots[text.charCodeAt(from)]!
    let end = -1
    for (let i = from + 1; node !== 0; ) {
      if (this.flags[node]! & wanted) {
        end = i
        this.lastNode = node
      }
      if (i >= limit) break
      node = this.step(node, text.charCodeAt(i++))
    }
    return end
  }
}

/** Values at some nodes of a trie. */
export class AtNodes<T> {
  /** Of each node, one more than the index of its value; 0 for none. */
  private readonly index: Uint16Array
  private readonly values: readonly T[]

  /** @param packed for each node with a value in turn, how far it is from the one before, and the index of its value */
  constructor(trie: Trie, packed: string, values: readonly T[]) {
    this.index = new Uint16Array(trie.flags.length)
    this.values = values
    for (let node = 0, k = 0; k < packed.length; k += 2) {
      node += packed.charCodeAt(k) - PACKED_ZERO
      this.index[node] = packed.charCodeAt(k + 1) - PACKED_ZERO + 1
    }
  }

  get(node: number): T | undefined {
    const at = this.index[node]!
    return at === 0 ? undefined : this.values[at - 1]
  }
}
