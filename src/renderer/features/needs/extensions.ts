import { lazy } from 'react'
import type { EventPanel, PersonPanel, PriorityPanel } from '../../lib/extensions'

/** The needs that an event serves, on its page. */
export const eventNeedsPanel: EventPanel = {
  key: 'needs',
  title: 'Needs',
  Panel: lazy(async () => ({ default: (await import('./components/event-needs')).EventNeeds })),
}

/** What somebody needs and what they know, on their page. */
export const personNeedsPanel: PersonPanel = {
  key: 'needs',
  Panel: lazy(async () => ({ default: (await import('./components/person-needs')).PersonNeeds })),
}

/** The needs that serve a priority, on its page. */
export const priorityNeedsPanel: PriorityPanel = {
  key: 'needs',
  Panel: lazy(async () => ({ default: (await import('./components/priority-needs')).PriorityNeeds })),
}
