import { lazy } from 'react'
import type { EventPanel, PersonPanel } from '../../lib/extensions'

/** Who asked for an event, on its page. */
export const eventRequestsPanel: EventPanel = {
  key: 'requests',
  title: 'Requests',
  Panel: lazy(async () => ({ default: (await import('./components/event-requests')).EventRequests })),
}

/** What somebody asked for, on their page. */
export const personRequestsPanel: PersonPanel = {
  key: 'requests',
  Panel: lazy(async () => ({ default: (await import('./components/person-requests')).PersonRequests })),
}
