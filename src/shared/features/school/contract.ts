import { z } from 'zod'
import { zNeededLine } from '../../kernel/texts'
import { host, read, write, zNothing } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zRefused } from '../../kernel/result'
import { zRegimeFrom } from '../../kernel/years'
import { zBandRate, zProfile, zProfileInput, zSchoolSettings, zStaffGroup } from './model'

const zOpened = z.object({ fileName: z.string(), stepsTaken: z.array(z.string()) })

const zStatus = z.object({
  isOpen: z.boolean(),
  fileName: z.string().nullable(),
  origin: z.enum(['own', 'sample']).nullable(),
  today: zDay,
  profile: zProfile.nullable(),
  cpdLeaderTitle: z.string().nullable(),
  /** Today's academic year, by its first calendar year. */
  academicYear: z.int(),
  hasLogo: z.boolean(),
  /** What the school was from each day on, newest first; empty without a school. */
  regimes: z.array(zRegimeFrom),
  /** Why the school file that a double click named did not open; null once one is open. */
  namedRefused: zRefused.nullable(),
})
export type SchoolStatus = z.infer<typeof zStatus>

export const schoolContract = {
  'school.status': read('Which school is open, and what it is today', zNothing, zStatus),
  'school.recent': read(
    'School files opened on this PC before',
    zNothing,
    z.object({
      files: z.array(
        z.object({
          key: z.string(),
          schoolName: z.string(),
          openedAtUtc: z.string(),
          place: z.string(),
          fileName: z.string(),
        }),
      ),
    }),
  ),
  'school.create': host(
    'Make a new school file in the suggested place and open it',
    zProfileInput.extend({ cpdLeaderTitle: zNeededLine(80) }),
    zOpened,
  ),
  'school.openSample': host('Make (or open again) the sample school', zNothing, zOpened),
  'school.open': host('Ask for a school file and open it', zNothing, zOpened),
  'school.openRecent': host('Open a school file used before', z.object({ key: z.string() }), zOpened),
  'school.copyHere': host(
    'Copy the file that was refused for its place to the suggested place on this PC, and open the copy',
    zNothing,
    zOpened,
  ),
  'school.close': host('Close the school file', zNothing, zNothing),
  'school.profiles': read(
    'What the school is and was, newest first',
    zNothing,
    z.object({ profiles: z.array(zProfile) }),
  ),
  'school.saveProfile': write('Keep what the school is from a day on', zProfileInput, z.object({ id: z.string() })),
  'school.settings': read('Settings of the school', zNothing, zSchoolSettings),
  'school.saveSettings': write('Keep the settings of the school', zSchoolSettings, zNothing),
  'school.logo': read('The logo as a data address', zNothing, z.object({ dataUrl: z.string().nullable() })),
  'school.chooseLogo': host('Ask for a picture and keep it as the logo', zNothing, zNothing),
  'school.staffGroups': read('The staff groups, in order', zNothing, z.object({ groups: z.array(zStaffGroup) })),
  'school.bandRates': read(
    'What a day of each group costs, newest first',
    zNothing,
    z.object({ rates: z.array(zBandRate.extend({ id: z.string() })) }),
  ),
  'school.saveBandRate': write(
    'Keep what a day of a group costs from a day on',
    zBandRate,
    z.object({ id: z.string() }),
  ),
}
