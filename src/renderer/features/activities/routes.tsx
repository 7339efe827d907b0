import { lazyPage, type FeatureRoutes } from '../../lib/routes'

/** Activities, their events, who was there, and quick entry. */
export const activitiesRoutes: FeatureRoutes = {
  section: 'activities',
  pages: [
    {
      path: '/activities',
      title: 'Activities',
      component: lazyPage(() => import('./pages/activities-page'), 'ActivitiesPage'),
    },
    {
      path: '/activities/record',
      title: 'Record what was done',
      component: lazyPage(() => import('./pages/record-page'), 'RecordPage'),
    },
    {
      path: '/activities/new',
      title: 'Plan an event',
      component: lazyPage(() => import('./pages/event-form-page'), 'NewEventPage'),
    },
    {
      path: '/activities/offered',
      title: 'What we offer',
      component: lazyPage(() => import('./pages/offered-page'), 'OfferedPage'),
    },
    {
      path: '/activities/person/:id',
      title: 'CPD record',
      component: lazyPage(() => import('./pages/person-record-page'), 'PersonRecordPage'),
    },
    {
      path: '/activities/:id/edit',
      title: 'Change the event',
      component: lazyPage(() => import('./pages/event-form-page'), 'EditEventPage'),
    },
    {
      path: '/activities/:id',
      title: 'Event',
      component: lazyPage(() => import('./pages/event-page'), 'EventPage'),
    },
  ],
  commands: [
    { key: 'activities.record', title: 'Record what was done', to: '/activities/record' },
    { key: 'activities.plan', title: 'Plan an event', to: '/activities/new' },
    { key: 'activities.offered', title: 'What we offer: courses and programmes', to: '/activities/offered' },
  ],
}
