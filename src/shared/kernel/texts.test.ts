import { expect, it } from 'vitest'
import { zNeededLine, zNeededText, zOptionalLine } from './texts'

it('keeps a line as it was meant, without the tabs, line ends and hard spaces that a paste brings', () => {
  expect(zNeededLine(20).parse('\u00a0Anne\tMarie  \n')).toBe('Anne Marie')
  expect(zNeededLine(20).parse('“O’Hara”\u202f Smith')).toBe('“O’Hara” Smith')
  expect(zOptionalLine(20).parse(' \u00a0\t')).toBeNull()
  // Its length counts as it is kept.
  expect(zNeededLine(5).parse('a     b     c')).toBe('a b c')
  // A text of several lines keeps them.
  expect(zNeededText(20).parse(' one\n\ttwo ')).toBe('one\n\ttwo')
})
