import { join } from 'node:path'

/** Where things of this PC live. All of it under one folder of the PC's local (not roaming) application data. */
export interface Places {
  /** School files made here. */
  readonly schools: string
  /** Automatic backups, one folder per school file. */
  readonly backups: string
  /** Settings of this PC. */
  readonly settingsFile: string
  readonly logs: string
}

export function placesUnder(dataFolder: string): Places {
  return {
    schools: join(dataFolder, 'Schools'),
    backups: join(dataFolder, 'Backups'),
    settingsFile: join(dataFolder, 'pc-settings.json'),
    logs: join(dataFolder, 'Logs'),
  }
}
