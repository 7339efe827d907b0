import { z } from 'zod'
import { zDay, type Day } from '../../../../shared/kernel/dates'
import { zNeededLine, zOptionalLine, zOptionalText } from '../../../../shared/kernel/texts'
import { zSource, type Need, type Owner, type Standard } from '../../../../shared/features/needs/model'
import { standardTitle } from '../../../../shared/features/needs/rules'
import type { StartValues } from '../../../components/form'
import type { InputFor, OutputFor } from '../../../lib/contract-client'

/** What the form offers. */
export type NeedChoices = OutputFor<'needs.choices'>

const zChoice = z.string().nullable().default(null)
const zLevelChoice = z.enum(['0', '1', '2', '3', '4']).nullable().default(null)

/** Whose a need is, as it is chosen: one of the kinds of owners, or several people at once. */
export const whose = ['person', 'several', 'team', 'postFamily', 'school'] as const
export type Whose = (typeof whose)[number]

/** A need as typed. */
export const zNeedForm = z
  .object({
    whose: z.enum(whose),
    personId: zChoice,
    personIds: z.array(z.string()).default([]),
    teamId: zChoice,
    staffGroupId: zChoice,
    title: zNeededLine(300),
    description: zOptionalText(2000),
    sourceCode: zSource,
    standardTitle: zChoice,
    priorityId: zChoice,
    nowLevel: zLevelChoice,
    targetLevel: zLevelChoice,
    impactOnPractice: zOptionalText(1000),
    impactOnPupils: zOptionalText(1000),
    importance: z.enum(['1', '2', '3']),
    dueOn: zDay.nullable().default(null),
    raisedOn: zDay.nullable().default(null),
    typeCode: zOptionalLine(40),
  })
  .superRefine((values, context) => {
    const path = missingOwner(values)
    if (path !== undefined) context.addIssue({ code: 'custom', path: [path], message: 'input.required' })
  })
export type NeedForm = z.output<typeof zNeedForm>

function missingOwner(values: Pick<NeedForm, 'whose' | 'personId' | 'personIds' | 'teamId' | 'staffGroupId'>) {
  switch (values.whose) {
    case 'person':
      return values.personId === null ? 'personId' : undefined
    case 'several':
      return values.personIds.length === 0 ? 'personIds' : undefined
    case 'team':
      return values.teamId === null ? 'teamId' : undefined
    case 'postFamily':
      return values.staffGroupId === null ? 'staffGroupId' : undefined
    case 'school':
      return undefined
  }
}

/** Whose needs are raised. */
export function ownersOf(values: NeedForm): Owner[] {
  switch (values.whose) {
    case 'person':
      return [{ kind: 'person', personId: values.personId ?? '' }]
    case 'several':
      return values.personIds.map((personId) => ({ kind: 'person', personId }))
    case 'team':
      return [{ kind: 'team', teamId: values.teamId ?? '' }]
    case 'postFamily':
      return [{ kind: 'postFamily', staffGroupId: values.staffGroupId ?? '' }]
    case 'school':
      return [{ kind: 'school' }]
  }
}

type Words = Omit<InputFor<'needs.save'>, 'id' | 'owner'>

/** What a need says, for the contract. */
export function wordsOf(values: NeedForm, standards: readonly Standard[]): Words {
  const level = (chosen: string | null) => (chosen === null ? null : Number(chosen))
  return {
    title: values.title,
    description: values.description,
    sourceCode: values.sourceCode,
    standard: standards.find((one) => standardTitle(one) === values.standardTitle) ?? null,
    priorityId: values.priorityId,
    nowLevel: level(values.nowLevel),
    targetLevel: level(values.targetLevel),
    impactOnPractice: values.impactOnPractice,
    impactOnPupils: values.impactOnPupils,
    importance: Number(values.importance),
    dueOn: values.dueOn,
    typeCode: values.typeCode,
  }
}

/** What the route that led here asks for: whose need, which priority. */
export interface StartingFrom {
  readonly personId: string | undefined
  readonly priorityId: string | undefined
  readonly today: Day
}

/** What the form starts with: a need that is there, or a new one. */
export function startNeed(need: Need | undefined, from: StartingFrom): StartValues<typeof zNeedForm> {
  const level = (kept: number | null | undefined) => choiceOf(zLevelChoice, kept)
  const owner = (kind: Need['owner']['kind']) => (need?.owner.kind === kind ? need.owner.id : null)
  return {
    whose: need?.owner.kind ?? 'person',
    personId: owner('person') ?? from.personId ?? null,
    personIds: [],
    teamId: owner('team'),
    staffGroupId: owner('postFamily'),
    title: need?.title ?? '',
    description: need?.description ?? null,
    sourceCode: need?.sourceCode ?? null,
    standardTitle: need?.standard ? standardTitle(need.standard) : null,
    priorityId: need === undefined ? (from.priorityId ?? null) : need.priorityId,
    nowLevel: level(need?.nowLevel),
    targetLevel: level(need?.targetLevel),
    impactOnPractice: need?.impactOnPractice ?? null,
    impactOnPupils: need?.impactOnPupils ?? null,
    importance: choiceOf(z.enum(['1', '2', '3']), need?.importance) ?? '2',
    dueOn: need?.dueOn ?? null,
    raisedOn: need?.raisedOn ?? from.today,
    typeCode: need?.typeCode ?? null,
  }
}

/** A number that is kept as one of the choices of a field. */
function choiceOf<T>(schema: z.ZodType<T>, kept: number | null | undefined): T | null {
  if (kept === null || kept === undefined) return null
  const found = schema.safeParse(String(kept))
  return found.success ? found.data : null
}
