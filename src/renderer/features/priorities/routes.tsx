import { lazyPage, type FeatureRoutes } from '../../lib/routes'

/** What the school works towards, year by year. */
export const prioritiesRoutes: FeatureRoutes = {
  section: 'needs',
  pages: [
    {
      path: '/priorities',
      title: 'Priorities',
      component: lazyPage(() => import('./pages/priorities-page'), 'PrioritiesPage'),
    },
    {
      path: '/priorities/new',
      title: 'Add a priority',
      component: lazyPage(() => import('./pages/priority-form-page'), 'NewPriorityPage'),
    },
    {
      path: '/priorities/:id/edit',
      title: 'Change a priority',
      component: lazyPage(() => import('./pages/priority-form-page'), 'EditPriorityPage'),
    },
    {
      path: '/priorities/:id',
      title: 'Priority',
      component: lazyPage(() => import('./pages/priority-page'), 'PriorityPage'),
    },
  ],
  commands: [{ key: 'priorities.new', title: 'Add a priority', to: '/priorities/new' }],
}
