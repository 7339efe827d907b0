/** Two texts beside each other: which words are in both, and which only in the earlier or the later. */
import { z } from 'zod'

/** A run of words: in both texts, only in the later, or only in the earlier. */
export const zPiece = z.object({ what: z.enum(['same', 'added', 'removed']), text: z.string() })
export type Piece = z.infer<typeof zPiece>

/** A section of either text, by its heading. */
export const zComparedSection = z.object({
  title: z.string(),
  what: z.enum(['same', 'added', 'removed', 'changed']),
  pieces: z.array(zPiece),
})
export type ComparedSection = z.infer<typeof zComparedSection>
