import { lazyPage, type FeatureRoutes } from '../../lib/routes'

/** Bringing in a staff list. */
export const staffImportRoutes: FeatureRoutes = {
  section: 'staff',
  pages: [
    {
      path: '/imports/staff',
      title: 'Import a staff list',
      component: lazyPage(() => import('./pages/import-page'), 'StaffImportPage'),
    },
  ],
  commands: [{ key: 'imports.staff', title: 'Import a staff list', to: '/imports/staff' }],
}

/** Taking in requests that staff have filled in. */
export const requestsImportRoutes: FeatureRoutes = {
  section: 'needs',
  pages: [
    {
      path: '/imports/requests',
      title: 'Take in filled-in requests',
      component: lazyPage(() => import('./pages/import-page'), 'RequestsImportPage'),
    },
  ],
  commands: [{ key: 'imports.requests', title: 'Take in filled-in requests', to: '/imports/requests' }],
}

/** Bringing in courses that others offer. */
export const catalogueImportRoutes: FeatureRoutes = {
  section: 'activities',
  pages: [
    {
      path: '/imports/catalogue',
      title: 'Import a catalogue of courses',
      component: lazyPage(() => import('./pages/import-page'), 'CatalogueImportPage'),
    },
  ],
  commands: [{ key: 'imports.catalogue', title: 'Import a catalogue of courses', to: '/imports/catalogue' }],
}

/** Bringing in what the finance system says. */
export const ledgerImportRoutes: FeatureRoutes = {
  section: 'money',
  pages: [
    {
      path: '/imports/ledger',
      title: 'Import ledger lines',
      component: lazyPage(() => import('./pages/import-page'), 'LedgerImportPage'),
    },
  ],
  commands: [{ key: 'imports.ledger', title: 'Import ledger lines', to: '/imports/ledger' }],
}
