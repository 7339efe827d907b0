import { z } from 'zod'

/** Keys are UUIDv7 text, so that files from several schools can be merged and new rows sort by age. */
export const zId = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'input.invalid')
export type Id = string
