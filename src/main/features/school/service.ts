import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { Clock } from '../../../shared/kernel/clock'
import { academicYearOf } from '../../../shared/kernel/years'
import { Refusal, type Refused } from '../../../shared/kernel/result'
import type { StaffGroupsFile } from '../../../shared/features/packs/model'
import type { ProfileInput, SchoolSettings } from '../../../shared/features/school/model'
import type { SchoolStatus } from '../../../shared/features/school/contract'
import { copySchoolFile } from '../../db/backup'
import { keepAttachment, MOST_ATTACHMENT_BYTES, readAttachment } from '../../db/attachments'
import { createSchoolFile, openSchoolFile, type OpenOptions, type SchoolFile } from '../../db/school-file'
import type { SchoolDesk } from '../../db/school-desk'
import { profileOn, regimesOf } from '../../db/school-years'
import { firstFreeName } from '../../lib/files'
import { assertSafePlace, unsafePlace } from '../../lib/safe-place'
import type { PcSettingsStore } from '../../lib/pc-settings-store'
import type { Places } from '../../lib/places'
import { fillNewSchool } from './create'
import { isPerson, schoolRow, setLogo, updateSettings } from './repository'

export interface SchoolServiceNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly places: Places
  readonly pc: PcSettingsStore
  readonly staffGroups: () => StaffGroupsFile
  /** Fills the sample school with a term of CPD. */
  readonly fillSample: (file: SchoolFile) => void
  readonly openOptions: OpenOptions
}

/** Opens, makes and describes the school file. */
export class SchoolService {
  readonly #needs: SchoolServiceNeeds
  /** The place that was tried last: what can be restored or copied here when it did not open. */
  #lastTried: string | undefined
  #namedRefused: Refused | null = null

  constructor(needs: SchoolServiceNeeds) {
    this.#needs = needs
  }

