import { z } from 'zod'

/** Text that may be left out: trimmed, null when empty. */
export const zOptionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null)

/** Text that must be there: trimmed. */
export const zNeededText = (max: number) => z.string().trim().min(1, 'input.required').max(max)
