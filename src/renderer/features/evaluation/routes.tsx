import { lazyPage, type FeatureRoutes } from '../../lib/routes'

/** What worked, how well we know it, and what still waits for a judgement. */
export const evaluationRoutes: FeatureRoutes = {
  section: 'impact',
  pages: [
    {
      path: '/impact',
      title: 'Impact and value',
      component: lazyPage(() => import('./pages/impact-page'), 'ImpactPage'),
    },
  ],
  commands: [{ key: 'impact', title: 'What still waits for a judgement', to: '/impact' }],
}
