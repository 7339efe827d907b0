import { lazy } from 'react'
import type { EventPanel } from '../../lib/extensions'

/** What an event was meant to change and what it did, on the event's page. */
export const evaluationPanel: EventPanel = {
  key: 'evaluation',
  title: 'Evaluation',
  Panel: lazy(async () => ({ default: (await import('./components/event-evaluation')).EventEvaluation })),
}
