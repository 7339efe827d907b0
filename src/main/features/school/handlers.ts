import { basename, dirname } from 'node:path'
import type { HandlersOf } from '../../../shared/kernel/channel'
import { Refusal } from '../../../shared/kernel/result'
import type { schoolContract } from '../../../shared/features/school/contract'
import type { SchoolDesk } from '../../db/school-desk'
import type { SchoolFile } from '../../db/school-file'
import type { Host } from '../../lib/host'
import type { PcSettingsStore } from '../../lib/pc-settings-store'
import { listBandRates, listProfiles, listStaffGroups, saveBandRate, saveProfile } from './repository'
import type { SchoolService } from './service'

const SCHOOL_FILE = { name: 'School file', extensions: ['cpdschool'] }
const PICTURE = { name: 'Picture', extensions: ['png', 'jpg', 'jpeg'] }

function opened(file: SchoolFile): { fileName: string; stepsTaken: string[] } {
  return { fileName: basename(file.path), stepsTaken: [...file.stepsTaken] }
}

export function schoolHandlers(
  school: SchoolService,
  desk: SchoolDesk,
  pc: PcSettingsStore,
  host: Host,
): HandlersOf<typeof schoolContract> {
  return {
    'school.status': () => school.status(),
    'school.recent': () => ({
      files: pc.recentFiles().map((file) => ({
        key: file.key,
        schoolName: file.schoolName,
        openedAtUtc: file.openedAtUtc,
        place: basename(dirname(file.path)),
        fileName: basename(file.path),
      })),
    }),
    'school.create': ({ cpdLeaderTitle, ...profile }) => opened(school.create({ profile, cpdLeaderTitle })),
    'school.openSample': () => opened(school.openSample()),
    'school.open': async () => opened(school.openAt(await onePath(host, 'Open a school file', SCHOOL_FILE))),
    'school.openRecent': ({ key }) => {
      const file = pc.recentFiles().find((recent) => recent.key === key)
      if (!file) throw new Refusal('record.missing')
      return opened(school.openAt(file.path))
    },
    'school.copyHere': () => opened(school.copyHere()),
    'school.close': () => {
      desk.clear()
      return {}
    },
    'school.profiles': () => ({ profiles: listProfiles(desk.read) }),
    'school.saveProfile': (input) => ({ id: desk.write('school.saveProfile', (db) => saveProfile(db, input)) }),
    'school.settings': () => school.settings(),
    'school.saveSettings': (settings) => {
      school.saveSettings(settings)
      return {}
    },
    'school.logo': () => ({ dataUrl: school.logoDataUrl() }),
    'school.chooseLogo': async () => {
      school.keepLogo(await desk.sameSchoolAfter(() => onePath(host, 'Choose the logo', PICTURE)))
      return {}
    },
    'school.staffGroups': () => ({ groups: listStaffGroups(desk.read) }),
    'school.bandRates': () => ({ rates: listBandRates(desk.read) }),
    'school.saveBandRate': (rate) => ({ id: desk.write('school.saveBandRate', (db) => saveBandRate(db, rate)) }),
  }
}

async function onePath(host: Host, title: string, kind: { name: string; extensions: string[] }): Promise<string> {
  const [path] = await host.askOpenFiles({ title, kinds: [kind] })
  if (path === undefined) throw new Refusal('cancelled')
  return path
}
