import { useEffect, useRef } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { isDay, type Day } from '../../../../shared/kernel/dates'
import { useGiven } from '../../../components/use-given'

/**
 * Has the first post begin when the person did: somebody who has been here for years counts in those years. It is
 * `today` until a day is typed there, and stays what a hand or a draft made it.
 */
export function useFirstPostStart(today: Day): void {
  const { getValues, setValue } = useFormContext()
  const startedOn = useWatch<{ startedOn: string | null }>({ name: 'startedOn' })
  const isStartGiven = useGiven('startedOn')
  const proposed = useRef<string>(today)
  useEffect(() => {
    const next = typeof startedOn === 'string' && isDay(startedOn) ? startedOn : today
    const last = proposed.current
    proposed.current = next
    if (!isStartGiven() && getValues('firstPost.fromOn') === last)
      setValue('firstPost.fromOn', next, { shouldDirty: true })
  }, [startedOn, today, isStartGiven, getValues, setValue])
}
