import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zNeededLine, zOptionalText } from '../../kernel/texts'
import { zFormKind } from '../packs/form-content'
import { zFrom } from '../packs/library'
import { zAnswers } from './answers'
import { zGroup } from './summary'
import { zRoundForm } from './round-form'

const zIds = z.array(z.string().min(1)).min(1, 'input.required').max(500)

/** Whom a round asks. */
export const zAudience = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everybody') }),
  z.object({ kind: z.literal('groups'), ids: zIds }),
  z.object({ kind: z.literal('teams'), ids: zIds }),
  z.object({ kind: z.literal('people'), ids: zIds }),
])
export type Audience = z.infer<typeof zAudience>

const zDays = { opensOn: zDay, closesOn: zDay.nullable().default(null) }

export const zBeginInput = z.object({
  formId: z.string().min(1, 'input.required'),
  /** For a form that leaves it open. */
  frameworkId: z.string().nullable().default(null),
  title: zNeededLine(200),
  isAnonymous: z.boolean(),
  audience: zAudience,
  ...zDays,
  note: zOptionalText(1_000),
})
export type BeginInput = z.output<typeof zBeginInput>

export const zRoundInput = z.object({ id: zId, title: zNeededLine(200), ...zDays, note: zOptionalText(1_000) })
export type RoundInput = z.output<typeof zRoundInput>

export const zSheetInput = z.object({
  roundId: zId,
  /** The sheet that is corrected, in a round with names; left out for a new one. */
  id: zId.optional(),
  /** Whose it is, in a round with names. */
  personId: z.string().nullable().default(null),
  /** To which group whoever answered belongs, in a round without names. */
  groupId: z.string().nullable().default(null),
  answers: zAnswers,
})
export type SheetInput = z.output<typeof zSheetInput>

/** A form as it lies on the shelf, to begin a round of. */
export const zOfferedForm = z.object({
  id: z.string(),
  kind: zFormKind,
  title: z.string(),
  about: z.string(),
  names: z.enum(['never', 'always', 'either']),
  asksLeaders: z.boolean(),
  asksForFramework: z.boolean(),
  minutes: z.int(),
  questions: z.int(),
  from: zFrom,
})
export type OfferedForm = z.infer<typeof zOfferedForm>

export const zOfferedFramework = z.object({
  id: z.string(),
  name: z.string(),
  about: z.string(),
  statements: z.int(),
  isToBeChecked: z.boolean(),
})

const zNamed = z.object({ id: z.string(), name: z.string() })

/** A round without names whose last day has passed still has to be closed by somebody. */
export const zRoundState = z.enum(['to-come', 'open', 'to-close', 'closed'])
export type RoundState = z.infer<typeof zRoundState>

export const zRoundLine = z.object({
  id: z.string(),
  title: z.string(),
  formId: z.string(),
  kind: zFormKind,
  formTitle: z.string(),
  isAnonymous: z.boolean(),
  opensOn: zDay,
  closesOn: zDay.nullable(),
  /** When a round without names was closed, and summed up. */
  closedOn: zDay.nullable(),
  state: zRoundState,
  /** How many were asked, and how many sheets came back. */
  asked: z.int(),
  returned: z.int(),
})
export type RoundLine = z.infer<typeof zRoundLine>

/** A sheet of a round with names, as lists show it. */
export const zSheetLine = z.object({
  id: z.string(),
  number: z.int(),
  way: z.enum(['paper', 'file']),
  receivedOn: zDay,
  answered: z.int(),
  person: zNamed,
})
export type SheetLine = z.infer<typeof zSheetLine>

export const zRound = zRoundLine.extend({
  form: zRoundForm,
  packVersion: z.string().nullable(),
  audience: zAudience,
  groups: z.array(zGroup),
  note: z.string().nullable(),
  /** How many rows can be answered. */
  rows: z.int(),
  /** With names; without them no sheet is told from another, and there are only how many came back. */
  sheets: z.array(zSheetLine),
  /** Who was asked and has not answered; empty in a round without names. */
  missing: z.array(zNamed.extend({ hasLeft: z.boolean() })),
  /** Who would be asked if the round began today and was not, because they came or moved since. */
  starters: z.array(zNamed),
})
export type Round = z.infer<typeof zRound>

/** One row of a file on its way in. */
export const zFileRow = z.object({
  /** As a spreadsheet counts; null for what is missing from the file. */
  row: z.int().nullable(),
  column: z.string().nullable(),
  question: z.string(),
  message: z.string(),
})

/** A file on its way in, and what would become of it. */
export const zFilePlan = z.object({
  key: z.string(),
  fileName: z.string(),
  state: z.enum(['new', 'changed', 'same', 'refused']),
  /** Why the whole file is refused. */
  message: z.string().nullable(),
  /** Whose it is; null in a round without names. */
  person: zNamed.nullable(),
  /** Rows that would be taken, that are changed, that say what is kept already. */
  taken: z.int(),
  changed: z.int(),
  same: z.int(),
  refused: z.array(zFileRow),
})
export type FilePlan = z.infer<typeof zFilePlan>
