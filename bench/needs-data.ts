import { LAST_YEAR } from './binder'
import { YEARS, type Size } from './sizes'

interface NeedsFilling {
  readonly size: Size
  readonly id: (table: string, number: number) => string
  readonly insert: (table: string, row: Readonly<Record<string, string | number | null>>) => void
  readonly pick: (count: number) => number
  readonly dayIn: (startYear: number, part: number) => string
}

const sources = ['review', 'audit', 'survey', 'walk', 'ownAspiration', 'statutory'] as const
const states = ['raised', 'agreed', 'agreed', 'planned', 'met', 'partly', 'withdrawn'] as const
const subjects = 'reading writing maths science behaviour signing phonics assessment'.split(' ')
const doings = ['Questions about', 'Planning for', 'Explaining', 'Marking in', 'Helping with'] as const
/** Two frameworks of the same codes, and codes alone. */
const frameworks = ['teachers', 'leaders', null] as const
const OFFERED = 500

const of = <T>(list: readonly T[], at: number): T => list[at] as T

/** Three needs and a third for each of the staff, half of them who can know something, and a catalogue of five hundred. */
export function fillNeeds(filling: NeedsFilling): void {
  const needs = Math.round((filling.size.staff * 10) / 3)
  for (let number = 0; number < needs; number += 1) fillNeed(filling, number, needs)
  for (let line = 0; line < filling.size.staff / 2; line += 1) fillExpertise(filling, line)
  for (let one = 0; one < OFFERED; one += 1) fillOpportunity(filling, one)
}

const titleOf = ({ pick }: NeedsFilling): string =>
  `${of(doings, pick(doings.length))} ${of(subjects, pick(subjects.length))}`

function fillNeed(filling: NeedsFilling, number: number, count: number): void {
  const { size, id, insert, pick, dayIn } = filling
  const on = dayIn(LAST_YEAR - (number % 3), number / count)
  const code = number % 3 === 0 ? `TS${1 + pick(8)}` : null
  insert('need', {
    id: id('need', number),
    owner_kind: 'person',
    person_id: id('person', pick(size.staff)),
    title: titleOf(filling),
    source_code: of(sources, pick(sources.length)),
    standard_code: code,
    standard_framework: code === null ? null : of(frameworks, number % 2),
    standard_label: code === null ? null : `What ${code} asks for`,
    priority_id: number % 4 === 0 ? null : id('priority', (YEARS - 1) * 12 + pick(12)),
    importance: 1 + pick(3),
    raised_on: on,
    state: of(states, pick(states.length)),
    state_on: on,
  })
  if (number % 2 === 0)
    insert('need_event', {
      id: id('need_event', number),
      need_id: id('need', number),
      event_id: id('event', pick(size.bookings / 10)),
    })
}

function fillExpertise(filling: NeedsFilling, line: number): void {
  const { id, insert, pick } = filling
  insert('expertise', {
    id: id('expertise', line),
    person_id: id('person', line * 2),
    subject: of(subjects, pick(subjects.length)),
    level: 1 + pick(4),
    can_train: line % 3 === 0 ? 1 : 0,
    source: 'audit',
    from_on: `${LAST_YEAR - 1}-09-01`,
  })
}

function fillOpportunity(filling: NeedsFilling, one: number): void {
  const { id, insert, pick } = filling
  const code = `TS${1 + pick(8)}`
  const framework = of(frameworks, one % 3)
  insert('opportunity', {
    id: id('opportunity', one),
    title: `${titleOf(filling)} in practice`,
    type_code: 'COURSE',
    level_code: 'individual',
    provision_code: 'external',
    price_net_pence: 4_000 + pick(60_000),
    group_ids_json: '[]',
    standards_json: JSON.stringify(one % 4 > 0 ? [] : [framework === null ? code : { code, framework }]),
    subjects_json: '[]',
    ages_json: '[]',
  })
}
