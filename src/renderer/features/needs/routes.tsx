import { lazyPage, type FeatureRoutes } from '../../lib/routes'

const formPages = () => import('./pages/need-form-page')

/** What people, teams and the school need, who could help, and whether it balances. */
export const needsRoutes: FeatureRoutes = {
  section: 'needs',
  pages: [
    { path: '/needs', title: 'Needs', component: lazyPage(() => import('./pages/needs-page'), 'NeedsPage') },
    { path: '/needs/new', title: 'Raise a need', component: lazyPage(formPages, 'NewNeedPage') },
    {
      path: '/needs/balance',
      title: 'Balance of needs',
      component: lazyPage(() => import('./pages/balance-page'), 'BalancePage'),
    },
    {
      path: '/needs/expertise',
      title: 'Expertise',
      component: lazyPage(() => import('./pages/expertise-page'), 'ExpertisePage'),
    },
    { path: '/needs/record/:id/edit', title: 'Change a need', component: lazyPage(formPages, 'EditNeedPage') },
    {
      path: '/needs/record/:id',
      title: 'Need',
      component: lazyPage(() => import('./pages/need-page'), 'NeedPage'),
    },
  ],
  commands: [
    { key: 'needs.list', title: 'Needs of people, teams and the school', to: '/needs' },
    { key: 'needs.new', title: 'Raise a need', to: '/needs/new' },
    { key: 'needs.balance', title: 'Balance of needs: what to do first', to: '/needs/balance' },
    { key: 'needs.expertise', title: 'Who can train others: the register of expertise', to: '/needs/expertise' },
  ],
}
