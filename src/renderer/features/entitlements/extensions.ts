import { lazy } from 'react'
import type { PersonPanel } from '../../lib/extensions'

/** What a person is entitled to and how they stand, on the person's page. */
export const personEntitlementPanel: PersonPanel = {
  key: 'entitlement',
  Panel: lazy(async () => ({ default: (await import('./components/person-entitlement')).PersonEntitlement })),
}
