/** Answers without names: taken in as they come, put together when the round is closed, never told one from another. */
import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import type { Answers } from '../../../shared/features/surveys/answers'
import { newSheetDraft, sheetDraft } from '../../../shared/features/surveys/drafts'
import { clearDraft } from '../../db/drafts'
import { sql, type WriteDb } from '../../db/handle'
import { newId, randomId } from '../../db/ids'
import { isClosed, roundRow, slipRows } from './repository'

/** What is kept of a sheet without a name. */
export interface NewSlip {
  readonly groupId: string | null
  readonly answers: Answers
  /** Of the file it came in; null for paper. */
  readonly sha256: string | null
}

/** Keeps the answers of a sheet; returns how many there are by now. Throws Refusal `survey.closed`. */
export function keepSlip(db: WriteDb, roundId: string, { groupId, answers, sha256 }: NewSlip): number {
  if (isClosed(db, roundId)) throw new Refusal('survey.closed')
  insertSlip(db, {
    round_id: roundId,
    staff_group_id: groupId,
    file_sha256: sha256,
    answers_json: JSON.stringify(answers),
  })
  return slipRows(db, roundId).length
}

function insertSlip(db: WriteDb, row: Omit<ReturnType<typeof slipRows>[number], 'id'>): void {
  db.runOne(sql.insertInto('survey_slip').values({ id: randomId(), ...row }))
}

/**
 * Closes a round without names, once and for all: nothing is added to it any more and it can be summed up. The answers
 * are shuffled and written anew by chance alone, without the files they came in, so that nothing says when one of them
 * came; a sheet half keyed in is forgotten. Throws Refusals `survey.with-names`, `survey.closed` and `record.missing`.
 */
export function closeRound(db: WriteDb, roundId: string, today: Day): void {
  const round = roundRow(db, roundId)
  if (round.is_anonymous === 0) throw new Refusal('survey.with-names')
  if (isClosed(db, roundId)) throw new Refusal('survey.closed')
  const shuffled = slipRows(db, roundId)
    .map((slip) => ({ slip, place: randomId() }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
  db.run(sql.deleteFrom('survey_slip').where('round_id', '=', roundId))
  for (const { slip } of shuffled)
    insertSlip(db, {
      round_id: roundId,
      staff_group_id: slip.staff_group_id,
      file_sha256: null,
      answers_json: slip.answers_json,
    })
  forgetHalfKeyed(db, roundId)
  db.runOne(sql.insertInto('survey_closing').values({ id: newId(), round_id: roundId, closed_on: today }))
}

/** A sheet that was being keyed in when its round was closed or taken back would stay in the file by itself. */
export function forgetHalfKeyed(db: WriteDb, roundId: string): void {
  clearDraft(db, sheetDraft, newSheetDraft(roundId))
}
