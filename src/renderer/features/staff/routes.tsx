import { lazyPage, type FeatureRoutes } from '../../lib/routes'

export const staffRoutes: FeatureRoutes = {
  section: 'staff',
  pages: [
    // The register and one person share a page, so that choosing a person keeps the list as it is.
    { path: '/staff/:id?', title: 'Staff', component: lazyPage(() => import('./pages/staff-page'), 'StaffPage') },
    {
      path: '/staff/add/person',
      title: 'Add a person',
      component: lazyPage(() => import('./pages/add-person-page'), 'AddPersonPage'),
    },
    {
      path: '/staff/structure/posts',
      title: 'Teams and posts',
      component: lazyPage(() => import('./pages/structure-page'), 'StructurePage'),
    },
    {
      path: '/staff/:id/edit',
      title: 'Change a person',
      component: lazyPage(() => import('./pages/edit-person-page'), 'EditPersonPage'),
    },
  ],
  commands: [
    { key: 'staff.add', title: 'Add a person', to: '/staff/add/person' },
    { key: 'staff.leavers', title: 'Look at the leavers', to: '/staff?who=leavers' },
    { key: 'staff.structure', title: 'Teams and posts', to: '/staff/structure/posts' },
  ],
}
