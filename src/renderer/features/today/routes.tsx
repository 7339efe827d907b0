import { useRead } from '../../lib/contract-client'
import { lazyPage, type FeatureRoutes } from '../../lib/routes'

/** The first page of the binder: what is due, what is missing, what is coming. */
export const todayRoutes: FeatureRoutes = {
  section: 'today',
  pages: [{ path: '/', title: 'Today', component: lazyPage(() => import('./pages/today-page'), 'TodayPage') }],
  useCount: () => useRead('today.view', {}).data?.tasks.length,
}
