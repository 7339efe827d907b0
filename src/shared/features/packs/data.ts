/**
 * Data of packs that the program works with: what kinds of activity there are, how costs are coded, who staff groups are,
 * who is early in a career, when terms end. Built-in packs bring all of it; a pack that is handed to a school lays its own
 * over it, entry by entry.
 */
import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zContentId } from './content-parts'
import {
  zActivityType,
  zCostKind,
  zFinanceCode,
  zFundKind,
  zLevel,
  zOnCosts,
  zProvision,
  zStaffGroup,
  type FinanceCodes,
  type StaffGroupsFile,
  type Typology,
} from './model'

const zWords = z.array(z.string().trim().min(1).max(80)).max(200)

/** Every file says where it comes from and on which day that was checked. */
const origin = {
  source: z.string().trim().min(1).max(600),
  asOf: zDay,
  note: z.string().trim().max(2_000).default(''),
}

const zTypologyFile = z.strictObject({
  ...origin,
  provisions: z.array(zProvision).default([]),
  levels: z.array(zLevel).default([]),
  types: z.array(zActivityType).default([]),
})

const zFinanceCodesFile = z.strictObject({
  ...origin,
  codes: z.array(zFinanceCode).default([]),
  trainingCode: z.strictObject({ maintained: z.string().optional(), academy: z.string().optional() }).default({}),
  kinds: z.array(zCostKind).default([]),
  fundKinds: z.array(zFundKind).default([]),
})

const zStaffGroupsOfPack = z.strictObject({
  ...origin,
  onCosts: zOnCosts.optional(),
  groups: z.array(zStaffGroup).default([]),
})

/** By what somebody is known to be early in a career as a teacher; a file of a higher layer goes in its place as a whole. */
const zCareersFile = z.strictObject({
  ...origin,
  earlyCareer: z.strictObject({
    /** Ids of staff groups; the first is where a staff list’s early career teachers are put. */
    groups: z.array(zContentId).min(1),
    /** Words or phrases of a post’s title, as whole words. */
    postWords: zWords,
    /** What a staff list writes in its column for the career stage. */
    stages: zWords,
  }),
})

const zMonthDay = z
  .string()
  .refine((end) => zDay.safeParse(`2025-${end}`).success, 'a month and a day of every year, such as 12-31')

/** The last days of the terms of an academic year, in their order; the last is the year's own. */
const zTermsFile = z.strictObject({
  ...origin,
  ends: z
    .array(zMonthDay)
    .min(1)
    .max(6)
    .refine((ends) => ends.at(-1) === '08-31', 'the last term ends with the academic year, on 08-31')
    .refine(
      (ends) => ends.map(inAcademicYear).every((end, index, all) => index === 0 || end > (all[index - 1] ?? '')),
      'the terms are not in the order of the academic year',
    ),
})

/** Sorts as the academic year runs: September before August. */
const inAcademicYear = (end: string): string => `${end >= '09-01' ? 0 : 1}-${end}`

/** The files of data, by what they are called here. */
export const dataKinds = {
  typology: { file: 'typology.json', schema: zTypologyFile },
  financeCodes: { file: 'finance-codes.json', schema: zFinanceCodesFile },
  staffGroups: { file: 'staff-groups.json', schema: zStaffGroupsOfPack },
  careers: { file: 'careers.json', schema: zCareersFile },
  terms: { file: 'terms.json', schema: zTermsFile },
} as const satisfies Record<string, { file: string; schema: z.ZodType }>

export type DataKind = keyof typeof dataKinds
export const dataKindNames = Object.keys(dataKinds) as DataKind[]
type DataOf<K extends DataKind> = z.infer<(typeof dataKinds)[K]['schema']>

/** The data that one pack brings. */
export type PackData = { readonly [K in DataKind]?: DataOf<K> }
export type Careers = DataOf<'careers'>
export type Terms = DataOf<'terms'>

/** The data that the program works with, whole. */
export interface ProgramData {
  readonly typology: Typology
  readonly financeCodes: FinanceCodes
  readonly staffGroups: StaffGroupsFile
  readonly careers: Careers
  readonly terms: Terms
}

/**
 * Data with a pack's laid over it: an entry of the same code goes in the place of the one beneath, others come after, and
 * what is no list is taken from the highest layer that says it.
 */
export function layered(
  beneath: ProgramData,
  { typology, financeCodes, staffGroups, ...whole }: PackData,
): ProgramData {
  return {
    typology: typology ? typologyOver(beneath.typology, typology) : beneath.typology,
    financeCodes: financeCodes ? codesOver(beneath.financeCodes, financeCodes) : beneath.financeCodes,
    staffGroups: staffGroups ? groupsOver(beneath.staffGroups, staffGroups) : beneath.staffGroups,
    careers: whole.careers ?? beneath.careers,
    terms: whole.terms ?? beneath.terms,
  }
}

function typologyOver(beneath: Typology, above: DataOf<'typology'>): Typology {
  return {
    ...originOf(above),
    provisions: over(beneath.provisions, above.provisions, byCode),
    levels: over(beneath.levels, above.levels, byCode),
    types: over(beneath.types, above.types, byCode),
  }
}

