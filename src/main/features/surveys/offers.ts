import type { OutputFor } from '../../../shared/contract'
import type { Day } from '../../../shared/kernel/dates'
import { asksForFramework } from '../../../shared/features/surveys/round-form'
import type { Framework } from '../../../shared/features/packs/form-content'
import type { Content } from '../../../shared/features/packs/content'
import type { From } from '../../../shared/features/packs/library'
import type { ReadDb } from '../../db/handle'
import { allGroups, allTeams, peopleOn } from './people'

/** A form or a framework on the shelf. */
export type ShelvedForm = Content<'form'> & { readonly from: From }
export type ShelvedFramework = Content<'framework'> & { readonly from: From }

/** What a round can be begun with. Groups and teams without anybody are left out. */
export function offersOf(
  db: ReadDb,
  forms: readonly ShelvedForm[],
  frameworks: readonly ShelvedFramework[],
  today: Day,
): OutputFor<'surveys.forms'> {
  const people = peopleOn(db, today)
  const counted = (rows: readonly { id: string; name: string }[], has: (id: string) => number) =>
    rows.map(({ id, name }) => ({ id, name, people: has(id) })).filter((one) => one.people > 0)
  return {
    today,
    forms: forms.map(({ id, fields, from }) => ({
      id,
      kind: fields.kind,
      title: fields.title,
      about: fields.about,
      names: fields.names,
      asksLeaders: fields.asksLeaders,
      asksForFramework: asksForFramework(fields),
      minutes: fields.minutes,
      questions: fields.sections.reduce((sum, { questions }) => sum + questions.length, 0),
      from,
    })),
    frameworks: frameworks
      .toSorted((a, b) => b.fields.weight - a.fields.weight)
      .map(({ id, fields, from }) => ({
        id,
        name: fields.name,
        about: fields.about,
        statements: fields.statements.length,
        isToBeChecked: from.isToBeChecked || fields.isShortened,
      })),
    groups: counted(allGroups(db), (id) => people.filter(({ groupId }) => groupId === id).length),
    teams: counted(allTeams(db), (id) => people.filter(({ teamIds }) => teamIds.includes(id)).length),
    people: people.map(({ id, name }) => ({ id, name })),
  }
}

/** Every framework by its id. */
export function frameworksById(frameworks: readonly ShelvedFramework[]): ReadonlyMap<string, Framework> {
  return new Map(frameworks.map(({ id, fields }) => [id, fields]))
}
