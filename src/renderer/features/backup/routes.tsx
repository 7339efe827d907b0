import { lazyPage, type FeatureRoutes } from '../../lib/routes'
import { BackupSpineLine } from './components/spine-line'

/** Backups of the open school. */
export const backupRoutes: FeatureRoutes = {
  section: 'staff',
  pages: [
    {
      path: '/school/backups/:key?',
      title: 'Backups',
      component: lazyPage(() => import('./pages/backups-page'), 'BackupsPage'),
    },
  ],
  commands: [{ key: 'backup.open', title: 'Backups', to: '/school/backups' }],
  SpineLine: BackupSpineLine,
}

/** The way back when a school file does not open. */
export const restoreRoutes: FeatureRoutes = {
  section: undefined,
  pages: [
    {
      path: '/start/restore/:key?',
      title: 'Restore a backup',
      component: lazyPage(() => import('./pages/restore-page'), 'RestorePage'),
      bare: true,
    },
  ],
}
