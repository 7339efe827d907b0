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

/** Where a working text stands, within a line. */
export const statusNames: Readonly<Record<DocumentStatus, string>> = {
  draft: 'draft',
  'for-approval': 'for approval',
  approved: 'approved',
}

export const standingTones = { draft: 'none', 'for-approval': 'info', 'in-force': 'good', due: 'warn' } as const

/** "Version 2 in force since 3 September 2025, to be looked at again by …", or that none is in force. */
export function inForceWords(document: Pick<DocumentLine, 'version' | 'approvedOn' | 'reviewOn'>): string {
  if (document.version === null || document.approvedOn === null) return 'None in force yet.'
  const review = document.reviewOn === null ? '' : `, to be looked at again by ${formatDay(document.reviewOn)}`
  return `Version ${document.version} in force since ${formatDay(document.approvedOn)}${review}.`
}

/** Facts of the approval itself: nobody records them, they come with it. */
export function comesWithApproval(name: string): boolean {
  return name.startsWith('document.')
}

/** What is left to do in a text, in few words; undefined when nothing is. */
export function unfinishedWords({ gaps, empty, unknown }: Unfinished): string | undefined {
  const missing = empty.filter((name) => !comesWithApproval(name)).length
  const parts = [
    gaps > 0 ? plural(gaps, 'gap', 'gaps') : undefined,
    missing > 0 ? `${plural(missing, 'fact', 'facts')} not recorded` : undefined,
    unknown.length > 0 ? `no such fact: ${unknown.join(', ')}` : undefined,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join('; ')
}

/** The sentence under a document's title, behind the word that says where it stands. */
export function aboutDocument(document: Document): string {
  const audience = document.audience === 'whole school' ? 'the whole school' : document.audience
  const about = document.person === null ? '' : ` About ${document.person.name}.`
  const frozen = document.status === 'for-approval' ? ' Its text is not changed meanwhile.' : ''
  return `${kindNames[document.kind]}${audience === '' ? '' : ` for ${audience}`}.${about}${frozen} ${inForceWords(document)}`
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
