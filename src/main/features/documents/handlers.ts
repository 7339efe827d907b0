import type { Clock } from '../../../shared/kernel/clock'
import type { HandlersOf } from '../../../shared/kernel/channel'
import { Refusal } from '../../../shared/kernel/result'
import type { documentsContract } from '../../../shared/features/documents/contract'
import { zDocumentFactName, type LinkTarget } from '../../../shared/features/documents/model'
import type { WriteDb } from '../../db/handle'
import { addComment, changeComment, removeComment } from './comments'
import { compareTexts } from '../../lib/compare-texts'
import {
  deleteLink,
  documentRow,
  documentsAttachedTo,
  factValues,
  frozenText,
  insertLink,
  keepFact,
  linksOf,
  updateDocument,
} from './repository'
import type { DocumentsPaper } from './paper'
import {
  addSection,
  createDocument,
  leaveOut,
  moveSection,
  removeSection,
  saveSection,
  step,
  takeIn,
} from './service'
import { decide, upstreamChanges } from './upstream'
import { readWordDocument, type WordNeeds } from './word'
import { openedVersion } from './versions'
import {
  documentOf,
  everyField,
  listDocuments,
  templateLines,
  titleOfTarget,
  type ShelvedTemplate,
  type ViewNeeds,
} from './view'

export interface DocumentsNeeds extends Pick<ViewNeeds, 'factsOf' | 'historyOf' | 'tablesOf'>, WordNeeds {
  readonly clock: Clock
  readonly paper: DocumentsPaper
  /** The templates of every layer. */
  readonly templates: () => Promise<readonly ShelvedTemplate[]>
  /** Reads the texts of the packs that a fact may quote; before it, no fact can be told. */
  readonly ready: () => Promise<void>
}

export function documentsHandlers(needs: DocumentsNeeds): HandlersOf<typeof documentsContract> {
  return {
    ...reading(needs),
    ...whole(needs),
    ...sections(needs),
    ...commenting(needs),
    ...attaching(needs),
    ...life(needs),
    ...onPaper(needs),
  }
}

type Handlers = HandlersOf<typeof documentsContract>

const viewOf = ({ desk, clock, factsOf, historyOf, tablesOf }: DocumentsNeeds): ViewNeeds => ({
  db: desk.read,
  today: clock.today(),
  factsOf,
  historyOf,
  tablesOf,
})

/** The template that a document was begun from, as it is today; undefined when it is not on the shelf (any more). */
async function templateOf({ desk, templates }: DocumentsNeeds, id: string): Promise<ShelvedTemplate | undefined> {
  const { template_id: templateId } = documentRow(desk.read, id)
  return desk.sameSchoolAfter(async () => (await templates()).find((one) => one.id === templateId))
}

function reading(needs: DocumentsNeeds) {
  const { desk, templates, paper } = needs
  const ready = () => desk.sameSchoolAfter(needs.ready)
  return {
    'documents.list': async ({ includeArchived }) => {
      await ready()
      return { documents: listDocuments(viewOf(needs), includeArchived) }
    },
    'documents.templates': async () => ({ templates: templateLines(desk.read, await templates()) }),
    'documents.get': async ({ id }) => {
      const from = await templateOf(needs, id)
      return documentOf(documentRow(desk.read, id), viewOf(needs), from)
    },
    'documents.fields': async ({ id }) => {
      await ready()
      return { values: everyField(documentRow(desk.read, id), viewOf(needs)) }
    },
    'documents.compare': async ({ id, from, to }) => {
      await ready()
      const after = to === null ? paper.textNow(id) : frozenText(desk.read, id, to)
      return { sections: compareTexts(frozenText(desk.read, id, from), after) }
    },
    'documents.upstream': async ({ id }) => {
      const from = await templateOf(needs, id)
      return { changes: from ? upstreamChanges(desk.read, id, from.markdown) : [] }
    },
    'documents.version': ({ id, number }) => openedVersion(desk.read, id, number),
    'documents.attachedTo': ({ target, targetId }) => ({
      documents: documentsAttachedTo(desk.read, target, targetId),
    }),
    'documents.facts': () => {
      const known = factValues(desk.read)
      return { facts: zDocumentFactName.options.map((name) => ({ name, value: known.get(name) ?? null })) }
    },
  } satisfies Partial<Handlers>
}

