import { Plus, X } from 'lucide-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import type { EventInput } from '../../../../shared/features/activities/model'
import { addDays, isDay, type Day } from '../../../../shared/kernel/dates'
import { Button, IconButton } from '../../../components/button'
import { DayAndTimes } from './day-and-times'

/** The sessions of an event inside its form: a day with times each; the next one is proposed a week on. */
export function SessionFields({ near }: { readonly near: Day }) {
  const form = useFormContext<EventInput>()
  const sessions = useFieldArray({ control: form.control, name: 'sessions', keyName: 'key' })
  const addAnother = () => {
    const last = form.getValues('sessions').at(-1)
    const lastDay = last?.heldOn
    sessions.append({
      id: null,
      // Without a day to count from it stays empty; the schema asks for it.
      heldOn: lastDay && isDay(lastDay) ? addDays(lastDay, 7) : (null as never),
      startsAt: last?.startsAt ?? null,
      endsAt: last?.endsAt ?? null,
      durationMinutes: last?.durationMinutes ?? null,
      isInsetDay: false,
    })
  }
  return (
    <div className="session-fields">
      {sessions.fields.length === 0 && <p>No day yet. It is listed without one until you add it.</p>}
      {sessions.fields.map((session, index) => (
        <div key={session.key} role="group" aria-label={`Session ${index + 1}`}>
          <DayAndTimes
            at={`sessions.${index}.`}
            near={near}
            aside={
              <IconButton
                label={`Take session ${index + 1} away`}
                icon={<X aria-hidden="true" />}
                onPress={() => sessions.remove(index)}
              />
            }
          />
        </div>
      ))}
      <Button icon={<Plus aria-hidden="true" />} onPress={addAnother}>
        {sessions.fields.length === 0 ? 'Add a session' : 'Add another session'}
      </Button>
    </div>
  )
}
