import { useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { GridPerson } from '../../../../shared/features/activities/booking-contract'
import type { AttendanceState } from '../../../../shared/features/activities/model'
import { formatDay, formatDayShort, weekdayName, type Day } from '../../../../shared/kernel/dates'
import { formatMinutes } from '../../../../shared/kernel/lengths'
import { Button } from '../../../components/button'
import { SearchField } from '../../../components/fields/search-field'
import { MenuButton, type MenuAction } from '../../../components/menu-button'
import { toast } from '../../../components/toast'
import { formatCount } from '../../../lib/format'
import { failureSentence } from '../../../lib/sentence'
import { timesOf } from '../words'
import { CellBar } from './cell-bar'
import { markOf, markWords, peopleFound, stateForKey, unmarked, type GridSession, type ShownMark } from './marks'
import type { Marks } from './use-marks'
import './attendance-grid.css'

export interface AttendanceGridProps {
  readonly people: readonly GridPerson[]
  readonly sessions: readonly GridSession[]
  readonly today: Day
  readonly marks: Marks
  readonly actionsFor: (person: GridPerson) => readonly MenuAction[]
}

interface Place {
  readonly row: number
  readonly column: number
}

/** The cell that was gone to; the first of its column until one was. */
interface Wanted {
  readonly bookingId?: string | undefined
  readonly column: number
}

/** A register longer than this has a box to find a person in. */
const FEW_PEOPLE = 12

/** The register of an event; in a long one a person is found by name, post or team. */
export function AttendanceGrid(props: AttendanceGridProps) {
  const { people } = props
  const [typed, setTyped] = useState('')
  const whole = useRef<HTMLDivElement>(null)
  const found = peopleFound(people, typed)
  const focusOn = (what: string) => whole.current?.querySelector<HTMLElement>(what)?.focus()
  const isLong = people.length > FEW_PEOPLE
  return (
    <div className="attendance" ref={whole}>
      {(isLong || typed !== '') && (
        <div className="attendance-find">
          <SearchField
            label="Find a person, post or team"
            value={typed}
            onChange={setTyped}
            onEnter={() => focusOn('[data-cell][tabindex="0"]')}
          />
          <span aria-live="polite">
            {typed.trim() !== '' && `${formatCount(found.length)} of ${formatCount(people.length)} found`}
          </span>
        </div>
      )}
      {found.length === 0 ? (
        <p>Nobody booked fits “{typed}”.</p>
      ) : (
        <Register
          {...props}
          found={found}
          onFindNext={() => {
            setTyped('')
            focusOn('.attendance-find input')
          }}
        />
      )}
    </div>
  )
}

interface RegisterProps extends AttendanceGridProps {
  /** The people whose rows are shown. */
  readonly found: readonly GridPerson[]
  /** Escape in a cell: back to the box, to find the next person. */
  readonly onFindNext: () => void
}

/**
 * People down, sessions across. One stop of Tab; arrows walk, P/H/A (or 1/½/0) mark and go on to the next person,
 * Delete clears, Enter goes to the minutes, Escape to the box above.
 */
function Register(props: RegisterProps) {
  const { found, sessions, today, marks } = props
  const table = useRef<HTMLTableElement>(null)
  const bar = useRef<HTMLFormElement>(null)
  const [wanted, setWanted] = useState<Wanted>({ column: firstOpen(sessions, today) })
  const place = placeOf(wanted, found, sessions)
  const person = found[place.row]
  const session = sessions[place.column]
  if (person === undefined || session === undefined) return null

  const shownOf = shownBy(marks)
  const goTo = (next: Place) => {
    const row = Math.max(0, Math.min(found.length - 1, next.row))
    const column = Math.max(0, Math.min(sessions.length - 1, next.column))
    // At once: a frame later, the focus would be taken back from the minutes that the next key went to.
    flushSync(() => setWanted({ bookingId: found[row]?.bookingId, column }))
    table.current?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)?.focus()
  }
  const set = (state: AttendanceState | null, creditedMinutes: number | null = null) => {
    if (session.heldOn > today) return
    marks.mark({ bookingId: person.bookingId, sessionId: session.id, state, creditedMinutes })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const action = actionFor(event, place, found.length, sessions.length)
    if (action === undefined) return
    event.preventDefault()
    if (action.kind === 'go') goTo(action.to)
    else if (action.kind === 'find') props.onFindNext()
    else if (session.heldOn > today) sayToCome(session)
    else if (action.kind === 'clear') set(null)
    else if (action.kind === 'minutes') bar.current?.querySelector('input')?.focus()
    else {
      set(action.state)
      goTo({ ...place, row: place.row + 1 })
    }
  }
  return (
    <>
      <CellBar
        key={`${person.bookingId} ${session.id}`}
        person={person}
        session={session}
        mark={shownOf(person, session)}
        isToCome={session.heldOn > today}
        barRef={bar}
        onSet={set}
        onDone={() => goTo(place)}
      />
      <div className="attendance-scroll">
        <table ref={table} role="grid" aria-label="Attendance" className="attendance-table">
          <GridHead {...props} />
          <GridBody {...props} place={place} shownOf={shownOf} onPlace={setWanted} onKeyDown={onKeyDown} />
        </table>
      </div>
    </>
  )
}

