import { lazyPage, type FeatureRoutes } from '../../lib/routes'

export const inductionRoutes: FeatureRoutes = {
  section: 'staff',
  pages: [
    {
      path: '/induction/begin',
      title: 'Begin an induction',
      component: lazyPage(() => import('./pages/begin-page'), 'BeginPage'),
    },
    {
      path: '/induction/:id?',
      title: 'Induction',
      component: lazyPage(() => import('./pages/induction-page'), 'InductionPage'),
    },
  ],
  commands: [
    { key: 'induction.list', title: 'Induction of starters', to: '/induction' },
    { key: 'induction.begin', title: 'Begin an induction', to: '/induction/begin' },
  ],
}
