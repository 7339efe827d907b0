import { lazy } from 'react'
import type { PersonPanel } from '../../lib/extensions'

/** What one person went to, on the person's page. */
export const personHistoryPanel: PersonPanel = {
  key: 'activities',
  title: 'CPD record',
  Panel: lazy(async () => ({ default: (await import('./components/person-history')).PersonHistory })),
}
