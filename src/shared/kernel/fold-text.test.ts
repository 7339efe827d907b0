import { describe, expect, it } from 'vitest'
import { foldText } from './fold-text'

describe('foldText', () => {
  it('finds a name however its apostrophe and accents are typed', () => {
    for (const typed of ["O'Connor", 'O’Connor', 'oconnor', 'OCONNOR']) expect(foldText(typed)).toBe('oconnor')
    expect(foldText('Zoë Żółć')).toBe('zoe zolc')
    expect(foldText('Sørensen, Strauß')).toBe('sorensen, strauss')
  })

  it('leaves other scripts and figures as they are', () => {
    expect(foldText('Іван £1,200.50')).toBe('іван £1,200.50')
  })
})
