import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { costInput } from '../../../../tests/fixtures/money'
import { addPeople } from '../../../../tests/fixtures/people'
import { binderWithSchool, temporaryFolder, type TestBinder } from '../../../../tests/fixtures/school'
import { day } from '../../../shared/kernel/dates'
import { sql } from '../../db/handle'
import { manifest, soundFiles } from './sound-pack.fixture'
import { writePackFile } from './pack-file'

const club = { code: null, name: 'Journal club', provision: 'within', level: 'groups' } as const

const entryOf = async (b: TestBinder, list: 'types' | 'kinds' | 'codes', code: string) => {
  const lists = await b.call('lists.all', {})
  return lists[list].find((entry) => entry.code === code)
}

async function recordOf(b: TestBinder, typeCode: string): Promise<string> {
  const { eventId } = await b.call('activities.record', {
    title: 'Reading together',
    typeCode,
    heldOn: day('2025-10-01'),
    durationMinutes: 60,
    personIds: addPeople(b.desk, [{ name: 'Ann Bell' }]),
  })
  return eventId
}

describe('the school’s own layer of the lists', () => {
  it('adds a kind of activity that can be recorded at once, and lets it go while nothing carries it', async () => {
    const b = binderWithSchool()
    const { code } = await b.call('lists.saveType', club)
    expect(code).toBe('own-journal-club')
    expect((await b.call('packs.typology', {})).types.at(-1)).toEqual({ ...club, code })
    expect(await entryOf(b, 'types', code)).toMatchObject({ origin: 'own', usedCount: 0 })
    await b.call('lists.drop', { list: 'types', code })
    expect(await entryOf(b, 'types', code)).toBeUndefined()
    await b.call('changes.undo', {})
    await recordOf(b, code)
    expect(await entryOf(b, 'types', code)).toMatchObject({ usedCount: 1 })
    expect(await b.codeOf('lists.drop', { list: 'types', code })).toBe('list.in-use')
    expect(await entryOf(b, 'types', code)).toMatchObject({ name: 'Journal club' })
    const { changes } = await b.call('changes.list', {})
    const made = changes.find(({ channel }) => channel === 'lists.saveType')?.id
    expect(await b.dispatch('changes.undo', { changeId: made })).toMatchObject({
      code: 'undo.built-upon',
      records: [{ title: 'Reading together' }],
    })
    await b.call('changes.undo', {})
    await b.call('lists.drop', { list: 'types', code })
  })

  it('puts no record back whose kind was taken out meanwhile', async () => {
    const b = binderWithSchool()
    const { code } = await b.call('lists.saveKind', {
      code: null,
      name: 'Agency, ours',
      financeCode: null,
      isCover: true,
    })
    const { id } = await b.call('costs.save', costInput({ kindCode: code }))
    await b.call('costs.remove', { id })
    const removed = (await b.call('changes.list', {})).changes[0]?.id
    await b.call('lists.drop', { list: 'kinds', code })
    expect(await b.dispatch('changes.undo', { changeId: removed })).toMatchObject({ code: 'undo.built-upon' })
    await b.call('changes.undo', {})
    await b.call('changes.undo', { changeId: removed })
    expect(await b.call('costs.get', { id })).toMatchObject({ kindCode: code })
  })

  it('gives an entry of a pack other words, and goes back to theirs although records carry it', async () => {
    const b = binderWithSchool()
    await recordOf(b, 'COACH')
    await b.call('lists.saveType', { ...club, code: 'COACH', name: 'Side by side', level: 'pairs' })
    expect(await entryOf(b, 'types', 'COACH')).toMatchObject({ name: 'Side by side', origin: 'reworded' })
    const lists = await b.call('lists.all', {})
    expect(lists.types.filter(({ code }) => code === 'COACH')).toHaveLength(1)
    await b.call('lists.drop', { list: 'types', code: 'COACH' })
    expect(await entryOf(b, 'types', 'COACH')).toMatchObject({ name: 'Coaching', origin: 'pack', usedCount: 1 })
  })

  it('lies over a pack that is handed to the school later', async () => {
    const path = join(temporaryFolder(), 'codes.cpdpack')
    const typology = {
      source: 'Ours',
      asOf: '2026-01-01',
      types: [{ code: 'COACH', name: 'Northshire coaching', provision: 'within', level: 'pairs' }],
    }
    writeFileSync(
      path,
      writePackFile(
        soundFiles({ 'pack.json': JSON.stringify(manifest), 'typology.json': JSON.stringify(typology) }),
      ),
    )
    const b = binderWithSchool({ host: { askOpenFiles: () => Promise.resolve([path]) } })
    await b.call('lists.saveType', { ...club, code: 'COACH', name: 'Side by side', level: 'pairs' })
    await b.call('packs.add', {})
    expect(await entryOf(b, 'types', 'COACH')).toMatchObject({ name: 'Side by side', origin: 'reworded' })
    await b.call('lists.drop', { list: 'types', code: 'COACH' })
    expect(await entryOf(b, 'types', 'COACH')).toMatchObject({ name: 'Northshire coaching', origin: 'pack' })
  })

  it('codes a cost of the school’s own kind with the school’s own code', async () => {
    const b = binderWithSchool()
    await b.call('lists.saveCode', { code: '4711', name: 'Staff training, school fund' })
    const { code } = await b.call('lists.saveKind', {
      code: null,
      name: 'Books for a reading group',
      financeCode: '4711',
      isCover: false,
    })
    const { financeCodes } = await b.call('costs.choices', {})
    expect(financeCodes.kinds.find((kind) => kind.code === code)).toMatchObject({
      maintained: '4711',
      academy: null,
    })
    const { id } = await b.call('costs.save', costInput({ kindCode: code, financeCode: '4711' }))
    expect(await b.call('costs.get', { id })).toMatchObject({ kindCode: code, financeCode: '4711' })
    expect(await b.codeOf('lists.drop', { list: 'codes', code: '4711' })).toBe('list.in-use')
    await b.call('costs.remove', { id })
    // The kind would go on proposing it.
    expect(await b.codeOf('lists.drop', { list: 'codes', code: '4711' })).toBe('list.in-use')
    await b.call('changes.undo', {})
    await b.call('lists.saveKind', { code, name: 'Books', financeCode: '4711', isCover: true })
    expect(await entryOf(b, 'kinds', code)).toMatchObject({ name: 'Books', isCover: false })
    expect(await b.codeOf('lists.drop', { list: 'kinds', code })).toBe('list.in-use')
  })

  it('lets a pack say what pays for cover', async () => {
    const b = binderWithSchool()
    await b.call('lists.saveKind', { code: 'cover-agency', name: 'Agency', financeCode: 'E26', isCover: false })
    expect(await entryOf(b, 'kinds', 'cover-agency')).toMatchObject({
      name: 'Agency',
      isCover: true,
      origin: 'reworded',
    })
  })

  it('refuses a name that is there already, and what is not', async () => {
    const b = binderWithSchool()
    expect(await b.codeOf('lists.saveType', { ...club, name: 'COACHING' })).toBe('list.name-taken')
    expect(await b.codeOf('lists.saveType', { ...club, code: 'NOTHING' })).toBe('record.missing')
    expect(await b.codeOf('lists.saveType', { ...club, level: 'nowhere' })).toBe('record.missing')
    expect(await b.codeOf('lists.saveCode', { code: 'BAE090', name: 'Of academies' })).toBe('list.other-funding')
    expect(await b.codeOf('lists.saveCode', { code: 'E09', name: 'Training', isNew: true })).toBe('list.name-taken')
    expect(await b.codeOf('lists.saveKind', { code: null, name: 'X', financeCode: 'BAE090', isCover: false })).toBe(
      'record.missing',
    )
    expect(await b.codeOf('lists.drop', { list: 'types', code: 'COACH' })).toBe('record.missing')
    expect((await b.call('lists.all', {})).types.every(({ origin }) => origin === 'pack')).toBe(true)
  })

  it('takes a code of its own along when the school is funded otherwise', async () => {
    const b = binderWithSchool()
    await b.call('lists.saveCode', { code: '4711', name: 'Training, county ledger', isNew: true })
    const { profiles } = await b.call('school.profiles', {})
    const { id: _, ...profile } = profiles[0] ?? expect.fail('no profile')
    await b.call('school.saveProfile', { ...profile, regime: 'academy', validFrom: profile.validFrom })
    expect(await entryOf(b, 'codes', '4711')).toBeUndefined()
    await b.call('lists.saveCode', { code: '4711', name: 'Training, trust ledger', isNew: true })
    expect(await entryOf(b, 'codes', '4711')).toMatchObject({ name: 'Training, trust ledger', origin: 'own' })
  })

  it('leaves of a pack’s kind what it does not say otherwise to the pack', async () => {
    const b = binderWithSchool()
    await b.call('lists.saveKind', { code: 'trainer', name: 'Speaker', financeCode: 'E27', isCover: false })
    const kept = b.desk.read.first(sql.selectFrom('own_entry').select('entry_json'))
    expect(JSON.parse(kept?.entry_json ?? '')).toEqual({ code: 'trainer', name: 'Speaker', maintained: 'E27' })
    const { kinds } = await b.call('packs.financeCodes', {})
    expect(kinds.find(({ code }) => code === 'trainer')).toMatchObject({ academy: 'BAE090', maintained: 'E27' })
  })
})
