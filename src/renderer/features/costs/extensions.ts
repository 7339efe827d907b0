import { lazy } from 'react'
import type { EventPanel } from '../../lib/extensions'

/** What an event cost, on the event's page. */
export const eventCostsPanel: EventPanel = {
  key: 'costs',
  title: 'Costs',
  Panel: lazy(async () => ({ default: (await import('./components/event-costs')).EventCosts })),
}
