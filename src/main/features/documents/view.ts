import type { Content } from '../../../shared/features/packs/content'
import type { From } from '../../../shared/features/packs/library'
import type {
  Document,
  DocumentLine,
  DocumentSection,
  FieldValue,
  LinkTarget,
  TemplateLine,
} from '../../../shared/features/documents/model'
import { tableFields, wordFields } from '../../../shared/features/packs/merge-fields'
import type { ReportFacts } from '../../../shared/features/reports/facts'
import { sql, type ReadDb } from '../../db/handle'
import { eventTitle } from '../../db/event-titles'
import { joinedName } from '../../db/person-names'
import type { DocumentRow } from '../../db/schema'
import { commentsOf } from './comments'
import { fieldsOfSections, fieldValues, type FieldNeeds } from './fields'
import { linksOf, sectionsOfDocument, stepsOf, versionsOf, type KeptSection } from './repository'
import { templateSections, type TemplateSection } from './templates'
import { unfinishedIn } from './text'
import { differences } from './upstream'

/** A template with where it came from. */
export type ShelvedTemplate = Content<'template'> & { readonly from: From }

export type ViewNeeds = Pick<FieldNeeds, 'db' | 'today' | 'factsOf' | 'historyOf' | 'tablesOf'>

/** The documents by title. The facts that they quote are read once for all of them. */
export function listDocuments(needs: ViewNeeds, includeArchived: boolean): DocumentLine[] {
  const query = sql.selectFrom('document').selectAll().orderBy('title').orderBy('id')
  const rows = needs.db.all(includeArchived ? query : query.where('is_archived', '=', 0))
  const shared = { ...needs, factsOf: remembering(needs.factsOf) }
  return rows.map((row) => lineOf(row, shared, partsOf(row, shared)))
}

/** Every fact that a document could quote, those that it does not quote as well. */
export function everyField(row: DocumentRow, needs: ViewNeeds): FieldValue[] {
  const names = [...Object.keys(wordFields), ...Object.keys(tableFields)]
  const [version] = versionsOf(needs.db, row.id)
  return [...fieldValues(names, { ...needs, personId: row.person_id, version }).values()]
}

/** The facts of a year are much to read and the same for every document of one list. */
function remembering(factsOf: ViewNeeds['factsOf']): ViewNeeds['factsOf'] {
  const known = new Map<string, ReportFacts>()
  return (db, year) => {
    const key = `${year.kind} ${year.startYear}`
    const facts = known.get(key) ?? factsOf(db, year)
    known.set(key, facts)
    return facts
  }
}

interface Parts {
  readonly sections: readonly KeptSection[]
  readonly values: ReadonlyMap<string, FieldValue>
  readonly versions: ReturnType<typeof versionsOf>
}

/** What is read of a document to tell where it stands. */
function partsOf(row: DocumentRow, needs: ViewNeeds): Parts {
  const sections = sectionsOfDocument(needs.db, row.id)
  const versions = versionsOf(needs.db, row.id)
  const names = fieldsOfSections(sections)
  return {
    sections,
    versions,
    values: fieldValues(names, { ...needs, personId: row.person_id, version: versions[0] }),
  }
}

function lineOf(row: DocumentRow, { db, today }: ViewNeeds, { sections, values, versions }: Parts): DocumentLine {
  const [inForce] = versions
  const reviewOn = inForce?.reviewOn ?? null
  return {
    id: row.id,
    title: row.title,
    kind: row.kind as DocumentLine['kind'],
    audience: row.audience,
    status: row.status,
    version: inForce?.number ?? null,
    approvedOn: inForce?.approvedOn ?? null,
    reviewOn,
    isDue: reviewOn !== null && reviewOn <= today,
    isArchived: row.is_archived === 1,
    unfinished: unfinishedIn(sections, values),
    person: personOf(db, row.person_id),
  }
}

function personOf(db: ReadDb, id: string | null): DocumentLine['person'] {
  if (id === null) return null
  const row = db.first(sql.selectFrom('person').select(['forename', 'surname', 'known_as']).where('id', '=', id))
  const name = row && joinedName(row)
  return name === undefined || name === null ? null : { id, name }
}

/** A whole document for its page. `template` is what it was begun from, as it is today. */
export function documentOf(row: DocumentRow, needs: ViewNeeds, template: ShelvedTemplate | undefined): Document {
  const parts = partsOf(row, needs)
  const fresh = template ? templateSections(template.markdown) : []
  return {
    ...lineOf(row, needs, parts),
    reviewMonths: row.review_months,
    needsApproval: row.needs_approval === 1,
    template: template
      ? {
          id: template.id,
          title: template.fields.title,
          from: template.from,
          changeCount: differences(needs.db, row.id, template.markdown).length,
        }
      : null,
    sections: parts.sections.map((section) => sectionOf(section, fresh)),
    comments: commentsOf(needs.db, row.id),
    values: [...parts.values.values()],
    versions: parts.versions.map(({ id: _id, ...version }) => version),
    steps: stepsOf(needs.db, row.id).map(({ happened_on: on, what, note }) => ({ on, what, note })),
    links: links(needs.db, row.id),
  }
}

function sectionOf(section: KeptSection, template: readonly TemplateSection[]): DocumentSection {
  const { id, key, title, body, isLeftOut, leftOutReason } = section
  const guidance = template.find((one) => one.key !== null && one.key === key)?.guidance ?? null
  return { id, key, title, body, guidance, isLeftOut, leftOutReason }
}

const routes: Readonly<Record<LinkTarget, (id: string) => string>> = {
  priority: (id) => `/priorities/${id}`,
  event: (id) => `/activities/${id}`,
  person: (id) => `/staff/${id}`,
  report: (id) => `/reports/issued/${id}`,
}

function links(db: ReadDb, documentId: string): Document['links'] {
  return linksOf(db, documentId).map(({ id, target, target_id: targetId }) => {
    const title = titleOfTarget(db, target, targetId) ?? 'No longer there'
    return { id, target, targetId, title, to: routes[target](targetId) }
  })
}

/** What something is called that a document is attached to; undefined when it is not there. */
export function titleOfTarget(db: ReadDb, target: LinkTarget, id: string): string | undefined {
  switch (target) {
    case 'person':
      return personOf(db, id)?.name
    case 'priority':
      return db.first(sql.selectFrom('priority').select('title').where('id', '=', id))?.title
    case 'report':
      return db.first(sql.selectFrom('issued_report').select('title').where('id', '=', id))?.title
    case 'event':
      return db.first(
        sql
          .selectFrom('event as e')
          .innerJoin('activity as a', 'a.id', 'e.activity_id')
          .select(eventTitle().as('title'))
          .where('e.id', '=', id),
      )?.title
  }
}

/** Templates with how many documents were made from each. */
export function templateLines(db: ReadDb, templates: readonly ShelvedTemplate[]): TemplateLine[] {
  const used = new Map(
    db
      .all(
        sql
          .selectFrom('document')
          .select((eb) => ['template_id', eb.fn.countAll<number>().as('n')])
          .where('template_id', 'is not', null)
          .groupBy('template_id'),
      )
      .map(({ template_id: id, n }) => [id, n]),
  )
  return templates.map(({ id, fields, from, markdown }) => ({
    ...fields,
    from,
    used: used.get(id) ?? 0,
    isAboutPerson: personField.test(markdown),
  }))
}

const personField = /\{\{(person\.|table\.person)/
