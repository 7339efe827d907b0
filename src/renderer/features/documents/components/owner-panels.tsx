import { AttachedDocuments } from './attached-documents'

/** The documents of an event, as a tab of its page. */
export function EventDocuments({ eventId }: { readonly eventId: string }) {
  return <AttachedDocuments owner={{ target: 'event', targetId: eventId }} />
}

/** The documents of a person, on their page. */
export function PersonDocuments({ personId }: { readonly personId: string }) {
  return <AttachedDocuments owner={{ target: 'person', targetId: personId }} level={3} />
}

/** The documents of a priority, on its page. */
export function PriorityDocuments({ priorityId }: { readonly priorityId: string }) {
  return <AttachedDocuments owner={{ target: 'priority', targetId: priorityId }} />
}

/** The documents of an issued report, on its page. */
export function ReportDocuments({ reportId }: { readonly reportId: string }) {
  return <AttachedDocuments owner={{ target: 'report', targetId: reportId }} />
}
