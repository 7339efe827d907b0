import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../../tests/fixtures/school'
import { assertSafePlace, unsafePlace, unsafeReason } from './safe-place'

const windows = {
  OneDrive: 'C:\\Users\\j.patel\\OneDrive - Northvale Council',
  OneDriveCommercial: 'D:\\Synced\\Work',
  OneDriveConsumer: 'C:\\Users\\j.patel\\Cloud',
  OneDriveBackupNote: '',
}

const bad = {
  synced: [
    'C:\\Users\\j.patel\\OneDrive\\S.cpdschool',
    'C:\\Users\\j.patel\\OneDrive - Northvale Council\\S.cpdschool',
    'C:\\Users\\j.patel\\OneDrive - Northgate Primary\\Documents\\CPD\\S.cpdschool',
    'c:\\users\\j.patel\\onedrive - northvale council\\desktop\\S.cpdschool',
    'C:/Users/j.patel/OneDrive/Documents/S.cpdschool',
    'D:\\Synced\\Work\\CPD\\S.cpdschool',
    'd:/synced/work/S.cpdschool',
    'C:\\Users\\j.patel\\Cloud\\S.cpdschool',
    '\\\\?\\C:\\Users\\j.patel\\OneDrive\\S.cpdschool',
    'E:\\OneDrive\\S.cpdschool',
    'C:\\Users\\j.patel\\Dropbox\\S.cpdschool',
    'C:\\Users\\j.patel\\Dropbox (Northgate)\\S.cpdschool',
    'C:\\Users\\j.patel\\Dropbox (Personal)\\a\\b\\S.cpdschool',
    'C:\\Users\\j.patel\\Google Drive\\S.cpdschool',
    'C:\\Users\\j.patel\\GoogleDrive\\S.cpdschool',
    'G:\\My Drive\\S.cpdschool',
    'G:\\Shared drives\\Staff\\S.cpdschool',
    'G:\\Team Drives\\Staff\\S.cpdschool',
    'C:\\Users\\j.patel\\iCloudDrive\\S.cpdschool',
    'C:\\Users\\j.patel\\iCloud Drive\\S.cpdschool',
    'C:\\Users\\j.patel\\Box\\S.cpdschool',
    'C:\\Users\\j.patel\\Box Sync\\S.cpdschool',
    'C:\\Users\\j.patel\\MEGA\\S.cpdschool',
    'C:\\Users\\j.patel\\MEGAsync\\S.cpdschool',
    'P:\\pCloud Drive\\S.cpdschool',
    'C:\\Users\\j.patel\\pCloudSync\\S.cpdschool',
    'C:\\Users\\j.patel\\SharePoint\\S.cpdschool',
    'C:\\Users\\j.patel\\SharePoint - Staff\\S.cpdschool',
    'C:\\Users\\j.patel\\Nextcloud\\S.cpdschool',
    'C:\\Users\\j.patel\\ownCloud\\S.cpdschool',
    'C:\\Users\\j.patel\\Seafile\\S.cpdschool',
    'C:\\Users\\j.patel\\Sync\\S.cpdschool',
    'C:\\Users\\j.patel\\Creative Cloud Files\\S.cpdschool',
    'C:\\Users\\j.patel\\Proton Drive\\S.cpdschool',
    'C:\\Users\\j.patel\\ShareFile\\S.cpdschool',
    'C:\\Users\\j.patel\\BaiduNetdiskWorkspace\\S.cpdschool',
    '/Users/jpatel/Library/CloudStorage/OneDrive-Personal/S.cpdschool',
    '/Users/jpatel/Library/CloudStorage/GoogleDrive-j@northgate.example/My Drive/S.cpdschool',
    '/Users/jpatel/Library/CloudStorage/Box-Box/S.cpdschool',
    '/Users/jpatel/Library/Mobile Documents/com~apple~CloudDocs/S.cpdschool',
    '/Users/jpatel/Dropbox/S.cpdschool',
    '/Users/jpatel/OneDrive - Northvale/S.cpdschool',
    '/home/jpatel/Dropbox/cpd/S.cpdschool',
    '/home/jpatel/Nextcloud/S.cpdschool',
    '/home/jpatel/Sync/S.cpdschool',
    '/home/jpatel/Syncthing/S.cpdschool',
  ],
  network: [
    '\\\\server\\staff\\S.cpdschool',
    '\\\\server.northvale.example\\share$\\CPD\\S.cpdschool',
    '\\\\10.1.2.3\\home\\S.cpdschool',
    '\\\\?\\UNC\\server\\staff\\S.cpdschool',
    '\\\\?\\unc\\server\\staff\\S.cpdschool',
    '//server/staff/S.cpdschool',
    '\\\\wsl.localhost\\Debian\\home\\S.cpdschool',
    '\\\\server@SSL\\DavWWWRoot\\S.cpdschool',
    '/run/user/1000/gvfs/smb-share:server=s,share=staff/S.cpdschool',
    '/net/server/staff/S.cpdschool',
    '/afs/northvale/staff/S.cpdschool',
  ],
  removable: [
    '/media/jpatel/STICK/S.cpdschool',
    '/run/media/jpatel/STICK/S.cpdschool',
    '/Volumes/STICK/S.cpdschool',
    '/Volumes/Backup Disk/CPD/S.cpdschool',
    'A:\\S.cpdschool',
    'b:/S.cpdschool',
  ],
} as const

