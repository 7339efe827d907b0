import { lazyPage, type FeatureRoutes } from '../../lib/routes'

/** The school itself: starting one, what it is and was, its settings and what a day of its staff costs. */
export const schoolRoutes: FeatureRoutes = {
  section: 'staff',
  pages: [
    {
      path: '/school',
      title: 'The school',
      component: lazyPage(() => import('./pages/school-page'), 'SchoolPage'),
    },
    {
      path: '/school/profile',
      title: 'What the school is',
      component: lazyPage(() => import('./pages/profile-page'), 'ProfilePage'),
    },
    {
      path: '/school/day-rates',
      title: 'What a day costs',
      component: lazyPage(() => import('./pages/day-rates-page'), 'DayRatesPage'),
    },
  ],
  commands: [
    { key: 'school.settings', title: 'Settings of the school', to: '/school' },
    { key: 'school.day-rates', title: 'What a day of staff time costs', to: '/school/day-rates' },
  ],
}

/** Pages shown when no school is open. */
export const startRoutes: FeatureRoutes = {
  section: undefined,
  pages: [
    {
      path: '/start',
      title: 'Welcome',
      component: lazyPage(() => import('./pages/start-page'), 'StartPage'),
      bare: true,
    },
    {
      path: '/start/new',
      title: 'Start my school',
      component: lazyPage(() => import('./pages/new-school-page'), 'NewSchoolPage'),
      bare: true,
    },
  ],
}
