import { lazyPage, type FeatureRoutes } from '../../lib/routes'

export const mentoringRoutes: FeatureRoutes = {
  section: 'staff',
  pages: [
    {
      path: '/mentoring/:id?',
      title: 'Coaching and mentoring',
      component: lazyPage(() => import('./pages/pairs-page'), 'PairsPage'),
    },
  ],
  commands: [
    { key: 'mentoring.list', title: 'Coaching and mentoring pairs', to: '/mentoring' },
    { key: 'mentoring.new', title: 'Begin a coaching or mentoring pair', to: '/mentoring/new' },
  ],
}
