import { lazy } from 'react'
import type { EventPanel, PersonPanel, PriorityPanel, ReportPanel } from '../../lib/extensions'

const panels = () => import('./components/owner-panels')

/** The documents that belong to an event, on the event's page. */
export const eventDocumentsPanel: EventPanel = {
  key: 'documents',
  title: 'Documents',
  Panel: lazy(async () => ({ default: (await panels()).EventDocuments })),
}

/** The documents that belong to a person, on the person's page. */
export const personDocumentsPanel: PersonPanel = {
  key: 'documents',
  Panel: lazy(async () => ({ default: (await panels()).PersonDocuments })),
}

/** The documents that belong to a priority, on the priority's page. */
export const priorityDocumentsPanel: PriorityPanel = {
  key: 'documents',
  Panel: lazy(async () => ({ default: (await panels()).PriorityDocuments })),
}

/** The documents that belong to an issued report, on the report's page. */
export const reportDocumentsPanel: ReportPanel = {
  key: 'documents',
  Panel: lazy(async () => ({ default: (await panels()).ReportDocuments })),
}