function codesOver(beneath: FinanceCodes, above: DataOf<'financeCodes'>): FinanceCodes {
  const { maintained, academy } = above.trainingCode
  return {
    ...originOf(above),
    codes: over(beneath.codes, above.codes, byCode),
    trainingCode: {
      maintained: maintained ?? beneath.trainingCode.maintained,
      academy: academy ?? beneath.trainingCode.academy,
    },
    kinds: over(beneath.kinds, above.kinds, byCode),
    fundKinds: over(beneath.fundKinds, above.fundKinds, byCode),
  }
}

function groupsOver(beneath: StaffGroupsFile, above: DataOf<'staffGroups'>): StaffGroupsFile {
  return {
    ...originOf(above),
    onCosts: above.onCosts ?? beneath.onCosts,
    groups: over(beneath.groups, above.groups, byId),
  }
}

const byCode = ({ code }: { readonly code: string }) => code
const byId = ({ id }: { readonly id: string }) => id
const originOf = ({ source, asOf, note }: { source: string; asOf: z.infer<typeof zDay>; note: string }) => ({
  source,
  asOf,
  note,
})

function over<T>(beneath: readonly T[], above: readonly T[], keyOf: (entry: T) => string): T[] {
  return [...new Map([...beneath, ...above].map((entry) => [keyOf(entry), entry])).values()]
}

/** A fault of a pack's data: in which file, at which place in it, and what is wrong. */
export interface DataFault {
  readonly file: string
  readonly at: string
  readonly reason: string
}

/** What is wrong with data that has the right shape: the same code twice, or a code that is none. */
export function faultsOfData(data: PackData, beneath: ProgramData): DataFault[] {
  const whole = layered(beneath, data)
  const levels = new Set(whole.typology.levels.map(byCode))
  const types = (data.typology?.types ?? []).flatMap(({ level }, index) =>
    levels.has(level) ? [] : [fault('typology', `types[${index}].level`, `"${level}" is no level of activity`)],
  )
  return [...twice(data), ...types, ...faultsOfCodes(data, whole)]
}

function faultsOfCodes({ financeCodes }: PackData, { financeCodes: whole }: ProgramData): DataFault[] {
  if (financeCodes === undefined) return []
  const known = new Set(whole.codes.map(({ regime, code }) => `${regime} ${code}`))
  const check = (at: string, regime: 'maintained' | 'academy', code: string | null | undefined) =>
    code == null || known.has(`${regime} ${code}`)
      ? []
      : [fault('financeCodes', `${at}.${regime}`, `"${code}" is no finance code of such schools`)]
  return (['maintained', 'academy'] as const).flatMap((regime) => [
    ...check('trainingCode', regime, financeCodes.trainingCode[regime]),
    ...financeCodes.kinds.flatMap((kind, index) => check(`kinds[${index}]`, regime, kind[regime])),
  ])
}

function twice({ typology, financeCodes, staffGroups }: PackData): DataFault[] {
  const lists: readonly (readonly [DataKind, string, readonly string[]])[] = [
    ['typology', 'provisions', (typology?.provisions ?? []).map(byCode)],
    ['typology', 'levels', (typology?.levels ?? []).map(byCode)],
    ['typology', 'types', (typology?.types ?? []).map(byCode)],
    ['financeCodes', 'codes', (financeCodes?.codes ?? []).map(byCode)],
    ['financeCodes', 'kinds', (financeCodes?.kinds ?? []).map(byCode)],
    ['financeCodes', 'fundKinds', (financeCodes?.fundKinds ?? []).map(byCode)],
    ['staffGroups', 'groups', (staffGroups?.groups ?? []).map(byId)],
  ]
  return lists.flatMap(([kind, list, keys]) =>
    keys.flatMap((key, index) =>
      keys.indexOf(key) === index ? [] : [fault(kind, `${list}[${index}]`, `"${key}" is here twice`)],
    ),
  )
}

const fault = (kind: DataKind, at: string, reason: string): DataFault => ({
  file: dataKinds[kind].file,
  at,
  reason,
})

/** The entries of a pack's data, each by a name of its own: to count them and to tell what another edition changed. */
export function dataEntries(
  data: PackData,
): ReadonlyMap<string, { readonly kind: DataKind; readonly entry: unknown }> {
  const found = new Map<string, { readonly kind: DataKind; readonly entry: unknown }>()
  for (const kind of dataKindNames)
    for (const [list, value] of Object.entries(data[kind] ?? {}))
      if (Array.isArray(value) && value.some((one) => typeof one === 'object'))
        for (const entry of value as readonly { readonly code?: string; readonly id?: string }[])
          found.set(`${kind} ${list}/${entry.code ?? entry.id ?? ''}`, { kind, entry })
      else if (!(list in origin) && JSON.stringify(value) !== '{}' && JSON.stringify(value) !== '[]')
        found.set(`${kind} ${list}`, { kind, entry: value })
  return found
}