  /** Makes a school file at a place and puts it on the desk. Throws Refusals `file.exists` and `file.unsafe-place`. */
  createAt(path: string, school: { profile: ProfileInput; cpdLeaderTitle: string }): SchoolFile {
    assertSafePlace(path)
    const { clock, staffGroups } = this.#needs
    return this.#make(path, (file) =>
      file.write({ channel: 'school.create' }, (db) =>
        fillNewSchool(db, { ...school, origin: 'own' }, staffGroups(), clock),
      ),
    )
  }

  /** Makes a sample school at a place and puts it on the desk: fictional, the same every time for the same academic year. */
  createSampleAt(path: string): SchoolFile {
    assertSafePlace(path)
    return this.#make(path, this.#needs.fillSample)
  }

  /** A new file with a school in it; where that fails, nothing is left that looks like one. */
  #make(path: string, fill: (file: SchoolFile) => void): SchoolFile {
    const file = createSchoolFile(path, this.#needs.openOptions)
    try {
      fill(file)
    } catch (cause) {
      file.close()
      removeFile(path)
      throw cause
    }
    this.#needs.desk.put(file)
    this.#remember(file)
    return file
  }

  /** Makes a school file in the suggested place, under a free name made from the school's. */
  create(school: { profile: ProfileInput; cpdLeaderTitle: string }): SchoolFile {
    return this.createAt(this.#freePath(school.profile.name), school)
  }

  /** Opens the sample school, made on first use. */
  openSample(): SchoolFile {
    const path = join(this.#schoolsFolder(), `Sample school ${academicYearOf(this.#needs.clock.today())}.cpdschool`)
    if (!statSync(path, { throwIfNoEntry: false })) return this.createSampleAt(path)
    const file = this.openAt(path)
    if (schoolRow(file.read)) return file
    // The program ended while it was being made: there is no school in it, and so nothing to lose.
    this.#needs.desk.clear()
    removeFile(path)
    return this.createSampleAt(path)
  }

  /** Opens a file and puts it on the desk. Throws Refusals `file.*`. */
  openAt(path: string): SchoolFile {
    this.#lastTried = path
    this.#namedRefused = null
    assertSafePlace(path)
    const { desk, openOptions } = this.#needs
    if (desk.isOpen && desk.file.path === path) return desk.file
    const file = openSchoolFile(path, openOptions)
    desk.put(file)
    this.#remember(file)
    return file
  }

  /**
   * Opens the file that a double click named. What stands in its way is given back, and told by the status until a school
   * is opened, because nobody in the window waits for an answer.
   */
  openNamed(path: string): Refused | null {
    try {
      this.openAt(path)
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause
      this.#namedRefused = { code: cause.code, ...(cause.facts && { facts: { ...cause.facts } }) }
    }
    return this.#namedRefused
  }

  /**
   * Copies the file that was last refused for its place (synced, network, a stick) into the suggested place of this PC
   * and opens the copy. The one it came from stays as it is. Throws Refusals `record.missing`, `file.*`.
   */
  copyHere(): SchoolFile {
    const from = this.#lastTried
    if (from === undefined || unsafePlace(from) === undefined) throw new Refusal('record.missing')
    const target = firstFreeName(this.#schoolsFolder(), basename(from, extname(from)), 'cpdschool')
    copySchoolFile(from, target)
    return this.openAt(target)
  }

  /** Where a recent file lies, by its key; without a key the open file, else the one last tried. Throws `record.missing`. */
  placeOf(recentKey: string | undefined): string {
    const { desk, pc } = this.#needs
    const recent = recentKey === undefined ? undefined : pc.recentFiles().find((file) => file.key === recentKey)
    const path = recentKey === undefined ? (desk.isOpen ? desk.file.path : this.#lastTried) : recent?.path
    if (path === undefined) throw new Refusal('record.missing')
    return path
  }

  status(): SchoolStatus {
    const { desk, clock } = this.#needs
    const today = clock.today()
    const academicYear = academicYearOf(today)
    if (!desk.isOpen) {
      return {
        isOpen: false,
        fileName: null,
        origin: null,
        today,
        profile: null,
        cpdLeaderTitle: null,
        academicYear,
        hasLogo: false,
        regimes: [],
        namedRefused: this.#namedRefused,
      }
    }
    const row = schoolRow(desk.read)
    return {
      isOpen: true,
      fileName: basename(desk.file.path),
      origin: row?.origin ?? null,
      today,
      profile: profileOn(desk.read, today) ?? null,
      cpdLeaderTitle: row?.cpd_leader_title ?? null,
      academicYear,
      hasLogo: Boolean(row?.logo_sha256),
      regimes: regimesOf(desk.read),
      namedRefused: null,
    }
  }

  settings(): SchoolSettings {
    const row = schoolRow(this.#needs.desk.read)
    if (!row) throw new Refusal('record.missing')
    return {
      cpdLeaderTitle: row.cpd_leader_title,
      cpdLeaderPersonId: row.cpd_leader_person_id,
      schoolDayMinutes: row.school_day_minutes,
      coveredHoursExcluded: row.covered_hours_excluded === 1,
    }
  }

  saveSettings(settings: SchoolSettings): void {
    this.#needs.desk.write('school.saveSettings', (db) => {
      const { cpdLeaderPersonId: leader } = settings
      if (leader !== null && !isPerson(db, leader)) throw new Refusal('record.missing')
      updateSettings(db, settings)
    })
  }

  /**
   * Keeps a PNG or JPEG as the logo. Throws Refusals `file.missing`, `attachment.kind` and `attachment.too-large`; what
   * is too large is not read.
   */
  keepLogo(path: string): void {
    const about = statSync(path, { throwIfNoEntry: false })
    if (!about?.isFile()) throw new Refusal('file.missing')
    if (this.#needs.desk.isOpenAt(path)) throw new Refusal('attachment.kind')
    if (about.size > MOST_ATTACHMENT_BYTES) throw new Refusal('attachment.too-large')
    const bytes = readFileSync(path)
    const mediaType = pictureType(bytes)
    if (!mediaType) throw new Refusal('attachment.kind')
    this.#needs.desk.write('school.chooseLogo', (db) => setLogo(db, keepAttachment(db, bytes, mediaType)))
  }

  /** The logo's bytes; undefined without one, or while no school is open. */
  logo(): { mediaType: string; content: Uint8Array } | undefined {
    const { desk } = this.#needs
    const sha256 = desk.isOpen ? schoolRow(desk.read)?.logo_sha256 : undefined
    return sha256 ? readAttachment(desk.read, sha256) : undefined
  }

  logoDataUrl(): string | null {
    const logo = this.logo()
    return logo ? `data:${logo.mediaType};base64,${Buffer.from(logo.content).toString('base64')}` : null
  }

  #remember(file: SchoolFile): void {
    const { pc, clock, desk } = this.#needs
    this.#namedRefused = null
    pc.rememberFile({
      path: file.path,
      schoolName: profileOn(file.read, clock.today())?.name ?? '',
      openedAtUtc: clock.nowUtc(),
    })
    desk.actAs(pc.actingPersonFor(file.path))
  }

  #schoolsFolder(): string {
    mkdirSync(this.#needs.places.schools, { recursive: true })
    return this.#needs.places.schools
  }

  #freePath(name: string): string {
    return firstFreeName(this.#schoolsFolder(), name, 'cpdschool')
  }
}

function removeFile(path: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true })
}

function pictureType(bytes: Buffer): 'image/png' | 'image/jpeg' | undefined {
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png'
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  return undefined
}
