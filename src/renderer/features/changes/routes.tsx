import { lazyPage, type FeatureRoutes } from '../../lib/routes'

/** The log: what was changed, when, by whom. */
export const changesRoutes: FeatureRoutes = {
  section: 'staff',
  pages: [
    { path: '/school/log', title: 'Change log', component: lazyPage(() => import('./pages/log-page'), 'LogPage') },
  ],
  commands: [{ key: 'changes.log', title: 'Change log', to: '/school/log' }],
}
