import { lazyPage, type FeatureRoutes } from '../../lib/routes'

const formPage = lazyPage(() => import('./pages/opportunity-form-page'), 'OpportunityFormPage')

/** What people could go to. */
export const opportunitiesRoutes: FeatureRoutes = {
  section: 'activities',
  pages: [
    {
      path: '/opportunities',
      title: 'Opportunities',
      component: lazyPage(() => import('./pages/opportunities-page'), 'OpportunitiesPage'),
    },
    { path: '/opportunities/new', title: 'Add an opportunity', component: formPage },
    { path: '/opportunities/:id/edit', title: 'Change an opportunity', component: formPage },
    {
      path: '/opportunities/:id',
      title: 'Opportunity',
      component: lazyPage(() => import('./pages/opportunity-page'), 'OpportunityPage'),
    },
  ],
  commands: [
    { key: 'opportunities', title: 'Opportunities: courses and offers of our own', to: '/opportunities' },
    { key: 'opportunities.new', title: 'Add an opportunity', to: '/opportunities/new' },
  ],
}
