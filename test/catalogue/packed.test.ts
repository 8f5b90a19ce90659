/** Packed word lists: what a walk finds, over any words and over the catalogue's. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Words } from '../../src/catalogue/compile/words.ts'
import { AtNodes, Trie } from '../../src/catalogue/trie.ts'

const word = fc.string({ unit: fc.constantFrom(...'一二三经济增长ab𠀀'), minLength: 1, maxLength: 6 })

describe('a packed trie', () => {
  it('finds the longest word of the wanted classes, and its value', () => {
    fc.assert(
      fc.property(
        fc.dictionary(word, fc.integer({ min: 1, max: 7 })),
        word,
        fc.integer({ min: 1, max: 7 }),
        (bits, text, wanted) => {
          const words = new Words()
          for (const [form, own] of Object.entries(bits)) words.add(form, own)
          const trie = new Trie(words.pack())
          const forms = Object.keys(bits)
          const values = new AtNodes(
            trie,
            words.values(form => (bits[form]! & 4 ? forms.indexOf(form) : -1)),
            forms,
          )
          for (let from = 0; from < text.length; from++) {
            const best = forms
              .filter(form => bits[form]! & wanted && text.startsWith(form, from))
              .reduce((a, b) => (b.length > a.length ? b : a), '')
            expect(trie.longest(text, from, wanted)).toBe(best === '' ? -1 : from + best.length)
            if (best === '') continue
            expect(trie.flags[trie.lastNode]).toBe(bits[best])
            expect(trie.find(best)).toBe(trie.lastNode)
            expect(values.get(trie.lastNode)).toBe(bits[best]! & 4 ? best : undefined)
          }
          for (const form of forms) expect(trie.flags[trie.find(form)]).toBe(bits[form])
          if (!(text in bits)) expect(trie.find(text)).toBe(0)
        },
      ),
    )
  })

  it('holds as many children of a node as there are', () => {
    const words = new Words()
    const many = Array.from({ length: 3000 }, (_, i) => `省${String.fromCharCode(0x4e00 + i * 5)}`)
    for (const form of many) words.add(form, 1)
    const trie = new Trie(words.pack())
    expect(many.every(form => trie.find(form) !== 0)).toBe(true)
    expect(trie.find('省一丁')).toBe(0)
  })

  it('joins the classes of a word that is added twice', () => {
    const words = new Words()
    words.add('超过', 1)
    words.add('超过', 4)
    const trie = new Trie(words.pack())
    expect(trie.flags[trie.find('超过')]).toBe(5)
    expect(trie.longest('超过', 0, 2)).toBe(-1)
    expect(trie.longest('超过', 0, 4, 1)).toBe(-1)
  })
})
