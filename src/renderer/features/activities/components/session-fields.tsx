import { Plus, X } from 'lucide-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import type { EventInput } from '../../../../shared/features/activities/model'
import { minutesBetween } from '../../../../shared/features/activities/rules'
import { addDays, isDay, type Day } from '../../../../shared/kernel/dates'
import { formatMinutes } from '../../../../shared/kernel/lengths'
import { Button, IconButton } from '../../../components/button'
import { CheckBox } from '../../../components/fields/check-box'
import { DateField } from '../../../components/fields/date-field'
import { LengthField } from '../../../components/fields/length-field'
import { TimeField } from '../../../components/fields/time-field'
import './session-fields.css'

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
        <div key={session.key} className="session-line" role="group" aria-label={`Session ${index + 1}`}>
          <DateField name={`sessions.${index}.heldOn`} label="Day" isRequired near={near} />
          <TimeField name={`sessions.${index}.startsAt`} label="Starts" />
          <TimeField name={`sessions.${index}.endsAt`} label="Ends" />
          <LengthField
            name={`sessions.${index}.durationMinutes`}
            label="Length"
            hint={<LengthHint index={index} />}
          />
          <CheckBox name={`sessions.${index}.isInsetDay`} label="INSET day" />
          <IconButton
            label={`Take session ${index + 1} away`}
            icon={<X aria-hidden="true" />}
            onPress={() => sessions.remove(index)}
          />
        </div>
      ))}
      <Button icon={<Plus aria-hidden="true" />} onPress={addAnother}>
        {sessions.fields.length === 0 ? 'Add a session' : 'Add another session'}
      </Button>
    </div>
  )
}

/** What the times come to, while no length is typed. */
function LengthHint({ index }: { readonly index: number }) {
  const { watch } = useFormContext<EventInput>()
  const [startsAt, endsAt] = watch([`sessions.${index}.startsAt`, `sessions.${index}.endsAt`])
  const minutes = startsAt && endsAt ? minutesBetween(startsAt, endsAt) : undefined
  return minutes === undefined ? 'without breaks' : `${formatMinutes(minutes)} by the clock`
}