function whole(needs: DocumentsNeeds) {
  const { desk, clock, templates } = needs
  return {
    'documents.readWord': () => readWordDocument(needs),
    'documents.takeIn': (input) => ({
      id: desk.write('documents.takeIn', (db) => takeIn(db, input, clock.today())),
    }),
    'documents.create': async ({ templateId, title, personId, attachTo }) => {
      const all = await desk.sameSchoolAfter(templates)
      const template = all.find((one) => one.id === templateId)
      if (templateId !== null && !template) throw new Refusal('record.missing')
      const beginning = { template, packId: template?.from.packId ?? null, title, personId }
      const id = desk.write('documents.create', (db) => {
        const made = createDocument(db, beginning, clock.today())
        if (attachTo !== null) attach(db, { id: made, ...attachTo })
        return made
      })
      return { id }
    },
    'documents.rename': ({ id, title, reviewMonths }) => {
      desk.write('documents.rename', (db) => {
        documentRow(db, id)
        updateDocument(db, id, { title, review_months: reviewMonths })
      })
      return {}
    },
    'documents.archive': ({ id, isArchived }) => {
      desk.write('documents.archive', (db) => {
        documentRow(db, id)
        updateDocument(db, id, { is_archived: isArchived ? 1 : 0 })
      })
      return {}
    },
  } satisfies Partial<Handlers>
}

function sections(needs: DocumentsNeeds) {
  const { desk } = needs
  return {
    'documents.decideUpstream': async ({ id, key, isTaken }) => {
      const from = await templateOf(needs, id)
      if (!from) throw new Refusal('record.missing')
      desk.write('documents.decideUpstream', (db) => decide(db, { documentId: id, key, isTaken }, from.markdown))
      return { isTaken }
    },
    'documents.saveSection': (input) => {
      desk.write('documents.saveSection', (db) => saveSection(db, input))
      return {}
    },
    'documents.addSection': (input) => ({ id: desk.write('documents.addSection', (db) => addSection(db, input)) }),
    'documents.moveSection': ({ id, to }) => {
      desk.write('documents.moveSection', (db) => moveSection(db, id, to))
      return {}
    },
    'documents.removeSection': ({ id }) => {
      desk.write('documents.removeSection', (db) => removeSection(db, id))
      return {}
    },
    'documents.leaveOut': ({ id, reason }) => {
      desk.write('documents.leaveOut', (db) => leaveOut(db, id, reason))
      return {}
    },
  } satisfies Partial<Handlers>
}

function life({ desk, clock }: DocumentsNeeds) {
  const today = () => clock.today()
  return {
    'documents.submit': ({ id }) => {
      desk.write('documents.submit', (db) => step(db, id, 'submitted', { today: today(), note: null }))
      return {}
    },
    'documents.return': ({ id, note }) => {
      desk.write('documents.return', (db) => step(db, id, 'returned', { today: today(), note }))
      return {}
    },
    'documents.reopen': ({ id }) => {
      desk.write('documents.reopen', (db) => step(db, id, 'reopened', { today: today(), note: null }))
      return {}
    },
  } satisfies Partial<Handlers>
}

/** Attaches a document to something, once. Throws Refusal `record.missing` when either is not there. */
function attach(
  db: WriteDb,
  { id, target, targetId }: { id: string; target: LinkTarget; targetId: string },
): string {
  documentRow(db, id)
  if (titleOfTarget(db, target, targetId) === undefined) throw new Refusal('record.missing')
  const there = linksOf(db, id).find((link) => link.target === target && link.target_id === targetId)
  return there?.id ?? insertLink(db, id, target, targetId)
}

function commenting({ desk, clock }: DocumentsNeeds) {
  return {
    'documents.comment': (input) => ({
      id: desk.write('documents.comment', (db) => addComment(db, input, clock.today())),
    }),
    'documents.changeComment': (input) => {
      desk.write('documents.changeComment', (db) => changeComment(db, input))
      return {}
    },
    'documents.removeComment': ({ id }) => {
      desk.write('documents.removeComment', (db) => removeComment(db, id))
      return {}
    },
  } satisfies Partial<Handlers>
}

function attaching({ desk }: DocumentsNeeds) {
  return {
    'documents.attach': (link) => ({ id: desk.write('documents.attach', (db) => attach(db, link)) }),
    'documents.detach': ({ id }) => {
      desk.write('documents.detach', (db) => {
        if (!deleteLink(db, id)) throw new Refusal('record.missing')
      })
      return {}
    },
    'documents.saveFact': ({ name, value }) => {
      desk.write('documents.saveFact', (db) => keepFact(db, name, value))
      return {}
    },
  } satisfies Partial<Handlers>
}

function onPaper({ desk, paper, ready }: DocumentsNeeds) {
  return {
    'documents.approve': async (input) => {
      await desk.sameSchoolAfter(ready)
      return paper.approve(input)
    },
    'documents.export': async (input) => {
      await desk.sameSchoolAfter(ready)
      return paper.save(input)
    },
    'documents.print': async (input) => {
      await desk.sameSchoolAfter(ready)
      await paper.print(input)
      return {}
    },
  } satisfies Partial<Handlers>
}
