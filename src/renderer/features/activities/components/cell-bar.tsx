import { useState, type RefObject } from 'react'
import type { GridPerson } from '../../../../shared/features/activities/booking-contract'
import type { AttendanceState } from '../../../../shared/features/activities/model'
import { formatDayShort } from '../../../../shared/kernel/dates'
import { Button } from '../../../components/button'
import { LengthField } from '../../../components/fields/length-field'
import { KeyHint } from '../../../components/key-hint'
import { markWords, type GridSession, type ShownMark } from './marks'

export interface CellBarProps {
  readonly person: GridPerson
  readonly session: GridSession
  readonly mark: ShownMark | null
  readonly isToCome: boolean
  readonly barRef: RefObject<HTMLFormElement | null>
  readonly onSet: (state: AttendanceState | null, creditedMinutes?: number | null) => void
  /** The minutes are kept: back to the grid. */
  readonly onDone: () => void
}

const states: readonly AttendanceState[] = ['present', 'part', 'absent']
const keyFor: Readonly<Record<AttendanceState, string>> = { present: 'P', part: 'H', absent: 'A' }

/** What the chosen cell says, to press and to type in, for those who do not use the keys. */
export function CellBar({ person, session, mark, isToCome, barRef, onSet, onDone }: CellBarProps) {
  const [typed, setTyped] = useState<number | string | null | undefined>(undefined)
  const keepMinutes = () => {
    if (typeof typed === 'number' && typed !== mark?.creditedMinutes) {
      onSet(mark === null || mark.state === 'absent' ? 'present' : mark.state, typed)
    }
    setTyped(undefined)
  }
  return (
    <form
      ref={barRef}
      className="cell-bar"
      aria-label="Mark the chosen cell"
      onSubmit={(event) => {
        event.preventDefault()
        keepMinutes()
        onDone()
      }}
    >
      <p className="cell-bar-who">
        <b>{person.name}</b> on {formatDayShort(session.heldOn)}
      </p>
      {isToCome ? (
        <p>This session is still to come. Marks are made on the day or later.</p>
      ) : (
        <>
          <div className="cell-bar-states" role="group" aria-label={`Was ${person.name} there?`}>
            {states.map((state) => (
              <Button key={state} size="small" onPress={() => onSet(state)}>
                {markWords[state].word} <KeyHint keys={keyFor[state]} />
              </Button>
            ))}
            <Button size="small" kind="quiet" isDisabled={mark === null} onPress={() => onSet(null)}>
              Clear
            </Button>
          </div>
          <LengthField
            label="Credited"
            value={typed === undefined ? (mark?.creditedMinutes ?? null) : typed}
            onChange={setTyped}
            onBlur={keepMinutes}
          />
        </>
      )}
    </form>
  )
}
