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
    {
      path: '/opportunities/offers',
      title: 'Offers',
      component: lazyPage(() => import('./pages/offers-page'), 'OffersPage'),
    },
    {
      path: '/opportunities/offers/new',
      title: 'Make an offer',
      component: lazyPage(() => import('./pages/offer-form-page'), 'OfferFormPage'),
    },
    {
      path: '/opportunities/offers/:id',
      title: 'Offer',
      component: lazyPage(() => import('./pages/offer-page'), 'OfferPage'),
    },
    {
      path: '/opportunities/unoffered',
      title: 'Who was offered nothing?',
      component: lazyPage(() => import('./pages/unoffered-page'), 'UnofferedPage'),
    },
    {
      path: '/opportunities/matching',
      title: 'What serves which need?',
      component: lazyPage(() => import('./pages/matching-page'), 'MatchingPage'),
    },
    {
      path: '/opportunities/partners/:id?',
      title: 'Partner schools',
      component: lazyPage(() => import('./pages/partners-page'), 'PartnersPage'),
    },
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
    { key: 'offers', title: 'Offers: bulletins and the annual programme', to: '/opportunities/offers' },
    { key: 'offers.new', title: 'Make an offer', to: '/opportunities/offers/new' },
    { key: 'offers.unoffered', title: 'Who was offered nothing?', to: '/opportunities/unoffered' },
    { key: 'opportunities.matching', title: 'What serves which need?', to: '/opportunities/matching' },
    { key: 'partners', title: 'Partner schools', to: '/opportunities/partners' },
  ],
}
