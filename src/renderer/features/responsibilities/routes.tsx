import { lazyPage, type FeatureRoutes } from '../../lib/routes'

export const responsibilitiesRoutes: FeatureRoutes = {
  section: 'staff',
  pages: [
    {
      path: '/responsibilities',
      title: 'Who carries which responsibility',
      component: lazyPage(() => import('./pages/chart-page'), 'ChartPage'),
    },
  ],
  commands: [{ key: 'responsibilities.chart', title: 'Who carries which responsibility', to: '/responsibilities' }],
}
