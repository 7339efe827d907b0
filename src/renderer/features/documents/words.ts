import { formatDay } from '../../../shared/kernel/dates'
import type {
  Document,
  DocumentKind,
  DocumentLine,
  DocumentStatus,
  LinkTarget,
  Unfinished,
} from '../../../shared/features/documents/model'
import { plural } from '../../lib/format'
import { fieldTitle } from './lib/field-words'

/** What kinds of document are called. */
export const kindNames: Readonly<Record<DocumentKind, string>> = {
  policy: 'Policy',
  statement: 'Statement',
  role: 'Role description',
  guide: 'Guide',
  plan: 'Plan',
  agreement: 'Agreement',
  protocol: 'Protocol',
  letter: 'Letter',
  agenda: 'Agenda',
  record: 'Record',
  note: 'Note',
}

export type Standing = 'draft' | 'for-approval' | 'in-force' | 'due'

/** Where a document stands for whoever reads the list: due comes before in force. */
export function standingOf(document: Pick<DocumentLine, 'status' | 'isDue'>): Standing {
  if (document.status === 'approved') return document.isDue ? 'due' : 'in-force'
  return document.status
}

export const standingNames: Readonly<Record<Standing, string>> = {
  draft: 'Draft',
  'for-approval': 'For approval',
  'in-force': 'In force',
  due: 'Due for review',
}

export const standingTones = { draft: 'none', 'for-approval': 'info', 'in-force': 'good', due: 'warn' } as const

/** "Version 2 in force since 3 September 2025, to be looked at again by …", or that none is in force. */
export function inForceWords(document: Pick<DocumentLine, 'version' | 'approvedOn' | 'reviewOn'>): string {
  if (document.version === null || document.approvedOn === null) return 'None in force yet.'
  const review = document.reviewOn === null ? '' : `, to be looked at again by ${formatDay(document.reviewOn)}`
  return `Version ${document.version} in force since ${formatDay(document.approvedOn)}${review}.`
}

/** What is left to do in a text, in few words; undefined when nothing is. */
export function unfinishedWords({ gaps, empty, unknown }: Unfinished): string | undefined {
  const parts = [
    gaps > 0 ? plural(gaps, 'gap', 'gaps') : undefined,
    empty.length > 0 ? `${plural(empty.length, 'fact', 'facts')} not recorded` : undefined,
    unknown.length > 0 ? `no such fact: ${unknown.join(', ')}` : undefined,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join('; ')
}

/** Titles of fields, for a sentence. */
export function fieldTitles(names: readonly string[]): string {
  return names.map(fieldTitle).join(', ')
}

const statusWords: Readonly<Record<DocumentStatus, string>> = {
  draft: 'The text is a draft.',
  'for-approval': 'The text is handed in for approval and is not changed meanwhile.',
  approved: 'The text is approved and frozen.',
}

/** The sentence under a document's title. */
export function aboutDocument(document: Document): string {
  const person = document.person === null ? '' : ` About ${document.person.name}.`
  return `${kindNames[document.kind]}${document.audience === '' ? '' : ` for ${document.audience}`}.${person} ${statusWords[document.status]} ${inForceWords(document)}`
}

export const targetNames: Readonly<Record<LinkTarget, string>> = {
  priority: 'Priority',
  event: 'Event',
  person: 'Person',
  report: 'Issued report',
}

export const stepNames = {
  begun: 'Begun',
  submitted: 'Handed in for approval',
  returned: 'Returned',
  approved: 'Approved',
  reopened: 'Opened again',
} as const

export const formatNames = { pdf: 'PDF', docx: 'Word document', txt: 'Plain text' } as const
