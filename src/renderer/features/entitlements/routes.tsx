import { lazyPage, type FeatureRoutes } from '../../lib/routes'

const rulePage = lazyPage(() => import('./pages/rule-page'), 'RulePage')

/** What the school promises its people, and whether everybody gets it. */
export const entitlementsRoutes: FeatureRoutes = {
  section: 'staff',
  pages: [
    {
      path: '/entitlements',
      title: 'Entitlements',
      component: lazyPage(() => import('./pages/entitlements-page'), 'EntitlementsPage'),
    },
    {
      path: '/entitlements/rules',
      title: 'What we promise',
      component: lazyPage(() => import('./pages/rules-page'), 'RulesPage'),
    },
    { path: '/entitlements/rules/new', title: 'Add a promise', component: rulePage },
    { path: '/entitlements/rules/:id', title: 'Change a promise', component: rulePage },
    {
      path: '/entitlements/ticks/:ruleId?',
      title: 'Tick off',
      component: lazyPage(() => import('./pages/ticks-page'), 'TicksPage'),
    },
    {
      path: '/entitlements/fairness',
      title: 'Fair shares',
      component: lazyPage(() => import('./pages/fairness-page'), 'FairnessPage'),
    },
    {
      path: '/entitlements/people/:personId',
      title: 'Entitlement of a person',
      component: lazyPage(() => import('./pages/person-page'), 'PersonPage'),
    },
  ],
  commands: [
    { key: 'entitlements', title: 'Is everybody getting what they were promised?', to: '/entitlements' },
    { key: 'entitlements.behind', title: 'Who falls behind with an entitlement', to: '/entitlements?state=behind' },
    { key: 'entitlements.rules', title: 'What we promise: rules of entitlement', to: '/entitlements/rules' },
    { key: 'entitlements.ticks', title: 'Tick off what was promised', to: '/entitlements/ticks' },
    { key: 'entitlements.fairness', title: 'Fair shares of what is promised', to: '/entitlements/fairness' },
  ],
}
