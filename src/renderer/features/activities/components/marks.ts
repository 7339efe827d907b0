/** Marks of the attendance screen: how one reads, which key makes which, and the cells that "everyone" means. */
import type { OutputFor } from '../../../../shared/contract'
import type { GridPerson } from '../../../../shared/features/activities/booking-contract'
import type { AttendanceState, Mark } from '../../../../shared/features/activities/model'
import { creditedMinutes } from '../../../../shared/features/activities/rules'
import type { Day } from '../../../../shared/kernel/dates'
import { foldText } from '../../../../shared/kernel/fold-text'

export type Grid = OutputFor<'attendance.grid'>
export type GridSession = Grid['sessions'][number]

export interface ShownMark {
  readonly state: AttendanceState
  readonly creditedMinutes: number
}

export const markWords: Readonly<Record<AttendanceState, { readonly letter: string; readonly word: string }>> = {
  present: { letter: 'P', word: 'Present' },
  part: { letter: '½', word: 'There for a part' },
  absent: { letter: 'A', word: 'Absent' },
}

const keys: Readonly<Record<string, AttendanceState>> = {
  p: 'present',
  '1': 'present',
  h: 'part',
  '½': 'part',
  '2': 'part',
  a: 'absent',
  '0': 'absent',
}

/** What a key marks: P or 1 present, H, ½ or 2 a part, A or 0 absent. */
export function stateForKey(key: string): AttendanceState | undefined {
  return keys[key.toLowerCase()]
}

/** The key of a cell, for what is on its way to the file. */
export function cellKey(bookingId: string, sessionId: string): string {
  return `${bookingId} ${sessionId}`
}

/** What a mark will read as once it is kept. */
export function shownFor(mark: Mark, durationMinutes: number): ShownMark | null {
  if (mark.state === null) return null
  return {
    state: mark.state,
    creditedMinutes: creditedMinutes(mark.state, durationMinutes, mark.creditedMinutes),
  }
}

/** The mark of a person in a session as the file has it. */
export function markOf(person: GridPerson, sessionId: string): ShownMark | null {
  return person.marks.find((mark) => mark.sessionId === sessionId) ?? null
}

/** The people of a register whose name, post, team or group has every word that was typed; all of them while none is. */
export function peopleFound(people: readonly GridPerson[], typed: string): readonly GridPerson[] {
  const words = foldText(typed).replaceAll(',', ' ').trim().split(/\s+/).filter(Boolean)
  const textOf = (one: GridPerson) =>
    foldText([one.name, one.postTitle, one.teamName, one.staffGroupName].filter(Boolean).join(' '))
  return words.length === 0 ? people : people.filter((one) => words.every((word) => textOf(one).includes(word)))
}

/** Cells of booked people without a mark in these sessions, those to come left out: "everyone was there". */
export function unmarked(people: readonly GridPerson[], sessions: readonly GridSession[], today: Day): Mark[] {
  return sessions
    .filter((session) => session.heldOn <= today)
    .flatMap((session) =>
      people
        .filter((person) => person.state === 'booked' && markOf(person, session.id) === null)
        .map((person) => ({
          bookingId: person.bookingId,
          sessionId: session.id,
          state: 'present' as const,
          creditedMinutes: null,
        })),
    )
}
