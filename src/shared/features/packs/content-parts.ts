/** What every shape of a pack is made of. */
import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zLinkAddress } from '../../kernel/rich-text'

/** Ids are written by people and never change: small letters, figures and hyphens. */
export const zContentId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, figures and hyphens')

/** A line of words that must be there. */
export const zLine = z.string().trim().min(1).max(300)
/** A text that must be there. */
export const zText = z.string().trim().min(1).max(4_000)

/** Where something is from, and on which day that was looked at. */
export const zSource = z.strictObject({ title: zLine, url: zLinkAddress.nullable(), asOf: zDay })
export type Source = z.infer<typeof zSource>
