import { lazyPage, type FeatureRoutes } from '../../lib/routes'

const load = () => import('./pages/pages-of-kinds')

/** Talks and notes in which needs are found. They stand before the pages of needs, whose addresses begin the same. */
export const talksRoutes: FeatureRoutes = {
  section: 'needs',
  pages: [
    {
      path: '/needs/finding',
      title: 'Finding needs',
      component: lazyPage(() => import('./pages/finding-page'), 'FindingPage'),
    },
    { path: '/needs/reviews', title: 'Reviews of development', component: lazyPage(load, 'ReviewsPage') },
    { path: '/needs/reviews/:id', title: 'Review of development', component: lazyPage(load, 'ReviewPage') },
    { path: '/needs/meetings', title: 'Team exercises', component: lazyPage(load, 'MeetingsPage') },
    { path: '/needs/meetings/:id', title: 'Team exercise', component: lazyPage(load, 'MeetingPage') },
    { path: '/needs/walks', title: 'Learning walks', component: lazyPage(load, 'WalksPage') },
    { path: '/needs/walks/:id', title: 'Learning walk', component: lazyPage(load, 'WalkPage') },
    { path: '/needs/voices', title: 'Pupils and parents', component: lazyPage(load, 'VoicesPage') },
    { path: '/needs/voices/:id', title: 'What they said', component: lazyPage(load, 'VoicePage') },
    { path: '/needs/routes', title: 'Ways to a qualification', component: lazyPage(load, 'RoutesPage') },
    { path: '/needs/routes/:id', title: 'Way to a qualification', component: lazyPage(load, 'RoutePage') },
  ],
  commands: [
    { key: 'needs.finding', title: 'Finding needs: every way to do it', to: '/needs/finding' },
    { key: 'talks.reviews', title: 'Reviews of development', to: '/needs/reviews' },
    { key: 'talks.review.new', title: 'Record a review of development', to: '/needs/reviews/new' },
    { key: 'talks.meetings', title: 'Team exercises: topics, votes and ranks', to: '/needs/meetings' },
    { key: 'talks.walks', title: 'Learning walks', to: '/needs/walks' },
    { key: 'talks.voices', title: 'What pupils and parents say', to: '/needs/voices' },
    { key: 'talks.routes', title: 'Ways to a qualification for support staff', to: '/needs/routes' },
  ],
}
