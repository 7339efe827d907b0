import { z } from 'zod'
import { host, read, write, zNothing } from '../../kernel/channel'
import { zComparedSection } from '../../kernel/compared-text'
import { zRichText } from '../../kernel/rich-text'
import { zWordText } from '../../kernel/word-text'
import { zNeededText, zOptionalText } from '../../kernel/texts'
import {
  zApproval,
  zDocument,
  zDocumentFactName,
  zDocumentKind,
  zDocumentLine,
  zDocumentStatus,
  zExportFormat,
  zFieldValue,
  zLinkTarget,
  zNewComment,
  zNewDocument,
  zTakenIn,
  zOpenedVersion,
  zTemplateLine,
  zUpstreamChange,
} from './model'

const zById = z.object({ id: z.string() })
const zKept = z.object({ id: z.string() })

export const documentsContract = {
  'documents.list': read(
    'The school’s documents, with where each stands and when it is due',
    z.object({ includeArchived: z.boolean().default(false) }),
    z.object({ documents: z.array(zDocumentLine) }),
  ),
  'documents.templates': read(
    'The templates that a document can begin from',
    zNothing,
    z.object({ templates: z.array(zTemplateLine) }),
  ),
  'documents.get': read('One document with its sections, fields, versions and steps', zById, zDocument),
  'documents.fields': read(
    'Every fact that a document could quote, with what it reads now',
    zById,
    z.object({ values: z.array(zFieldValue) }),
  ),
  'documents.readWord': host(
    'Asks for a Word document and reads it: its sections, and what could not be kept; nothing is taken in yet',
    zNothing,
    zWordText.extend({ fileName: z.string() }),
  ),
  'documents.takeIn': write('Begins a document from sections that were read from a file', zTakenIn, zKept),
  'documents.create': write('Begins a document from a template, or with nothing', zNewDocument, zKept),
  'documents.rename': write(
    'Names a document and says how often it is looked at again',
    z.object({ id: z.string(), title: zNeededText(200), reviewMonths: z.int().min(1).max(120).nullable() }),
    zNothing,
  ),
  'documents.archive': write(
    'Puts a document away, or takes it out again',
    z.object({ id: z.string(), isArchived: z.boolean() }),
    zNothing,
  ),
  'documents.saveSection': write(
    'Keeps the heading and the text of one section',
    z.object({ id: z.string(), title: zNeededText(200), body: zRichText }),
    zNothing,
  ),
  'documents.addSection': write(
    'Adds a section of the school’s own after another, or at the beginning',
    z.object({ documentId: z.string(), afterId: z.string().nullable(), title: zNeededText(200) }),
    zKept,
  ),
  'documents.moveSection': write(
    'Moves a section to a place among the others, from 0',
    z.object({ id: z.string(), to: z.int().min(0) }),
    zNothing,
  ),
  'documents.removeSection': write('Removes a section of the school’s own', zById, zNothing),
  'documents.leaveOut': write(
    'Marks a section as not for this school, with the reason, or takes it in again (no reason)',
    z.object({ id: z.string(), reason: zOptionalText(600) }),
    zNothing,
  ),
  'documents.comment': write(
    'Notes something for oneself beside a section or a passage of it; it is never printed',
    zNewComment,
    zKept,
  ),
  'documents.changeComment': write(
    'Words such a note anew, or says that it is done or open again',
    z.object({ id: z.string(), words: zNeededText(2_000), isDone: z.boolean() }),
    zNothing,
  ),
  'documents.removeComment': write('Takes such a note away', zById, zNothing),
  'documents.submit': write('Hands a draft in for approval; it is not changed meanwhile', zById, zNothing),
  'documents.return': write(
    'Returns a document from approval to its draft, with what is to be done',
    z.object({ id: z.string(), note: zOptionalText(600) }),
    zNothing,
  ),
  'documents.approve': host(
    'Approves a document: its text is frozen as a version, with its files',
    zApproval,
    z.object({ number: z.int() }),
  ),
  'documents.reopen': write('Opens the working text of an approved document again', zById, zNothing),
  'documents.version': read(
    'One approved version as it was approved, checked against its checksums',
    z.object({ id: z.string(), number: z.int() }),
    zOpenedVersion,
  ),
  'documents.compare': read(
    'What is other in a later text: between two versions, or a version and the working text (no number)',
    z.object({ id: z.string(), from: z.int(), to: z.int().nullable() }),
    z.object({ sections: z.array(zComparedSection) }),
  ),
  'documents.upstream': read(
    'The sections that the template of a document has changed, and on which nobody has decided yet',
    zById,
    z.object({ changes: z.array(zUpstreamChange) }),
  ),
  'documents.decideUpstream': write(
    'Takes a section as the template has it now, or keeps it as the school has it',
    z.object({ id: z.string(), key: z.string(), isTaken: z.boolean() }),
    z.object({ isTaken: z.boolean() }),
  ),
  'documents.export': host(
    'Saves a document, or one of its versions, as PDF, Word or plain text; one that is approved as it stands gives its version in force',
    z.object({ id: z.string(), version: z.int().nullable(), format: zExportFormat }),
    z.object({ fileName: z.string() }),
  ),
  'documents.print': host(
    'Prints a document; a version, or a document that is approved as it stands, from the pages that were kept when it was approved',
    z.object({ id: z.string(), version: z.int().nullable() }),
    zNothing,
  ),
  'documents.attach': write(
    'Attaches a document to a priority, an event, a person or an issued report',
    z.object({ id: z.string(), target: zLinkTarget, targetId: z.string() }),
    zKept,
  ),
  'documents.detach': write('Lets a document go of something it was attached to', zById, zNothing),
  'documents.attachedTo': read(
    'The documents attached to something',
    z.object({ target: zLinkTarget, targetId: z.string() }),
    z.object({
      documents: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          kind: zDocumentKind,
          status: zDocumentStatus,
          /** Null for a document that is about the person: there is nothing to take off. */
          linkId: z.string().nullable(),
        }),
      ),
    }),
  ),
  'documents.facts': read(
    'Facts that documents quote and that have no other home',
    zNothing,
    z.object({ facts: z.array(z.object({ name: zDocumentFactName, value: z.string().nullable() })) }),
  ),
  'documents.saveFact': write(
    'Keeps such a fact',
    z.object({ name: zDocumentFactName, value: zOptionalText(200) }),
    zNothing,
  ),
}