/** Where the wanted cell stands: by its person, so that nobody else is chosen when the rows around come and go. */
function placeOf(wanted: Wanted, found: readonly GridPerson[], sessions: readonly GridSession[]): Place {
  const row = found.findIndex(({ bookingId }) => bookingId === wanted.bookingId)
  return { row: Math.max(0, row), column: Math.min(wanted.column, sessions.length - 1) }
}

/** A key that would mark a session to come does nothing, so say why, in the words with which the file refuses it. */
function sayToCome({ heldOn }: GridSession): void {
  toast({ text: failureSentence({ ok: false, code: 'session.future', facts: { day: formatDay(heldOn) } }) })
}

/** The mark a cell shows: the one on its way to the file, else the file's. */
function shownBy(marks: Marks) {
  return (one: GridPerson, at: GridSession): ShownMark | null => {
    const pending = marks.pendingOf(one.bookingId, at.id)
    return pending === undefined ? markOf(one, at.id) : pending
  }
}

function GridHead({ sessions, people, found, today, marks }: RegisterProps) {
  return (
    <thead>
      <tr>
        <th scope="col">Person</th>
        {sessions.map((one) => (
          <SessionHead
            key={one.id}
            session={one}
            people={found}
            isPart={found.length < people.length}
            today={today}
            marks={marks}
          />
        ))}
        <th scope="col" className="number">
          Credited
        </th>
        <td role="gridcell">
          <span className="visually-hidden">More for each person</span>
        </td>
      </tr>
    </thead>
  )
}

