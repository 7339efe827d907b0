import { existsSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { binder, binderWithSchool, NOW } from '../../../../tests/fixtures/school'
import { fixedClock } from '../../../shared/kernel/clock'
import { day, type Day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import { createSchoolFile } from '../../db/school-file'
import { dayRatePence } from '../../../shared/features/school/model'

const profile = {
  validFrom: '2025-09-01',
  name: 'Northgate',
  regime: 'maintained' as const,
  cpdLeaderTitle: 'Professional learning lead',
}

describe('the school', () => {
  it('starts with nothing open and says so', async () => {
    const b = binder()
    expect(await b.call('school.status', {})).toMatchObject({
      isOpen: false,
      today: '2025-11-20',
      academicYear: 2025,
    })
    expect(await b.codeOf('school.profiles', {})).toBe('file.none-open')
  })

  it('is made, remembered, closed and opened again', async () => {
    const b = binder()
    await b.call('school.create', { ...profile, validFrom: day('2025-09-01') })
    expect(await b.call('school.status', {})).toMatchObject({
      isOpen: true,
      origin: 'own',
      cpdLeaderTitle: 'Professional learning lead',
      profile: { name: 'Northgate' },
    })
    await b.call('school.close', {})
    const { files } = await b.call('school.recent', {})
    expect(files).toMatchObject([{ schoolName: 'Northgate', place: 'Schools' }])
    await b.call('school.openRecent', { key: files[0]?.key ?? '' })
    expect((await b.call('school.status', {})).isOpen).toBe(true)
    expect(await b.codeOf('school.openRecent', { key: 'no' })).toBe('record.missing')
  })

  it('never writes over a file: a second school of the same name gets a name of its own', async () => {
    const b = binder()
    const first = await b.call('school.create', { ...profile, validFrom: day('2025-09-01') })
    const second = await b.call('school.create', { ...profile, validFrom: day('2025-09-01') })
    expect([first.fileName, second.fileName]).toEqual(['Northgate.cpdschool', 'Northgate 2.cpdschool'])
  })

  it('makes the sample school anew when the program ended while it was being made', async () => {
    const b = binder()
    const place = join(b.places.schools, 'Sample school 2025.cpdschool')
    mkdirSync(b.places.schools, { recursive: true })
    createSchoolFile(place, { clock: fixedClock(NOW) }).close()
    await b.call('school.openSample', {})
    expect((await b.call('school.status', {})).origin).toBe('sample')
    expect((await b.call('today.view', {})).tasks.length).toBeGreaterThan(0)
  })

  it('leaves no file behind when a school cannot be filled', () => {
    const b = binder()
    const place = join(b.folder, 'Half.cpdschool')
    // A day that does not exist gets past no form; here the file itself refuses it.
    const broken = { ...profile, validFrom: '2025-02-30' as Day, urn: null, authorityName: null, phase: null }
    const make = () =>
      b.school.createAt(place, { profile: { ...broken, pupilsOnRoll: null }, cpdLeaderTitle: 'Lead' })
    expect(make).toThrow('CHECK constraint failed')
    expect(existsSync(place)).toBe(false)
    expect(b.desk.isOpen).toBe(false)
  })

  it('never takes back the school itself', async () => {
    const b = binderWithSchool()
    const [started] = (await b.call('changes.list', { limit: 1 })).changes
    expect(started?.channel).toBe('school.create')
    expect(await b.dispatch('changes.undo', {})).toMatchObject({ ok: false, code: 'undo.nothing' })
    const again = await b.dispatch('changes.undo', { changeId: started?.id ?? '' })
    expect(again).toMatchObject({ ok: false, code: 'undo.impossible' })
    expect((await b.call('school.status', {})).profile).not.toBeNull()
  })

  it('keeps what it was before a conversion', async () => {
    const b = binderWithSchool()
    await b.call('school.saveProfile', {
      validFrom: day('2025-11-01'),
      name: 'Northgate Academy',
      regime: 'academy',
    })
    const { profiles } = await b.call('school.profiles', {})
    expect(profiles.map((p) => [p.validFrom, p.regime])).toEqual([
      ['2025-11-01', 'academy'],
      ['2024-09-01', 'maintained'],
    ])
    expect((await b.call('school.status', {})).profile?.regime).toBe('academy')
    const undone = await b.call('changes.undo', {})
    expect(undone.channel).toBe('school.saveProfile')
    expect((await b.call('school.status', {})).profile?.regime).toBe('maintained')
  })

  it('refuses a bad profile field by field', async () => {
    const b = binderWithSchool()
    const result = await b.dispatch('school.saveProfile', {
      validFrom: '2025-02-30',
      name: ' ',
      regime: 'maintained',
      urn: 'x1',
    })
    expect(result).toMatchObject({ ok: false, code: 'input.invalid' })
    if (result.ok) return
    expect(result.fields).toEqual(
      expect.arrayContaining([
        { path: 'validFrom', code: 'day.invalid' },
        { path: 'name', code: 'input.required' },
        { path: 'urn', code: 'input.invalid' },
      ]),
    )
  })

  it('has staff groups with dated day rates that can be changed', async () => {
    const b = binderWithSchool()
    const { groups } = await b.call('school.staffGroups', {})
    expect(groups.map((g) => g.id)).toContain('teacher')
    await b.call('school.saveBandRate', {
      staffGroupId: 'teacher',
      validFrom: day('2025-09-01'),
      annualCostPence: pence(6_240_000),
      daysPerYear: 195,
      basis: 'Payroll',
    })
    const { rates } = await b.call('school.bandRates', {})
    const teacher = rates.filter((rate) => rate.staffGroupId === 'teacher')
    expect(teacher.map((rate) => rate.validFrom)).toEqual(['2025-09-01', '2024-09-01'])
    expect(dayRatePence(teacher[0]?.annualCostPence ?? 0, 195)).toBe(32_000)
  })

  it('keeps settings and a logo, and refuses what is not a picture', async () => {
    const folder = binder().folder
    const [picture, text] = [join(folder, 'logo.png'), join(folder, 'logo.txt.png')]
    writeFileSync(picture, Buffer.from('89504e470d0a1a0a0000', 'hex'))
    writeFileSync(text, 'not a picture')
    let chosen = picture
    const b = binderWithSchool({ host: { askOpenFiles: () => Promise.resolve([chosen]) } })
    await b.call('school.chooseLogo', {})
    expect((await b.call('school.logo', {})).dataUrl).toMatch(/^data:image\/png;base64,/)
    chosen = text
    expect(await b.codeOf('school.chooseLogo', {})).toBe('attachment.kind')
    // Larger than memory would take: refused by its size, which is asked before a byte is read.
    truncateSync(text, 6 * 1024 ** 3)
    expect(await b.codeOf('school.chooseLogo', {})).toBe('attachment.too-large')
    chosen = `${text}-gone`
    expect(await b.codeOf('school.chooseLogo', {})).toBe('file.missing')
    const settings = await b.call('school.settings', {})
    await b.call('school.saveSettings', { ...settings, schoolDayMinutes: 400, coveredHoursExcluded: false })
    expect(await b.call('school.settings', {})).toMatchObject({
      schoolDayMinutes: 400,
      coveredHoursExcluded: false,
    })
    expect(await b.codeOf('school.saveSettings', { ...settings, cpdLeaderPersonId: 'nobody' })).toBe(
      'record.missing',
    )
  })

  it('tells why a file that was named by a double click did not open, until one is open', async () => {
    const b = binder()
    const letter = join(b.folder, 'Letter.cpdschool')
    writeFileSync(letter, 'Dear parents')
    expect(b.school.openNamed(letter)).toEqual({ code: 'file.foreign' })
    expect(await b.call('school.status', {})).toMatchObject({
      isOpen: false,
      namedRefused: { code: 'file.foreign' },
    })
    await b.call('school.openSample', {})
    expect((await b.call('school.status', {})).namedRefused).toBeNull()
    const { path } = b.desk.file
    b.desk.clear()
    expect(b.school.openNamed(path)).toBeNull()
    expect((await b.call('school.status', {})).isOpen).toBe(true)
  })

  it('gives no school the logo that was chosen for another', async () => {
    const chosen = join(binder().folder, 'logo.png')
    writeFileSync(chosen, Buffer.from('89504e470d0a1a0a0000', 'hex'))
    const b = binderWithSchool({
      host: {
        // A double click on another school file, while the question stands.
        askOpenFiles: async () => {
          await b.call('school.openSample', {})
          return [chosen]
        },
      },
    })
    expect(await b.codeOf('school.chooseLogo', {})).toBe('record.changed')
    expect((await b.call('school.logo', {})).dataUrl).toBeNull()
  })

  it('opens another file only when asked, and a cancelled question changes nothing', async () => {
    const b = binderWithSchool({ host: { askOpenFiles: () => Promise.resolve([]) } })
    expect(await b.codeOf('school.open', {})).toBe('cancelled')
    expect((await b.call('school.status', {})).isOpen).toBe(true)
  })
})

describe('drafts, the log and this PC', () => {
  it('keeps a draft until it is cleared, outside the log', async () => {
    const b = binderWithSchool()
    const before = (await b.call('changes.list', {})).changes.length
    await b.call('drafts.save', { form: 'person', recordId: 'new', body: { surname: 'Ow' } })
    await b.call('drafts.save', { form: 'person', recordId: 'new', body: { surname: 'Owen' } })
    expect((await b.call('drafts.get', { form: 'person', recordId: 'new' })).body).toEqual({ surname: 'Owen' })
    await b.call('drafts.clear', { form: 'person', recordId: 'new' })
    expect((await b.call('drafts.get', { form: 'person', recordId: 'new' })).body).toBeNull()
    expect((await b.call('changes.list', {})).changes).toHaveLength(before)
  })

  it('tells what a change did, field by field', async () => {
    const b = binderWithSchool()
    const settings = await b.call('school.settings', {})
    await b.call('school.saveSettings', { ...settings, schoolDayMinutes: 400 })
    const [newest] = (await b.call('changes.list', { limit: 1 })).changes
    expect(newest).toMatchObject({ channel: 'school.saveSettings', rowCount: 1, isUndone: false })
    const { rows } = await b.call('changes.rows', { changeId: newest?.id ?? '' })
    expect(rows).toMatchObject([
      {
        table: 'school',
        operation: 'update',
        fields: [{ name: 'school_day_minutes', before: '390', after: '400' }],
      },
    ])
  })

  it('keeps theme and acting person on this PC', async () => {
    const b = binderWithSchool()
    await b.call('pc.saveSettings', { textSize: 'large' })
    const kept = { theme: 'dark', textSize: 'large', singleKeys: true, yearKind: 'financial', binderOrder: 'ours' }
    expect(await b.call('pc.saveSettings', { theme: 'dark' })).toEqual(kept)
    expect(await b.call('pc.settings', {})).toEqual(kept)
    await b.call('pc.actAs', { personId: null })
    expect(await b.call('pc.actingPerson', {})).toEqual({ personId: null, name: null, choices: [] })
    expect(await b.call('pc.about', {})).toMatchObject({ host: 'test' })
  })

  it('ships its packs with source and date', async () => {
    const b = binder()
    const codes = await b.call('packs.financeCodes', {})
    for (const kind of codes.kinds) {
      for (const code of [kind.maintained, kind.academy])
        if (code !== null) expect(codes.codes.map((c) => c.code)).toContain(code)
    }
    const typology = await b.call('packs.typology', {})
    const levels = typology.levels.map((level) => level.code)
    for (const type of typology.types) expect(levels).toContain(type.level)
  })
})
