/** A Word document as it was read: its sections, and what a document of the binder cannot hold. */
import { z } from 'zod'
import { zRichText } from './rich-text'

/** What is left behind or flattened when a Word document is read. */
export const zLostKind = z.enum([
  'pictures',
  'drawings',
  'text-boxes',
  'footnotes',
  'comments',
  'tracked-changes',
  'joined-cells',
  'tables-in-tables',
  'contents-list',
  'headers-footers',
  'equations',
  'links',
  'looks',
])
export type LostKind = z.infer<typeof zLostKind>

export const zLost = z.object({ what: zLostKind, count: z.int() })
export type Lost = z.infer<typeof zLost>

export const zWordText = z.object({
  /** The document's own title, where it has one. */
  title: z.string().nullable(),
  /** Cut at the highest headings; what stands before the first has no title. */
  sections: z.array(z.object({ title: z.string(), body: zRichText })),
  lost: z.array(zLost),
})
export type WordText = z.infer<typeof zWordText>
