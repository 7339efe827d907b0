import { lazyPage, type FeatureRoutes } from '../../lib/routes'

const linePages = () => import('./pages/line-page')

/** What a year of training is to be, what the money allows of it, and what became of it. */
export const planRoutes: FeatureRoutes = {
  section: 'plan',
  pages: [
    { path: '/plan', title: 'Training plan', component: lazyPage(() => import('./pages/plan-page'), 'PlanPage') },
    {
      path: '/plan/take',
      title: 'Take into the plan',
      component: lazyPage(() => import('./pages/take-page'), 'TakePage'),
    },
    {
      path: '/plan/actual',
      title: 'Plan against actual',
      component: lazyPage(() => import('./pages/actual-page'), 'ActualPage'),
    },
    { path: '/plan/lines/new', title: 'Add to the plan', component: lazyPage(linePages, 'NewLinePage') },
    { path: '/plan/lines/:id', title: 'Line of the plan', component: lazyPage(linePages, 'LinePage') },
  ],
  commands: [
    { key: 'plan', title: 'Training plan of the year', to: '/plan' },
    { key: 'plan.actual', title: 'Training plan against what became of it', to: '/plan/actual' },
    { key: 'plan.take', title: 'Take needs, requests or last year’s lines into the plan', to: '/plan/take' },
  ],
}
