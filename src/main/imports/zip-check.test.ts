import { describe, expect, it } from 'vitest'
import { makeZip, workbookParts, type ZipPart } from '../../../tests/fixtures/make-zip'
import { Refusal } from '../../shared/kernel/result'
import { checkZip, isSafeName } from './zip-check'

function refusalOf(parts: readonly ZipPart[]): string {
  try {
    checkZip(makeZip(parts))
    return 'accepted'
  } catch (cause) {
    return cause instanceof Refusal ? `${cause.code}: ${String(cause.facts?.['why'] ?? '')}` : 'crash'
  }
}

describe('looking into an archive before unpacking it', () => {
  it('accepts an honest workbook', () => {
    expect(refusalOf(workbookParts('<worksheet/>'))).toBe('accepted')
  })

  it('refuses a bomb by what it unpacks to, not by what its directory claims', () => {
    const bomb = { name: 'xl/worksheets/sheet2.xml', data: Buffer.alloc(30e6, 'a'), claimedBytes: 10 }
    expect(refusalOf(workbookParts('<worksheet/>', [bomb]))).toBe(
      'import.archive-unsafe: parts that unpack to more than 100 times their size',
    )
  })

  it('stops unpacking at 200 MB in all', () => {
    const part = (name: string): ZipPart => ({ name, data: Buffer.alloc(70e6, 'a') })
    const noise = Buffer.alloc(3e6)
    for (let at = 0; at < noise.length; at += 1) noise[at] = (at * 2654435761) >>> 11
    expect(refusalOf([part('a'), part('b'), part('c'), { name: 'n', data: noise }])).toMatch(/200 MB|100 times/)
  })

  it.each(['../evil.xml', '/etc/passwd', 'C:/windows/x', 'xl\\..\\x', 'xl/../../x', 'a:stream', 'x\0y', ''])(
    'refuses the name %j',
    (name) => {
      expect(isSafeName(name)).toBe(false)
      expect(refusalOf([{ name, data: 'x' }])).toMatch(/^import\.archive-unsafe/)
    },
  )

  it('refuses two parts of one name, more than 2,000 parts, and a locked archive', () => {
    expect(
      refusalOf([
        { name: 'a.xml', data: 'x' },
        { name: 'A.xml', data: 'y' },
      ]),
    ).toBe('import.archive-unsafe: two parts of one name')
    expect(refusalOf(Array.from({ length: 2_001 }, (_, at) => ({ name: `p${at}`, data: '' })))).toBe(
      'import.archive-unsafe: more than 2,000 parts',
    )
    expect(refusalOf([{ name: 'a.xml', data: 'x', locked: true }])).toBe('import.locked: ')
  })

  it('refuses a document type declaration in any XML part, in UTF-16 too', () => {
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
    const expected = 'import.archive-unsafe: a document type declaration'
    expect(refusalOf(workbookParts(entities))).toBe(expected)
    expect(
      refusalOf(
        workbookParts('<worksheet/>', [{ name: 'x.rels', data: Buffer.from(`\ufeff${entities}`, 'utf16le') }]),
      ),
    ).toBe(expected)
  })

  it('calls a cut or scribbled archive damaged, never crashes on one', () => {
    const bytes = makeZip(workbookParts('<worksheet/>'))
    for (let cut = 0; cut < bytes.length; cut += 37) {
      const codes: string[] = []
      try {
        checkZip(bytes.subarray(0, cut))
      } catch (cause) {
        codes.push(cause instanceof Refusal ? cause.code : 'crash')
      }
      expect(codes).toEqual(['import.damaged'])
    }
    for (let at = 0; at < bytes.length; at += 3) {
      const copy = Buffer.from(bytes)
      copy[at] = (copy[at] ?? 0) ^ 0xff
      try {
        checkZip(copy)
      } catch (cause) {
        expect(cause).toBeInstanceOf(Refusal)
      }
    }
  })
})
