import { z } from 'zod'
import { read, write, zNothing } from '../../kernel/channel'

const zChange = z.object({
  id: z.string(),
  atUtc: z.string(),
  channel: z.string(),
  actingName: z.string().nullable(),
  reason: z.string().nullable(),
  rowCount: z.int(),
  isUndone: z.boolean(),
  isUndo: z.boolean(),
  /** False for what is kept for good, and where the log does not say what it did. */
  canUndo: z.boolean(),
})
export type Change = z.infer<typeof zChange>

const zDraftKey = z.object({ form: z.string().min(1).max(80), recordId: z.string().max(120) })

export const changesContract = {
  'changes.list': read(
    'The newest changes, newest first',
    z.object({ limit: z.int().min(1).max(500).default(100), before: z.string().optional() }),
    z.object({ changes: z.array(zChange) }),
  ),
  'changes.rows': read(
    'What one change did to each record',
    z.object({ changeId: z.string() }),
    z.object({
      rows: z.array(
        z.object({
          table: z.string(),
          rowId: z.string(),
          operation: z.enum(['insert', 'update', 'delete']),
          fields: z.array(
            z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
          ),
        }),
      ),
    }),
  ),
  'changes.undo': write(
    'Undo a change by its id, or the newest one of this sitting',
    z.object({ changeId: z.string().optional() }),
    z.object({ changeId: z.string(), undid: z.string(), channel: z.string() }),
  ),
  'drafts.get': read(
    'What was typed and not yet saved in a form',
    zDraftKey,
    z.object({ body: z.unknown(), savedAtUtc: z.string().nullable() }),
  ),
  'drafts.save': write('Keep what is typed in a form', zDraftKey.extend({ body: z.unknown() }), zNothing),
  'drafts.clear': write('Forget a draft', zDraftKey, zNothing),
}
