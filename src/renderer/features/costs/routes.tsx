import { lazyPage, type FeatureRoutes } from '../../lib/routes'

const formPage = lazyPage(() => import('./pages/cost-form-page'), 'CostFormPage')

/** Costs, invoices and the ledger. The overview of the money is the budget's page. */
export const costsRoutes: FeatureRoutes = {
  section: 'money',
  pages: [
    { path: '/money/costs/new', title: 'Record a cost', component: formPage },
    { path: '/money/costs/:id/edit', title: 'Change a cost', component: formPage },
    // The list and one cost share a page, so that choosing a cost keeps the list as it is.
    {
      path: '/money/costs/:id?',
      title: 'Costs',
      component: lazyPage(() => import('./pages/costs-page'), 'CostsPage'),
    },
    {
      path: '/money/invoices',
      title: 'Enter invoices',
      component: lazyPage(() => import('./pages/invoices-page'), 'InvoicesPage'),
    },
    {
      path: '/money/ledger/:id?',
      title: 'Ledger',
      component: lazyPage(() => import('./pages/ledger-page'), 'LedgerPage'),
    },
  ],
  commands: [
    { key: 'costs.new', title: 'Record a cost', to: '/money/costs/new' },
    { key: 'costs.invoices', title: 'Enter invoices', to: '/money/invoices' },
    { key: 'costs.ledger', title: 'Match the ledger', to: '/money/ledger' },
    { key: 'costs.open', title: 'Costs still to pay', to: '/money/costs?span=all&having=promised' },
  ],
}