interface GridBodyProps extends RegisterProps {
  readonly place: Place
  readonly shownOf: (person: GridPerson, session: GridSession) => ShownMark | null
  readonly onPlace: (wanted: Wanted) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function GridBody({ found, sessions, today, place, shownOf, onPlace, onKeyDown, actionsFor }: GridBodyProps) {
  return (
    <tbody>
      {found.map((one, row) => (
        <tr key={one.bookingId}>
          <th scope="row">
            {one.listName}
            <small>{[one.postTitle, one.teamName].filter(Boolean).join(', ')}</small>
          </th>
          {sessions.map((at, column) => (
            <MarkCell
              key={at.id}
              mark={shownOf(one, at)}
              cell={`${row} ${column}`}
              isActive={row === place.row && column === place.column}
              isToCome={at.heldOn > today}
              fullMinutes={at.durationMinutes}
              onFocus={() => onPlace({ bookingId: one.bookingId, column })}
              onKeyDown={onKeyDown}
            />
          ))}
          <td role="gridcell" className="number">
            {formatMinutes(sessions.reduce((sum, at) => sum + (shownOf(one, at)?.creditedMinutes ?? 0), 0))}
          </td>
          <td role="gridcell" className="attendance-more">
            <MenuButton
              look="more"
              label={`More for ${one.name}`}
              items={actionsFor(one)}
              isSkipped={row !== place.row}
            />
          </td>
        </tr>
      ))}
    </tbody>
  )
}

/** The newest session held so far is the one to mark. */
function firstOpen(sessions: readonly GridSession[], today: Day): number {
  return Math.max(0, sessions.filter((session) => session.heldOn <= today).length - 1)
}

type Action =
  | { readonly kind: 'go'; readonly to: Place }
  | { readonly kind: 'mark'; readonly state: AttendanceState }
  | { readonly kind: 'clear' }
  | { readonly kind: 'minutes' }
  | { readonly kind: 'find' }

function actionFor(event: KeyboardEvent, place: Place, rows: number, columns: number): Action | undefined {
  if (!(event.target instanceof HTMLElement) || event.target.dataset.cell === undefined) return undefined
  if (event.altKey || event.metaKey) return undefined
  const go = (row: number, column: number): Action => ({ kind: 'go', to: { row, column } })
  switch (event.key) {
    case 'ArrowUp':
      return go(place.row - 1, place.column)
    case 'ArrowDown':
      return go(place.row + 1, place.column)
    case 'ArrowLeft':
      return go(place.row, place.column - 1)
    case 'ArrowRight':
      return go(place.row, place.column + 1)
    case 'Home':
      return go(event.ctrlKey ? 0 : place.row, 0)
    case 'End':
      return go(event.ctrlKey ? rows - 1 : place.row, columns - 1)
    case 'Enter':
    case 'F2':
      return { kind: 'minutes' }
    case 'Escape':
      return { kind: 'find' }
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' }
    default: {
      const state = event.ctrlKey ? undefined : stateForKey(event.key)
      return state === undefined ? undefined : { kind: 'mark', state }
    }
  }
}

interface SessionHeadProps {
  readonly session: GridSession
  /** Those in sight. */
  readonly people: readonly GridPerson[]
  /** True when others are booked who are not in sight. */
  readonly isPart: boolean
  readonly today: Day
  readonly marks: Marks
}

function SessionHead({ session, people, isPart, today, marks }: SessionHeadProps) {
  const open = unmarked(people, [session], today)
  // Nobody is marked who is not in sight.
  const words = isPart ? 'All shown there' : 'All there'
  return (
    <th scope="col">
      {weekdayName(session.heldOn).slice(0, 3)} {formatDayShort(session.heldOn, false)}
      <small>{timesOf(session)}</small>
      <small>{formatMinutes(session.durationMinutes)}</small>
      {session.heldOn > today && <small>to come</small>}
      {open.length > 0 && (
        <Button
          size="small"
          onPress={() => marks.markAll(open)}
          label={`${words} on ${formatDayShort(session.heldOn, false)}`}
        >
          {words}
        </Button>
      )}
    </th>
  )
}

interface MarkCellProps {
  readonly mark: ShownMark | null
  readonly cell: string
  readonly isActive: boolean
  readonly isToCome: boolean
  readonly fullMinutes: number
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function MarkCell({ mark, cell, isActive, isToCome, fullMinutes, onFocus, onKeyDown }: MarkCellProps) {
  const words = mark === null ? undefined : markWords[mark.state]
  return (
    <td
      role="gridcell"
      data-cell={cell}
      tabIndex={isActive ? 0 : -1}
      aria-selected={isActive}
      aria-disabled={isToCome}
      className={`mark-cell mark-${mark?.state ?? 'none'}`}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onClick={(event) => event.currentTarget.focus()}
    >
      {words === undefined ? (
        <span className="visually-hidden">{isToCome ? 'To come' : 'Not marked'}</span>
      ) : (
        <>
          <b aria-hidden="true">{words.letter}</b>
          <span className="visually-hidden">{words.word}</span>
        </>
      )}
      {mark !== null && mark.state !== 'absent' && mark.creditedMinutes !== fullMinutes && (
        <small>{formatMinutes(mark.creditedMinutes)}</small>
      )}
    </td>
  )
}
