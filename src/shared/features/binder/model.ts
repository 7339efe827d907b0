import { z } from 'zod'
import { dividerKeys, partsToCome, type PartToCome } from '../packs/pages'

/**
 * How an entry stands. `empty`: a page with nothing on it yet, or a document not begun. `draft`: a document begun, not approved. `in-use`: it holds something. `due`: something on it
 * waits for a person. `to-read`: a text as its pack brought it. `own`: a text or list in the school's own words.
 * `to-come`: a part of the binder that is not there yet. `missing`: a text that none of the school's packs brings.
 */
export const zEntryState = z.enum(['empty', 'draft', 'in-use', 'due', 'to-read', 'own', 'to-come', 'missing'])
export type EntryState = z.infer<typeof zEntryState>

const zPart = z.enum(Object.keys(partsToCome) as [PartToCome, ...PartToCome[]])

export const zBinderEntry = z.object({
  id: z.string(),
  title: z.string(),
  note: z.string().nullable(),
  /** Null for what leads nowhere yet. */
  route: z.string().nullable(),
  state: zEntryState,
  /** Why it stands so, in a few words: "3 priorities this year". Empty where the state says it all. */
  reason: z.string(),
  isWordVersion: z.boolean(),
  /** The part that brings it, or brings more to it. */
  later: zPart.nullable(),
})
export type BinderEntry = z.infer<typeof zBinderEntry>

export const zBinderSection = z.object({
  id: z.string(),
  title: z.string(),
  divider: z.enum(dividerKeys).nullable(),
  entries: z.array(zBinderEntry),
})
export type BinderSection = z.infer<typeof zBinderSection>

const zOrderHead = z.object({ id: z.string(), title: z.string(), about: z.string() })

export const zBinderContents = z.object({
  /** Every order that the binder can show itself in. */
  orders: z.array(zOrderHead),
  order: zOrderHead,
  sections: z.array(zBinderSection),
})
export type BinderContents = z.infer<typeof zBinderContents>
