import { lazy } from 'react'
import type { PersonPanel } from '../../lib/extensions'

/** Whom somebody coaches or mentors, and who them, on the person's page. */
export const personPairsPanel: PersonPanel = {
  key: 'pairs',
  Panel: lazy(async () => ({ default: (await import('./components/person-pairs')).PersonPairs })),
}
