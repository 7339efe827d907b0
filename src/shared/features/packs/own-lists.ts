/**
 * The school's own layer of the lists that packs bring: kinds of activity, kinds of cost and finance codes that it added,
 * and those that it gave other words. It lies over what ships and what was handed to the school, entry by entry.
 */
import { z } from 'zod'
import { zNeededText } from '../../kernel/texts'
import { layered, type ProgramData } from './data'
import { zActivityType, zCostKind, zFinanceCode, zLevel, zProvision } from './model'

export const zOwnList = z.enum(['types', 'kinds', 'codes'])
export type OwnList = z.infer<typeof zOwnList>

const zEntryCode = z.string().trim().min(1).max(40)
const zEntryName = zNeededText(120)

/** A kind of activity as typed. Without a code it is a new one. */
export const zOwnType = z.object({
  code: zEntryCode.nullable().default(null),
  name: zEntryName,
  provision: zProvision.shape.code,
  level: zEntryCode,
})

/** A kind of cost as typed, coded as the school is funded today. Without a code it is a new one. */
export const zOwnKind = z.object({
  code: zEntryCode.nullable().default(null),
  name: zEntryName,
  financeCode: zEntryCode.nullable(),
  isCover: z.boolean(),
})

/** A finance code as typed, of schools funded as this one is today. A new one is never an old one by another name. */
export const zOwnCode = z.object({ code: zNeededText(20), name: zEntryName, isNew: z.boolean().default(false) })

export type OwnTypeInput = z.infer<typeof zOwnType>
export type OwnKindInput = z.infer<typeof zOwnKind>
export type OwnCodeInput = z.infer<typeof zOwnCode>

/** Of a kind of cost that a pack brings only what the school says otherwise: the rest stays the pack's to correct. */
const zKeptKind = zCostKind.partial().required({ code: true, name: true })
export type KeptKind = z.infer<typeof zKeptKind>

/** Entries of the school's own, as they are kept. */
export const ownEntrySchemas = { types: zActivityType, kinds: zKeptKind, codes: zFinanceCode } as const

export interface OwnEntries {
  readonly types: readonly z.infer<typeof zActivityType>[]
  readonly kinds: readonly KeptKind[]
  readonly codes: readonly z.infer<typeof zFinanceCode>[]
}

/** Where an entry comes from; `reworded` when the school gave other words to one that a pack brings. */
const zEntryOrigin = z.enum(['pack', 'reworded', 'own'])
export type EntryOrigin = z.infer<typeof zEntryOrigin>

/** `usedCount` says how many records carry its code. */
const listed = { origin: zEntryOrigin, usedCount: z.int() }

export const zListedType = zActivityType.extend(listed)
export const zListedKind = zCostKind.omit({ maintained: true, academy: true, words: true }).extend({
  ...listed,
  financeCode: z.string().nullable(),
})
export const zListedCode = zFinanceCode.omit({ regime: true }).extend(listed)
export type ListedType = z.infer<typeof zListedType>
export type ListedKind = z.infer<typeof zListedKind>
export type ListedCode = z.infer<typeof zListedCode>

/** All lists as the school has them, in the order in which they are chosen from. */
export const zSchoolLists = z.object({
  types: z.array(zListedType),
  kinds: z.array(zListedKind),
  codes: z.array(zListedCode),
  provisions: z.array(zProvision),
  levels: z.array(zLevel),
})
export type SchoolLists = z.infer<typeof zSchoolLists>

/** Data with the school's own entries laid over it; where the data comes from and when it was checked stays as it is. */
export function withOwnEntries(beneath: ProgramData, own: OwnEntries): ProgramData {
  const { types, kinds, codes } = own
  return layered(beneath, {
    ...(types.length > 0 && {
      typology: { ...originOf(beneath.typology), provisions: [], levels: [], types: [...types] },
    }),
    ...(kinds.length + codes.length > 0 && {
      financeCodes: {
        ...originOf(beneath.financeCodes),
        codes: [...codes],
        trainingCode: {},
        kinds: kinds.map((kind) => wholeKind(kind, beneath)),
        fundKinds: [],
      },
    }),
  })
}

const wholeKind = (kept: KeptKind, { financeCodes }: ProgramData): z.infer<typeof zCostKind> => {
  const theirs = financeCodes.kinds.find(({ code }) => code === kept.code)
  return { maintained: null, academy: null, isCover: false, words: [], ...theirs, ...kept }
}

const originOf = ({ source, asOf, note }: Pick<ProgramData['typology'], 'source' | 'asOf' | 'note'>) => ({
  source,
  asOf,
  note,
})
