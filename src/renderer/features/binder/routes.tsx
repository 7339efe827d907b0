import { lazyPage, type FeatureRoutes } from '../../lib/routes'

/** The whole binder in the order of a toolkit that a school knows, or our own. */
export const binderRoutes: FeatureRoutes = {
  section: 'documents',
  pages: [
    {
      path: '/binder',
      title: 'Contents of the binder',
      component: lazyPage(() => import('./pages/binder-page'), 'BinderPage'),
    },
  ],
  commands: [{ key: 'binder.contents', title: 'Contents of the binder, by toolkit', to: '/binder' }],
}
