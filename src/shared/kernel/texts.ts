import { z } from 'zod'

/**
 * One line as it was meant: what is pasted brings tabs, line ends, hard and double spaces, which nobody sees and by
 * which nobody would find it again.
 */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** One line: names, titles, numbers of invoices. */
export const zLine = () => z.string().overwrite(oneLine)

/** One line that must be there. */
export const zNeededLine = (max: number) => zLine().min(1, 'input.required').max(max)

/** One line that may be left out: null when empty. */
export const zOptionalLine = (max: number) =>
  zLine()
    .max(max)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null)

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
