import { lazyPage, type FeatureRoutes } from '../../lib/routes'

const sheetPage = lazyPage(() => import('./pages/sheet-page'), 'SheetPage')

/** Forms that find needs. They stand before the pages of needs, whose addresses begin the same. */
export const surveysRoutes: FeatureRoutes = {
  section: 'needs',
  pages: [
    {
      path: '/needs/forms',
      title: 'Forms',
      component: lazyPage(() => import('./pages/rounds-page'), 'RoundsPage'),
    },
    {
      path: '/needs/forms/new',
      title: 'Begin a round',
      component: lazyPage(() => import('./pages/begin-page'), 'BeginPage'),
    },
    {
      path: '/needs/forms/:id/files',
      title: 'Take in files',
      component: lazyPage(() => import('./pages/take-in-page'), 'TakeInPage'),
    },
    { path: '/needs/forms/:id/sheets/:sheetId', title: 'Key in a sheet', component: sheetPage },
    {
      path: '/needs/forms/:id',
      title: 'Round of a form',
      component: lazyPage(() => import('./pages/round-page'), 'RoundPage'),
    },
  ],
  commands: [
    { key: 'surveys.list', title: 'Forms that find needs: surveys, audits, self-assessments', to: '/needs/forms' },
    { key: 'surveys.begin', title: 'Begin a survey, an audit or a self-assessment', to: '/needs/forms/new' },
  ],
}
