import { lazyPage, type FeatureRoutes } from '../../lib/routes'

/** What people ask for, how it is decided, and what becomes of it. */
export const requestsRoutes: FeatureRoutes = {
  section: 'needs',
  pages: [
    {
      path: '/requests',
      title: 'Requests',
      component: lazyPage(() => import('./pages/requests-page'), 'RequestsPage'),
    },
    {
      path: '/requests/new',
      title: 'Ask for development',
      component: lazyPage(() => import('./pages/request-form-page'), 'NewRequestPage'),
    },
    {
      path: '/requests/rules',
      title: 'How we decide',
      component: lazyPage(() => import('./pages/rules-page'), 'RulesPage'),
    },
    {
      path: '/requests/:id/edit',
      title: 'Change a request',
      component: lazyPage(() => import('./pages/request-form-page'), 'EditRequestPage'),
    },
    {
      path: '/requests/:id',
      title: 'Request',
      component: lazyPage(() => import('./pages/request-page'), 'RequestPage'),
    },
  ],
  commands: [
    { key: 'requests.list', title: 'Requests: who asks for what', to: '/requests' },
    { key: 'requests.new', title: 'Take in a request', to: '/requests/new' },
    { key: 'requests.rules', title: 'How we decide on requests', to: '/requests/rules' },
  ],
}
