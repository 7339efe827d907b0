import { lazyPage, type FeatureRoutes } from '../../lib/routes'

export const reportsRoutes: FeatureRoutes = {
  section: 'reports',
  pages: [
    {
      path: '/reports',
      title: 'Reports',
      component: lazyPage(() => import('./pages/reports-page'), 'ReportsPage'),
    },
    {
      path: '/reports/issued/:id',
      title: 'Issued report',
      component: lazyPage(() => import('./pages/issued-page'), 'IssuedPage'),
    },
    {
      path: '/reports/:kind',
      title: 'Report',
      component: lazyPage(() => import('./pages/report-page'), 'ReportPage'),
    },
  ],
  commands: [
    { key: 'reports.governors', title: 'Open the governors’ report', to: '/reports/governors' },
    { key: 'reports.spend', title: 'Open the spend report', to: '/reports/spend' },
    { key: 'reports.participation', title: 'Open the participation report', to: '/reports/participation' },
  ],
}
