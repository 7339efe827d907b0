/** A rule as it is typed: amounts in hours, days, pounds or things, and what counts as a few fields. */
import { z } from 'zod'
import { zPence } from '../../../../shared/kernel/money'
import { zNeededLine, zNeededText, zOptionalText } from '../../../../shared/kernel/texts'
import type { InputFor } from '../../../../shared/contract'
import { zPer, zWhat, type Counts, type ShownRule, type What } from '../../../../shared/features/entitlements/model'
import { keptAmount } from '../../../../shared/features/entitlements/of-pack'
import type { StartValues } from '../../../components/form'

const zBy = z.enum(['everything', 'training-days', 'types', 'activities', 'pairs', 'induction', 'ticks'])

export const zRuleForm = z
  .object({
    title: zNeededLine(300),
    what: zWhat,
    /** Hours, days or things. */
    amount: z
      .number('number.invalid')
      .positive('number.invalid')
      .max(100_000, 'number.invalid')
      .nullable()
      .default(null),
    amountPence: zPence.nullable().default(null),
    per: zPer,
    isProRata: z.boolean().default(false),
    withinWeeks: z
      .int('number.invalid')
      .min(0, 'number.invalid')
      .max(520, 'number.invalid')
      .nullable()
      .default(null),
    groups: z.enum(['all', 'some']),
    groupIds: z.array(z.string()).default([]),
    /** Words parted by commas. */
    postWords: zOptionalText(600),
    career: z.enum(['any', 'early', 'not-early']),
    minFte: z.number('number.invalid').min(0, 'fte.invalid').max(1, 'fte.invalid').nullable().default(null),
    counts: zBy.nullable().default(null),
    types: z.array(z.string()).default([]),
    activityIds: z.array(z.string()).default([]),
    pairKinds: z.array(z.enum(['coaching', 'mentoring'])).default([]),
    why: zNeededText(4_000),
    note: zOptionalText(4_000),
    documentId: z.string().nullable().default(null),
    fromYear: z.string().regex(/^\d{4}$/, 'year.invalid'),
  })
  .superRefine((rule, context) => {
    const need = (path: keyof typeof rule, isMissing: boolean) => {
      if (isMissing) context.addIssue({ code: 'custom', path: [path], message: 'input.required' })
    }
    need('amount', rule.what !== 'money' && rule.amount === null)
    need('amountPence', rule.what === 'money' && rule.amountPence === null)
    need('groupIds', rule.groups === 'some' && rule.groupIds.length === 0)
    need('types', rule.counts === 'types' && rule.types.length === 0)
    need('activityIds', rule.counts === 'activities' && rule.activityIds.length === 0)
    need('pairKinds', rule.counts === 'pairs' && rule.pairKinds.length === 0)
  })
export type RuleTyped = z.output<typeof zRuleForm>

const typedPer: Readonly<Record<What, number>> = {
  hours: 60,
  days: 100,
  activities: 1,
  meetings: 1,
  steps: 1,
  money: 1,
}

const careers = { true: 'early', false: 'not-early', null: 'any' } as const

/** What the form begins with: a rule that is kept, or a new one for a year. */
export function startRule(rule: ShownRule | undefined, year: number): StartValues<typeof zRuleForm> {
  const what = rule?.what ?? 'hours'
  const counts = rule?.counts ?? null
  return {
    title: rule?.title ?? '',
    what,
    amount: rule === undefined || what === 'money' ? null : rule.amount / typedPer[what],
    amountPence: rule !== undefined && what === 'money' ? (rule.amount as RuleTyped['amountPence']) : null,
    per: rule?.per ?? 'academicYear',
    isProRata: rule?.isProRata ?? false,
    withinWeeks: rule?.withinWeeks ?? null,
    groups: rule !== undefined && rule.who.groupIds !== null ? 'some' : 'all',
    groupIds: rule?.who.groupIds ?? [],
    postWords: rule === undefined || rule.who.postWords.length === 0 ? null : rule.who.postWords.join(', '),
    career: careers[`${rule?.who.isEarlyCareer ?? null}`],
    minFte: rule?.who.minFteThousandths == null ? null : rule.who.minFteThousandths / 1000,
    counts: counts?.by ?? null,
    types: counts?.by === 'types' ? counts.types : [],
    activityIds: counts?.by === 'activities' ? counts.activityIds : [],
    pairKinds: counts?.by === 'pairs' ? counts.kinds : ['coaching', 'mentoring'],
    why: rule?.why ?? '',
    note: rule?.note ?? null,
    documentId: rule?.documentId ?? null,
    fromYear: String(rule === undefined ? year : changesFrom(rule, year)),
  }
}

/** A change begins with this year, so that a year that is over stays as it was; of a promise that ended, with its own. */
function changesFrom({ fromYear, untilYear }: ShownRule, thisYear: number): number {
  return untilYear !== null && untilYear < thisYear ? fromYear : Math.max(fromYear, thisYear)
}

function countsOf({ counts, types, activityIds, pairKinds }: RuleTyped): Counts | null {
  switch (counts) {
    case null:
      return null
    case 'types':
      return { by: 'types', types }
    case 'activities':
      return { by: 'activities', activityIds }
    case 'pairs':
      return { by: 'pairs', kinds: pairKinds }
    default:
      return { by: counts }
  }
}

const isEarlyCareer = { any: null, early: true, 'not-early': false } as const

/** What is sent of what was typed. */
export function ruleToSend(typed: RuleTyped, id: string | null): InputFor<'entitlements.saveRule'> {
  const { title, what, per, why, note, documentId } = typed
  return {
    id,
    title,
    what,
    amount: what === 'money' ? (typed.amountPence ?? 0) : keptAmount(what, typed.amount ?? 0),
    per,
    isProRata: per !== 'once' && typed.isProRata,
    withinWeeks: per === 'once' ? typed.withinWeeks : null,
    who: {
      groupIds: typed.groups === 'all' ? null : typed.groupIds,
      postWords: (typed.postWords ?? '')
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
      isEarlyCareer: isEarlyCareer[typed.career],
      minFteThousandths: typed.minFte === null ? null : Math.round(typed.minFte * 1000),
    },
    counts: countsOf(typed),
    why,
    note,
    documentId,
    fromYear: Number(typed.fromYear),
  }
}
