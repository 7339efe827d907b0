import { lazyPage, type FeatureRoutes } from '../../lib/routes'

/** The overview of the money and its funds. */
export const budgetsRoutes: FeatureRoutes = {
  section: 'money',
  pages: [
    { path: '/money', title: 'Money', component: lazyPage(() => import('./pages/money-page'), 'MoneyPage') },
    {
      path: '/money/funds/:id?',
      title: 'Funds',
      component: lazyPage(() => import('./pages/funds-page'), 'FundsPage'),
    },
  ],
  commands: [
    { key: 'money.funds', title: 'Funds and what was given to them', to: '/money/funds' },
    { key: 'money.new-fund', title: 'Set up a fund', to: '/money/funds/new' },
  ],
}
