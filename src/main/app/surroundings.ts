import { join } from 'node:path'
import { clockFrom, type Clock } from '../../shared/kernel/clock'

/**
 * The folder for this PC's own data: local application data, never the roaming profile, which is copied between PCs.
 */
export function localDataFolder(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'CPD Binder')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'CPD Binder')
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'cpd-binder')
}

/**
 * The clock: the system's, or, in an unpackaged program only, one that started at `CPD_NOW_UTC`, so that tests and
 * pictures do not depend on the day.
 */
export function chooseClock(isPackaged: boolean, nowUtc: string | undefined): Clock {
  const start = isPackaged || nowUtc === undefined ? Number.NaN : Date.parse(nowUtc)
  if (Number.isNaN(start)) return clockFrom()
  const began = performance.now()
  return clockFrom(() => start + (performance.now() - began))
}
