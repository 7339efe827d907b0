import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addPeople } from '../../../../tests/fixtures/people'
import { binderWithSchool, temporaryFolder, type TestBinder } from '../../../../tests/fixtures/school'
import { writePackFile } from './pack-file'
import { readPack } from './read-pack'
import { manifest, soundFiles } from './sound-pack.fixture'

const origin = { source: 'Northshire’s scheme of codes', asOf: '2026-09-01' }
const typology = {
  ...origin,
  levels: [{ code: 'cluster', name: 'Cluster of schools' }],
  types: [
    { code: 'CLUST', name: 'Cluster meeting', provision: 'cross', level: 'cluster' },
    { code: 'COACH', name: 'Coaching, as Northshire does it', provision: 'within', level: 'pairs' },
  ],
}
const financeCodes = {
  ...origin,
  codes: [{ code: '4711', regime: 'maintained', name: 'Training, county ledger' }],
  trainingCode: { maintained: '4711' },
  kinds: [{ code: 'fee', name: 'Course fee', maintained: '4711', academy: 'BAE090', isCover: false, words: [] }],
}
const nurse = {
  id: 'nurse',
  name: 'School nurses',
  annualCostPence: 4_100_000,
  daysPerYear: 195,
  synonyms: ['Matron'],
}
const staffGroups = { ...origin, groups: [nurse] }

const files = (data: Readonly<Record<string, unknown>>, version = '2026.2') =>
  soundFiles({
    'pack.json': JSON.stringify({ ...manifest, version }),
    ...Object.fromEntries(Object.entries(data).map(([name, value]) => [name, JSON.stringify(value)])),
  })

function schoolWith(...packs: readonly ReadonlyMap<string, string>[]): TestBinder {
  const folder = temporaryFolder()
  const paths = packs.map((pack, index) => {
    const path = join(folder, `${index}.cpdpack`)
    writeFileSync(path, writePackFile(pack))
    return path
  })
  return binderWithSchool({ host: { askOpenFiles: () => Promise.resolve(paths.splice(0, 1)) } })
}

const faultsIn = (data: Readonly<Record<string, unknown>>) => {
  const read = readPack(files(data))
  return read.ok ? [] : read.problems.map(({ file, at, reason }) => `${file} | ${at} | ${reason}`)
}

