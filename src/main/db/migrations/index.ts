import type { Migration } from '../migrate'
import { migration0010 } from './0010-change-log'
import { migration0020 } from './0020-school'
import { migration0030 } from './0030-staff'
import { migration0040 } from './0040-priorities'
import { migration0050 } from './0050-activities'
import { migration0060 } from './0060-money'
import { migration0070 } from './0070-evaluation'
import { migration0080 } from './0080-reports'
import { migration0090 } from './0090-late-baselines'
import { migration0100 } from './0100-movements-by-day'
import { migration0110 } from './0110-packs'
import { migration0120 } from './0120-documents'
import { migration0130 } from './0130-mentoring'
import { migration0140 } from './0140-entitlements'
import { migration0150 } from './0150-document-upkeep'
import { migration0160 } from './0160-requests'
import { migration0170 } from './0170-opportunities'
import { migration0180 } from './0180-needs'
import { migration0190 } from './0190-talks'
import { migration0200 } from './0200-surveys'
import { migration0210 } from './0210-plan'
import { migration0220 } from './0220-requests-serve'
import { migration0230 } from './0230-request-places'
import { migration0240 } from './0240-plan-trail'
import { migration0250 } from './0250-words-of-changes'
import { migration0260 } from './0260-courses-known-again'
import { migration0270 } from './0270-own-lists'
import { migration0280 } from './0280-rounds-kept'
import { migration0290 } from './0290-standards-of-frameworks'
import { migration0300 } from './0300-slips-unspoken'
import { migration0310 } from './0310-divisions-known'
import { migration0320 } from './0320-money-of-places'

/** Every step of the school file's schema, oldest first. */
export const schoolMigrations: readonly Migration[] = [
  migration0010,
  migration0020,
  migration0030,
  migration0040,
  migration0050,
  migration0060,
  migration0070,
  migration0080,
  migration0090,
  migration0100,
  migration0110,
  migration0120,
  migration0130,
  migration0140,
  migration0150,
  migration0160,
  migration0170,
  migration0180,
  migration0190,
  migration0200,
  migration0210,
  migration0220,
  migration0230,
  migration0240,
  migration0250,
  migration0260,
  migration0270,
  migration0280,
  migration0290,
  migration0300,
  migration0310,
  migration0320,
]
