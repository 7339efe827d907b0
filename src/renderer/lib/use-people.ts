import { useRead } from './contract-client'

/** The staff of today as options of a field, each with their main post. */
export function usePeopleOptions(): readonly {
  readonly value: string
  readonly title: string
  readonly note: string
}[] {
  const choices = useRead('staff.choices', {})
  return (choices.data?.people ?? []).map(({ id, name, note }) => ({ value: id, title: name, note }))
}