describe('data that a pack lays over the program’s own', () => {
  it('adds kinds of activity and says others in its words, until it is taken out', async () => {
    const b = schoolWith(files({ 'typology.json': typology }))
    const before = await b.call('packs.typology', {})
    expect(await b.call('packs.add', {})).toMatchObject({ added: 8 })
    const now = await b.call('packs.typology', {})
    expect(now.source).toBe('Northshire’s scheme of codes')
    expect(now.types).toHaveLength(before.types.length + 1)
    expect(now.types.find(({ code }) => code === 'COACH')?.name).toBe('Coaching, as Northshire does it')
    expect(now.types.map(({ code }) => code).slice(0, -1)).toEqual(before.types.map(({ code }) => code))
    const activity = {
      id: null,
      title: 'Heads of the cluster',
      typeCode: 'CLUST',
      provisionCode: 'cross',
      levelCode: 'cluster',
      providerId: null,
      description: null,
      durationMinutes: null,
    } as const
    await b.call('activities.save', activity)
    for (const channel of ['entitlements.choices', 'plan.choices', 'needs.choices'] as const)
      expect((await b.call(channel, {})).types.map(({ name }) => name)).toContain('Cluster meeting')
    await b.call('packs.remove', { packId: 'northshire' })
    expect(await b.call('packs.typology', {})).toEqual(before)
    expect(await b.codeOf('activities.save', activity)).toBe('input.invalid')
  })

  it('codes costs as the authority does', async () => {
    const b = schoolWith(files({ 'finance-codes.json': financeCodes }))
    await b.call('packs.add', {})
    const codes = await b.call('packs.financeCodes', {})
    expect(codes.trainingCode).toEqual({ maintained: '4711', academy: 'BAE090' })
    expect(codes.kinds.find(({ code }) => code === 'fee')?.maintained).toBe('4711')
    const { financeCodes: offered } = await b.call('costs.choices', {})
    expect(offered.codes.map(({ code }) => code)).toEqual(expect.arrayContaining(['E09', '4711']))
  })

  it('gives the school a staff group that it does not have, in the change that adds the pack', async () => {
    const b = schoolWith(files({ 'staff-groups.json': staffGroups }))
    const names = async () => (await b.call('school.staffGroups', {})).groups.map(({ name }) => name)
    const before = await names()
    await b.call('packs.add', {})
    expect(await names()).toEqual([...before, 'School nurses'])
    const { rates } = await b.call('school.bandRates', {})
    expect(rates.find(({ staffGroupId }) => staffGroupId === 'nurse')).toMatchObject({ annualCostPence: 4_100_000 })
    await b.call('changes.undo', {})
    expect(await names()).toEqual(before)
  })

  it('leaves the names and rates of the groups that the school has', async () => {
    const teachers = { ...nurse, id: 'teacher', name: 'Pedagogues' }
    const b = schoolWith(files({ 'staff-groups.json': { ...origin, groups: [teachers] } }))
    const before = await b.call('school.staffGroups', {})
    await b.call('packs.add', {})
    expect(await b.call('school.staffGroups', {})).toEqual(before)
  })

  it('says who is early in a career and when terms end, and entitlements follow', async () => {
    const careers = { ...origin, earlyCareer: { groups: ['ta'], postWords: ['novice'], stages: [] } }
    const b = schoolWith(files({ 'careers.json': careers, 'terms.json': { ...origin, ends: ['02-10', '08-31'] } }))
    addPeople(b.desk, [
      { name: 'Amy Ash', group: 'ect' },
      { name: 'Ben Bell', post: 'Novice teacher' },
      { name: 'Hal Hill', group: 'ta', post: 'Teaching assistant' },
    ])
    await b.call('entitlements.saveRule', {
      fromYear: 2025,
      title: 'A visit',
      who: { groupIds: null, isEarlyCareer: true },
      what: 'meetings',
      amount: 2,
      per: 'term',
      isProRata: false,
      counts: { by: 'ticks' },
      why: 'To see another class',
    })
    const promised = async () =>
      (await b.call('entitlements.list', {})).people.flatMap(({ name, lines }) =>
        lines.map(({ entitled }) => `${name} ${entitled}`),
      )
    expect(await promised()).toEqual(['Amy Ash 6'])
    await b.call('packs.add', {})
    expect(await promised()).toEqual(['Ben Bell 4', 'Hal Hill 4'])
  })

  it('tells what another edition of it adds and changes', async () => {
    const [{ types }] = [typology]
    const renamed = { ...typology, types: types.map((type) => ({ ...type, name: `${type.name}.` })) }
    const b = schoolWith(files({ 'typology.json': typology }), files({ 'typology.json': renamed }, '2026.3'))
    await b.call('packs.add', {})
    expect(await b.call('packs.add', {})).toMatchObject({ added: 0, changed: 2, removed: 0 })
  })

  it.each([
    ['a level that is none', { 'typology.json': { ...typology, levels: [] } }, 'typology.json | types[0].level | '],
    [
      'a source that is none',
      { 'typology.json': { ...typology, types: [{ ...typology.types[0], provision: 'abroad' }] } },
      'typology.json | types[0].provision | ',
    ],
    [
      'a code of other schools',
      { 'finance-codes.json': { ...financeCodes, trainingCode: { academy: '4711' } } },
      'finance-codes.json | trainingCode.academy | "4711" is no finance code',
    ],
    [
      'a kind of cost coded to nothing',
      { 'finance-codes.json': { ...financeCodes, codes: [], trainingCode: {} } },
      'finance-codes.json | kinds[0].maintained | ',
    ],
    [
      'a group twice',
      { 'staff-groups.json': { ...origin, groups: [nurse, nurse] } },
      'staff-groups.json | groups[1] | "nurse" is here twice',
    ],
    ['no source', { 'staff-groups.json': { groups: [nurse] } }, 'staff-groups.json | source | '],
    [
      'a key that nobody knows',
      { 'typology.json': { ...typology, run: 1 } },
      'typology.json |  | Unrecognized key',
    ],
    [
      'terms out of order',
      { 'terms.json': { ...origin, ends: ['04-10', '12-31', '08-31'] } },
      'terms.json | ends | the terms are not in the order',
    ],
    [
      'a day of no year',
      { 'terms.json': { ...origin, ends: ['02-29', '08-31'] } },
      'terms.json | ends[0] | a month',
    ],
    [
      'a year that never ends',
      { 'terms.json': { ...origin, ends: ['12-31'] } },
      'terms.json | ends | the last term',
    ],
  ])('is refused with file, place and reason for %s', (_what, data, expected) => {
    expect(faultsIn(data).find((fault) => fault.startsWith(expected))).toBeDefined()
  })
})
