import { daysBetween } from '../../../shared/kernel/dates'
import type { Content } from '../../../shared/features/packs/content'
import type { From } from '../../../shared/features/packs/library'
import type { StepList } from '../../../shared/features/induction/model'
import { sql, type ReadDb } from '../../db/handle'
import { personName } from '../../db/person-names'
import { stepsOf } from './repository'

/** A checklist with where it came from. */
export type ShelvedChecklist = Content<'checklist'> & { readonly from: From }

/** How many inductions of others are offered as lists. */
const MOST_OF_OTHERS = 5

const LONGEST_TITLE = 300

/** Checklists whose points say when they are due come first: they were written as steps. */
export function stepLists(db: ReadDb, checklists: readonly ShelvedChecklist[]): StepList[] {
  const lists = checklists.map(({ id, fields, from }) => ({
    key: `checklist ${id}`,
    title: fields.title,
    from: from.layer === 'own' ? 'Your own wording' : (from.packTitle ?? from.layer),
    steps: fields.items.map(({ text, weeks }) => ({
      title: text.slice(0, LONGEST_TITLE),
      weeks: weeks ?? null,
    })),
  }))
  const isDated = ({ steps }: StepList) => steps.some(({ weeks }) => weeks !== null)
  return [...lists.filter(isDated), ...ofOthers(db), ...lists.filter((list) => !isDated(list))]
}

/** What the newest starters had: how a school keeps a list of its own. Steps that were left out for one are left out. */
function ofOthers(db: ReadDb): StepList[] {
  const rows = db.all(
    sql
      .selectFrom('induction as i')
      .innerJoin('person as p', 'p.id', 'i.person_id')
      .select(['i.id', 'i.started_on', 'p.forename', 'p.surname', 'p.known_as'])
      .orderBy('i.started_on', 'desc')
      .orderBy('i.id', 'desc')
      .limit(MOST_OF_OTHERS),
  )
  return rows.map((row) => ({
    key: `induction ${row.id}`,
    title: `As for ${personName(row)}`,
    from: 'An induction of yours',
    steps: stepsOf(db, row.id)
      .filter((step) => step.left_out_reason === null)
      .map((step) => ({
        title: step.title,
        weeks: step.due_on === null ? null : Math.round(daysBetween(row.started_on, step.due_on) / 7),
      })),
  }))
}
