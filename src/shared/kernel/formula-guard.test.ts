import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guardText, unguardText } from './formula-guard'

test.each([
  '=1+1',
  '+44',
  '-3',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '\nx',
  '\0x',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '  =1',
  '\u00a0=1',
  '\ufeff=1',
  '\u200b=1',
  "'=1",
  "''=1",
])('guards %j', (text) => {
  expect(guardText(text)).toBe(`'${text}`)
})

test.each(['', 'Reading', ' Reading', "O'Brien", "'tis", '3-2', '1=1', 'a@b.example', '–', '£-3'])(
  'leaves %j alone',
  (text) => {
    expect(guardText(text)).toBe(text)
    expect(unguardText(text)).toBe(text)
  },
)

test('what is guarded comes back as it was, whatever it was', () => {
  const awkward = fc.string({
    unit: fc.constantFrom("'", '=', '+', '-', '@', ' ', '\t', '\r', '\n', '\0', '＝', '\u00a0', 'a', '1'),
  })
  fc.assert(
    fc.property(fc.oneof(awkward, fc.string({ unit: 'binary' })), (text) => unguardText(guardText(text)) === text),
    { numRuns: 10_000 },
  )
})
