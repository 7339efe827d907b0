import { useRead } from '../../lib/contract-client'
import { lazyPage, type FeatureRoutes } from '../../lib/routes'

const load = () => import('./pages/today-page')
// The binder opens here: the page, fetched beside the program (electron.vite.config.ts), is run while main is still asked
// which school is open.
void load()

/** The first page of the binder: what is due, what is missing, what is coming. */
export const todayRoutes: FeatureRoutes = {
  section: 'today',
  pages: [{ path: '/', title: 'Today', component: lazyPage(load, 'TodayPage') }],
  useCount: () => useRead('today.view', {}).data?.tasks.length,
}
