/**
 * A word list compiled for scanning: one walk from a place in the text finds every entry that starts
 * there. Edges live in an open-addressing hash over typed arrays, so a step costs one or two array
 * reads however many words there are: one more unit or verb costs nothing at reading time.
 */
export class Trie {
  /** Class bits of the entry that ends at a node; 0 where none does. */
  flags: Int32Array
  private roots = new Int32Array(65536)
  private nodes: Int32Array
  private chars: Uint16Array
  private nexts: Int32Array
  private mask: number
  private size = 1
  private edges = 0

  constructor(capacity = 1 << 16) {
    this.nodes = new Int32Array(capacity)
    this.chars = new Uint16Array(capacity)
    this.nexts = new Int32Array(capacity)
    this.mask = capacity - 1
    this.flags = new Int32Array(capacity)
  }

  /** Adds `form` with these class bits (joined to any it has) and returns its node, for pay-loads. */
  add(form: string, flag: number): number {
    let node = 0
    for (let i = 0; i < form.length; i++) node = this.grow(node, form.charCodeAt(i))
    if (node >= this.flags.length) throw new RangeError('trie: more nodes than capacity')
    this.flags[node]! |= flag
    return node
  }

  /** The node one character on from `node` (0 is the start), or 0 where no entry goes on so. */
  step(node: number, char: number): number {
    if (node === 0) return this.roots[char]!
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(char, 0x85ebca6b)) & this.mask
    for (;;) {
      const owner = this.nodes[slot]!
      if (owner === 0) return 0
      if (owner === node && this.chars[slot] === char) return this.nexts[slot]!
      slot = (slot + 1) & this.mask
    }
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
    let node = 0
    let end = -1
    for (let i = from; i < limit; i++) {
      node = this.step(node, text.charCodeAt(i))
      if (node === 0) break
      if (this.flags[node]! & wanted) {
        end = i + 1
        this.lastNode = node
      }
    }
    return end
  }
  lastNode = 0

  private grow(node: number, char: number): number {
    const there = this.step(node, char)
    if (there !== 0) return there
    const made = this.size++
    if (node === 0) {
      this.roots[char] = made
      return made
    }
    if (++this.edges * 2 > this.mask) this.rehash()
    this.place(node, char, made)
    return made
  }

  private place(node: number, char: number, next: number): void {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(char, 0x85ebca6b)) & this.mask
    while (this.nodes[slot] !== 0) slot = (slot + 1) & this.mask
    this.nodes[slot] = node
    this.chars[slot] = char
    this.nexts[slot] = next
  }

  private rehash(): void {
    const { nodes, chars, nexts } = this
    const capacity = nodes.length * 2
    this.nodes = new Int32Array(capacity)
    this.chars = new Uint16Array(capacity)
    this.nexts = new Int32Array(capacity)
    this.mask = capacity - 1
    for (let slot = 0; slot < nodes.length; slot++) if (nodes[slot] !== 0) this.place(nodes[slot]!, chars[slot]!, nexts[slot]!)
    const flags = new Int32Array(capacity)
    flags.set(this.flags)
    this.flags = flags
  }
}
