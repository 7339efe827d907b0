import { lazyPage, type FeatureRoutes } from '../../lib/routes'

/** Who provides. */
export const provisionRoutes: FeatureRoutes = {
  section: 'activities',
  pages: [
    {
      path: '/providers',
      title: 'Providers',
      component: lazyPage(() => import('./pages/providers-page'), 'ProvidersPage'),
    },
    {
      path: '/providers/:id',
      title: 'Provider',
      component: lazyPage(() => import('./pages/providers-page'), 'ProvidersPage'),
    },
  ],
  commands: [
    { key: 'providers.list', title: 'Providers', to: '/providers' },
    { key: 'providers.new', title: 'Add a provider', to: '/providers/new' },
  ],
}