const good = [
  'C:\\Users\\j.patel\\AppData\\Local\\CPD Binder\\Schools\\S.cpdschool',
  'C:\\Users\\j.patel\\Documents\\S.cpdschool',
  'C:\\Users\\j.patel\\Desktop\\S.cpdschool',
  'C:\\Users\\j.patel\\S.cpdschool',
  'C:\\S.cpdschool',
  'D:\\CPD\\S.cpdschool',
  'E:\\Schools\\S.cpdschool',
  'Z:\\CPD\\S.cpdschool',
  'c:/cpd/S.cpdschool',
  '\\\\?\\C:\\CPD\\S.cpdschool',
  '\\\\.\\C:\\CPD\\S.cpdschool',
  '//?/C:/CPD/S.cpdschool',
  'C:\\Toolbox\\S.cpdschool',
  'C:\\Box Hill School\\S.cpdschool',
  'C:\\Users\\j.patel\\Lunch Box\\S.cpdschool',
  'C:\\Users\\boxer\\S.cpdschool',
  'C:\\Users\\j.patel\\Inbox\\S.cpdschool',
  'C:\\Users\\j.patel\\Boxes\\S.cpdschool',
  'C:\\Users\\j.patel\\Documents\\Box.cpdschool',
  'C:\\Users\\j.patel\\Documents\\OneDrive.cpdschool',
  'C:\\Users\\j.patel\\Documents\\Dropbox',
  'C:\\Users\\j.patel\\NotOneDrive\\S.cpdschool',
  'C:\\Users\\j.patel\\OneDriver training\\S.cpdschool',
  'C:\\Users\\j.patel\\One Drive Lane School\\S.cpdschool',
  'C:\\Users\\j.patel\\Omega\\S.cpdschool',
  'C:\\Users\\j.patel\\Mega maths\\S.cpdschool',
  'C:\\Users\\j.patel\\Megan\\S.cpdschool',
  'C:\\Users\\j.patel\\Dropbox leftovers\\S.cpdschool',
  'C:\\Users\\j.patel\\The Drive School\\S.cpdschool',
  'C:\\Users\\j.patel\\My Drive to improve\\S.cpdschool',
  'C:\\Users\\j.patel\\Sharepoints\\S.cpdschool',
  'C:\\Users\\j.patel\\Documents\\Sync\\S.cpdschool',
  'C:\\Users\\j.patel\\Cloudy days\\S.cpdschool',
  'D:\\Synced\\Worksheets\\S.cpdschool',
  'D:\\Synced\\S.cpdschool',
  'C:\\Users\\j.patel\\Clouds\\S.cpdschool',
  'C:\\ProgramData\\CPD Binder\\S.cpdschool',
  'C:\\Schools\\St Mary’s\\S.cpdschool',
  'C:\\Schools\\Ysgol Gynradd Tŷ Gwyn\\S.cpdschool',
  'C:\\media\\S.cpdschool',
  'C:\\net\\S.cpdschool',
  'C:\\Volumes\\S.cpdschool',
  '/Users/jpatel/Library/Application Support/CPD Binder/S.cpdschool',
  '/Users/jpatel/Documents/S.cpdschool',
  '/Users/jpatel/Desktop/Box office/S.cpdschool',
  '/Users/jpatel/iCloud guide/S.cpdschool',
  '/Users/Shared/S.cpdschool',
  '/Volumes/Macintosh HD/Users/jpatel/S.cpdschool',
  '/home/jpatel/.local/share/cpd-binder/S.cpdschool',
  '/home/jpatel/Documents/S.cpdschool',
  '/home/jpatel/dropboxes/S.cpdschool',
  '/home/jpatel/google/S.cpdschool',
  '/home/jpatel/drive/S.cpdschool',
  '/home/media/S.cpdschool',
  '/home/jpatel/media/S.cpdschool',
  '/home/jpatel/Documents/sync/S.cpdschool',
  '/srv/cpd/S.cpdschool',
  '/opt/cpd/S.cpdschool',
  '/tmp/S.cpdschool',
  '/mnt/data/S.cpdschool',
  'S.cpdschool',
]

describe('where the live file may be', () => {
  it('is told for 60 bad and 60 good places', () => {
    expect(Object.values(bad).flat().length).toBeGreaterThanOrEqual(60)
    expect(good.length).toBeGreaterThanOrEqual(60)
  })

  it.each(Object.entries(bad).flatMap(([reason, paths]) => paths.map((path) => [path, reason] as const)))(
    'refuses %s as %s',
    (path, reason) => expect(unsafeReason(path, windows)).toBe(reason),
  )

  it.each(good)('takes %s', (path) => expect(unsafeReason(path, windows)).toBeUndefined())

  it('follows a link into a synced folder, also for a file that is not there yet', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'Dropbox', 'CPD'), { recursive: true })
    symlinkSync(join(folder, 'Dropbox', 'CPD'), join(folder, 'innocent'), 'junction')
    expect(unsafePlace(join(folder, 'innocent', 'new folder', 'S.cpdschool'))).toBe('synced')
    expect(unsafePlace(join(folder, 'S.cpdschool'))).toBeUndefined()
    expect(() => assertSafePlace(join(folder, 'innocent', 'S.cpdschool'))).toThrow('file.unsafe-place')
  })
})
