import { createContext, useCallback, useContext, useRef } from 'react'
import type { FieldValues } from 'react-hook-form'
import type { Following } from './following'

/** What the form around follows; the form gives it. */
export const FollowingContext = createContext<Pick<
  Following<FieldValues, unknown>,
  'timesGiven' | 'isGiven'
> | null>(null)

/**
 * For an effect that fills in what usually follows from the fields `names`: tells, each time the effect runs, whether they
 * hold what the record or a draft has just given. Then nothing is filled in: what was chosen against the usual stays.
 */
export function useGiven(...names: readonly string[]): () => boolean {
  const following = useContext(FollowingContext)
  const seen = useRef(-1)
  const key = names.join(' ')
  return useCallback(() => {
    if (following === null) return false
    const isNew = seen.current !== following.timesGiven
    seen.current = following.timesGiven
    return isNew && key.split(' ').every((name) => following.isGiven(name))
  }, [following, key])
}
