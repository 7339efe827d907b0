import type { Clock } from '../../../shared/kernel/clock'
import type { HandlersOf } from '../../../shared/kernel/channel'
import { Refusal } from '../../../shared/kernel/result'
import type { changesContract } from '../../../shared/features/changes/contract'
import { clearDraft } from '../../db/drafts'
import type { SchoolDesk } from '../../db/school-desk'
import { channelOf, listChangeRows, listChanges, readDraft, saveDraft } from './repository'

export function changesHandlers(desk: SchoolDesk, clock: Clock): HandlersOf<typeof changesContract> {
  return {
    'changes.list': ({ limit, before }) => ({ changes: listChanges(desk.read, limit, before) }),
    'changes.rows': ({ changeId }) => ({ rows: listChangeRows(desk.read, changeId) }),
    'changes.undo': ({ changeId }) => {
      const target = changeId ?? desk.newestStandingChange()
      if (target === undefined) throw new Refusal('undo.nothing')
      const channel = channelOf(desk.read, target) ?? ''
      return { changeId: desk.undo(target), undid: target, channel }
    },
    'drafts.get': ({ form, recordId }) => readDraft(desk.read, form, recordId),
    'drafts.save': ({ form, recordId, body }) => {
      desk.keep((db) => saveDraft(db, form, recordId, body, clock.nowUtc()))
      return {}
    },
    'drafts.clear': ({ form, recordId }) => {
      desk.keep((db) => clearDraft(db, form, recordId))
      return {}
    },
  }
}
