/** Columns hold for any text: widths are exact, bars are full, colour takes no room. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bar, clip, pad, painter, stacked, width } from '../../src/cli/summary/layout.ts'
import { cells } from './table.ts'

const text = fc
  .array(fc.constantFrom(...'aB7 .,%-', ...'年增长万亿元，。：（）％', '𠀀', '●', '“', '▲', '\n', '\t', '\u001b'))
  .map(chars => chars.join(''))

describe('width', () => {
  it.each([
    ['', 0],
    ['GDP', 3],
    ['地区生产总值', 12],
    ['增长8%', 6],
    ['３．５％', 8],
    ['（一）', 6],
    ['𠀀', 2],
    ['e\u0301', 1],
    ['▲ +3.2%', 7],
    ['15.9∶46.5', 9],
  ])('%j takes %i cells', (said, expected) => expect(width(said)).toBe(expected))

  it('agrees with a count made another way', () => {
    fc.assert(
      fc.property(text, said => width(said.replace(/[\x00-\x1f]/g, '')) === cells(said.replace(/[\x00-\x1f]/g, '')).length),
    )
  })
})

describe('pad and clip', () => {
  it('give exactly, and at most, the cells asked for', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 60 }), fc.constantFrom('left', 'right'), (said, size, side) => {
        const padded = pad(said, size, side as 'left')
        return width(padded) === size && width(clip(said, size)) <= size && !/[\x00-\x1f]/.test(padded)
      }),
    )
  })
  it('leave what fits and mark what is cut', () => {
    expect(clip('地区生产总值', 12)).toBe('地区生产总值')
    expect(clip('地区生产总值', 11)).toBe('地区生产总…')
    expect(clip('地区生产总值', 10)).toBe('地区生产…')
    expect(pad('8%', 6, 'right')).toBe('    8%')
  })
})

describe('bar', () => {
  it.each([
    [0, '··········'],
    [50, '█████·····'],
    [94, '█████████▍'],
    [100, '██████████'],
    [120, '██████████'],
    [-3, '··········'],
    [1.25, '▏·········'],
  ])('of %d', (share, expected) => expect(bar(share, 10)).toBe(expected))

  it('is as long as asked, and longer for more', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), (a, b) => {
        const filled = (drawn: string) => drawn.replaceAll('·', '').length
        return bar(a, 10).length === 10 && (a <= b ? filled(bar(a, 10)) <= filled(bar(b, 10)) : true)
      }),
    )
  })
})

describe('stacked', () => {
  it('draws each part with its own shade, in proportion', () => {
    expect(stacked([10, 40, 50], 10)).toBe('░▓▓▓▓█████')
    expect(stacked([0.1, 49.9, 50], 10)).toBe('░▓▓▓▓█████')
    expect(stacked([0, 50, 50], 10)).toBe('▓▓▓▓▓█████')
    expect(stacked([0, 0], 10)).toBe('')
  })
  it('is as long as asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 5 }),
        parts => stacked(parts, 10).length === 10,
      ),
    )
  })
})

it('paints only where there is colour', () => {
  expect(painter(false)('a', 'bold')).toBe('a')
  expect(painter(true)('a', 'bold')).toBe('\u001b[1ma\u001b[0m')
  expect(painter(true)('  ', 'bold')).toBe('  ')
})
