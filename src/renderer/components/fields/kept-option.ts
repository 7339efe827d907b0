import type { Option } from './field-types'

/** What stands for a choice that is not offered any more. */
export const KEPT_TITLE = 'Kept as it is (no longer on this list)'

/**
 * The options with what is chosen among them: a fund that was put away, a priority of an earlier year, a manager who
 * left. Without it the field would say "none" of a record that has one. No options at all are options still to come.
 */
export function withKept(options: readonly Option[], chosen: string | null | undefined): readonly Option[] {
  const isBlank = chosen === undefined || chosen === null || chosen === ''
  if (isBlank || options.length === 0 || options.some((option) => option.value === chosen)) return options
  return [...options, { value: chosen, title: KEPT_TITLE }]
}
