import { describe, expect, it } from 'vitest'
import type { FieldValue } from '../../../../shared/features/documents/model'
import { sideOf } from '../../../lib/compared-sides'
import { versionTitle } from './compared'
import { fieldLook } from './field-words'
import { day } from '../../../../shared/kernel/dates'

const head = (text: string | null): FieldValue => ({
  name: 'school.headteacher',
  title: 'The headteacher',
  text,
  table: null,
  to: '/documents/facts',
})

describe('a field', () => {
  it('reads as its value, and says what it is and where it is recorded', () => {
    expect(fieldLook('school.headteacher', head('Dr Ada Hill'))).toEqual({
      state: 'value',
      text: 'Dr Ada Hill',
      source: 'The headteacher: Dr Ada Hill. Recorded under the facts for documents.',
      to: '/documents/facts',
    })
  })

  it('without a value is a gap to be seen, never nothing', () => {
    for (const value of [head(null), head(''), undefined]) {
      const look = fieldLook('school.headteacher', value)
      expect([look.state, look.text]).toEqual(['missing', '[The headteacher]'])
    }
    const empty = { key: 'priorities', title: 'Priorities', columns: [], rows: [], notes: [] }
    const table = { name: 'table.priorities', title: 'The year’s priorities', text: null, table: empty, to: null }
    expect(fieldLook('table.priorities', table).state).toBe('missing')
  })

  it('that does not exist any more says so under its name', () => {
    const look = fieldLook('school.motto', undefined)
    expect([look.state, look.text]).toEqual(['unknown', '{{school.motto}}'])
    expect(look.source).toContain('no such fact any more')
  })
})

describe('a comparison', () => {
  const section = {
    title: 'Aims',
    what: 'changed' as const,
    pieces: [
      { what: 'same' as const, text: 'We want ' },
      { what: 'removed' as const, text: 'less' },
      { what: 'added' as const, text: 'more' },
    ],
  }

  it('shows on each side what stands in its text', () => {
    const words = (side: 'before' | 'after') =>
      sideOf(section, side)
        .map(({ text }) => text)
        .join('')
    expect([words('before'), words('after')]).toEqual(['We want less', 'We want more'])
  })

  it('names a version by its day, and the working text', () => {
    const versions = [
      {
        number: 2,
        approvedOn: day('2025-09-03'),
        approvedBy: 'The governing board',
        approvedAt: null,
        reviewOn: null,
        isSuperseded: false,
        sha256: '',
        files: [],
      },
    ]
    expect(versionTitle({ versions }, 2)).toBe('Version 2, approved 3 September 2025')
    expect(versionTitle({ versions }, null)).toBe('Working text')
  })
})
