import { lazy } from 'react'
import type { PersonPanel } from '../../lib/extensions'

/** How far somebody's induction is, on the person's page; nothing where there is none and none is to be expected. */
export const personInductionPanel: PersonPanel = {
  key: 'induction',
  Panel: lazy(async () => ({ default: (await import('./components/person-induction')).PersonInduction })),
}
