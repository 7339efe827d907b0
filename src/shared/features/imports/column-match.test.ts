import { describe, expect, it } from 'vitest'
import { knownHeadersOf, matchColumns } from './column-match'
import type { FileColumn, ImportField } from './model'
import { withheldByHeader } from './never-read'

const fields: ImportField[] = [
  { key: 'surname', label: 'Surname', synonyms: ['Last name', 'Family name'], required: true, kind: 'text' },
  { key: 'forename', label: 'Forename', synonyms: ['First name', 'Given name'], required: false, kind: 'text' },
  { key: 'email', label: 'Email', synonyms: ['Work email', 'Secondary email'], required: false, kind: 'email' },
]
const columns = (...headers: string[]): FileColumn[] =>
  headers.map((header, index) => ({ index, header, samples: [], withheld: withheldByHeader(header) }))

describe('matching columns to fields', () => {
  it('knows a header whatever its case, spaces and punctuation', () => {
    expect(matchColumns(fields, columns('FIRST_NAME', 'lastName', 'E-mail')).mapping).toEqual({
      forename: 0,
      surname: 1,
      email: 2,
    })
  })

  it('prefers the better name when a file has two that fit', () => {
    expect(matchColumns(fields, columns('Secondary Email', 'Work Email', 'Surname')).mapping['email']).toBe(1)
  })

  it('puts what was chosen before above what it would guess, and uses no column twice', () => {
    const match = matchColumns(fields, columns('Surname', 'Known as'), { forename: 'Surname' })
    expect(match.mapping).toEqual({ forename: 0 })
    expect(match.missing).toEqual(['surname'])
    expect(match.unused).toEqual([1])
  })

  it('never fills a field from a withheld column', () => {
    const secret: ImportField[] = [{ key: 'x', label: 'Password', synonyms: [], required: false, kind: 'text' }]
    expect(matchColumns(secret, columns('Password')).mapping).toEqual({})
  })

  it('lists every header it knows once, as they are compared', () => {
    expect(knownHeadersOf(fields)).toContain('lastname')
    expect(new Set(knownHeadersOf(fields)).size).toBe(knownHeadersOf(fields).length)
  })
})

describe('columns that are never read', () => {
  it.each([
    ['Password', 'secret'],
    ['NI Number', 'identity'],
    ['nino', 'identity'],
    ['national_insurance_number', 'identity'],
    ['Date of Birth', 'private'],
    ['DOB', 'private'],
    ['Gender', 'private'],
    ['Ethnicity', 'special'],
    ['Disability', 'special'],
    ['Religious affiliation', 'special'],
    ['Home Address', 'private'],
    ['Salary', 'pay'],
    ['Sort code', 'pay'],
  ])('%s is withheld as %s', (header, reason) => {
    expect(withheldByHeader(header)).toBe(reason)
  })

  it.each([
    'Surname',
    'Staff Code',
    'Start Date',
    'Post',
    'Department',
    'Email',
    'Nickname',
    'Union days',
    'Postcode area',
    'Paid on',
    'Payroll Number',
    'Unit',
    'Sexton',
  ])('%s may be read', (header) => {
    expect(withheldByHeader(header)).toBeUndefined()
  })
})
