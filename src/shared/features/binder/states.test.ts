import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/dates'
import { binderPages, type BinderPage } from '../packs/pages'
import type { BinderEntry } from './model'
import { stateOfDocument, stateOfPage, type LiveFacts } from './states'
import { aboutEntry, stateSentence, summaryOf } from './words'

const nothing: LiveFacts = {
  people: 0,
  teams: 0,
  dayRates: 0,
  promises: 0,
  pairs: 0,
  inductions: 0,
  dutiesHeld: 0,
  priorities: 0,
  rounds: 0,
  openNeeds: 0,
  planLines: 0,
  events: 0,
  activities: 0,
  providers: 0,
  judged: 0,
  funds: 0,
  costLines: 0,
  ledgerLines: 0,
  sessionsToCome: 0,
  issuedOn: {},
  documents: new Map(),
  texts: 51,
  packs: 3,
  lists: { acronyms: { count: 200, own: 0 }, terms: { count: 80, own: 0 }, links: { count: 30, own: 0 } },
}

const entry: BinderEntry = {
  id: 'x',
  title: 'X',
  note: null,
  route: '/impact',
  state: 'in-use',
  reason: '3 events judged this year',
  isWordVersion: false,
  later: null,
}

describe('how a page of the binder stands', () => {
  it('is empty with a reason where nothing is recorded, whichever page of records it is', () => {
    const pages = (Object.keys(binderPages) as BinderPage[]).filter((page) => !page.startsWith('/library'))
    for (const page of pages) {
      const { state, reason } = stateOfPage(page, nothing, [])
      expect([page, state, reason]).toEqual([page, 'empty', expect.stringMatching(/^\D+$/)])
    }
  })

  it('is in use with its number, one or many', () => {
    const of = (page: BinderPage, facts: Partial<LiveFacts>) => stateOfPage(page, { ...nothing, ...facts }, [])
    expect(of('/priorities', { priorities: 3 })).toEqual({ state: 'in-use', reason: '3 priorities this year' })
    expect(of('/needs', { openNeeds: 2 })).toEqual({ state: 'in-use', reason: '2 open needs' })
    expect(of('/priorities', { priorities: 1 }).reason).toBe('1 priority this year')
    expect(of('/money/ledger', { ledgerLines: 12_345 }).reason).toBe('12,345 lines')
  })

  it('is due where Today has a task for it, and says every one of them', () => {
    const waiting = [
      { kind: 'attendance-unmarked', count: 2 },
      { kind: 'nobody-booked', count: 1 },
      { kind: 'evaluation-missing', count: 12 },
    ]
    expect(stateOfPage('/activities', { ...nothing, events: 9 }, waiting)).toEqual({
      state: 'due',
      reason: '2 events wait to be marked; 1 event has nobody booked',
    })
    expect(stateOfPage('/impact', nothing, waiting)).toEqual({ state: 'due', reason: '12 evaluations wait' })
    expect(stateOfPage('/providers', nothing, waiting).state).toBe('empty')
  })

  it('knows when a report was issued last, of its kind and of all kinds', () => {
    const facts = { ...nothing, issuedOn: { governors: day('2025-07-03'), spend: day('2025-09-12') } }
    expect(stateOfPage('/reports/governors', facts, [])).toEqual({
      state: 'in-use',
      reason: 'issued on 3 July 2025',
    })
    expect(stateOfPage('/reports', facts, []).reason).toBe('issued on 12 September 2025')
    expect(stateOfPage('/reports/participation', facts, []).state).toBe('empty')
  })

  it('tells a list with entries of the school’s own from one as it came', () => {
    const lists = { ...nothing.lists, acronyms: { count: 201, own: 1 } }
    expect(stateOfPage('/library/acronyms', nothing, [])).toEqual({ state: 'to-read', reason: '200 acronyms' })
    expect(stateOfPage('/library/acronyms', { ...nothing, lists }, [])).toEqual({
      state: 'own',
      reason: '201 acronyms, 1 of your own',
    })
  })
})

describe('the words for an entry', () => {
  it('say the state with its reason, and for what is to come the part that brings it', () => {
    expect(stateSentence(entry)).toBe('In use: 3 events judged this year')
    expect(stateSentence({ ...entry, state: 'to-come', reason: '', later: 'calendar' })).toBe(
      'Comes with the calendar',
    )
    expect(stateSentence({ ...entry, state: 'missing', reason: '' })).toBe('Not in your packs')
  })

  it('say where the Word file is only where there is a page to save it from', () => {
    const word = { ...entry, isWordVersion: true, note: 'By group' }
    expect(aboutEntry(word)).toBe('By group. There, choose “Save as”, then “Word document”')
    expect(aboutEntry({ ...word, route: null })).toBe('By group')
    expect(aboutEntry({ ...entry, later: 'portfolio' })).toBe('More comes with the portfolio')
  })

  it('add every entry up in one sentence', () => {
    const entries: BinderEntry[] = [
      entry,
      { ...entry, state: 'due' },
      { ...entry, state: 'to-come', later: 'calendar' },
    ]
    const section = { id: 's', title: 'S', divider: null, entries }
    expect(summaryOf([section, section])).toBe('6 entries: 2 in use, 2 due, 2 to come')
    expect(summaryOf([{ ...section, entries: [entry] }])).toBe('1 entry: 1 in use')
  })
})

describe('how a document stands', () => {
  const today = day('2025-11-20')
  const approved = { id: 'x', status: 'approved', version: 2, reviewOn: day('2025-11-21') } as const

  it('goes from not begun over draft to in force, and is due on the day of its review', () => {
    expect(stateOfDocument(undefined, today).state).toBe('empty')
    const draft = { ...approved, status: 'for-approval', version: null, reviewOn: null } as const
    expect(stateOfDocument(draft, today)).toEqual({ state: 'draft', reason: 'waits for approval' })
    expect(stateOfDocument(approved, today)).toEqual({ state: 'in-use', reason: 'version 2 in force' })
    expect(stateOfDocument(approved, day('2025-11-21')).state).toBe('due')
  })
})
