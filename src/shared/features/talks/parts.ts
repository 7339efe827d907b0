/** What the records of talks are made of. */
import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zNeededLine, zOptionalLine, zOptionalText } from '../../kernel/texts'
import { zImportance } from '../needs/model'

export const zChosen = z.string({ error: 'input.required' }).min(1, 'input.required')

/** How many people, places or votes, as a form that must be filled in asks for it. */
export const zNumberOf = (least: number, most: number) =>
  z.int('input.required').min(least, 'number.invalid').max(most, 'number.invalid')

/** The same where it may be left out. */
export const zMaybeNumber = (most: number) =>
  z.int('number.invalid').min(0, 'number.invalid').max(most, 'number.invalid').nullable().default(null)

/** A long answer that may be left out. */
export const zWords = () => zOptionalText(4000)

/** The record itself and the day it is of; without an id it is a new one. */
export const whichTalk = { id: zId.nullable().default(null), heldOn: zDay }

/** A need as it is written down in a talk, before it is raised. */
export const zFoundNeed = z.object({
  title: zNeededLine(300),
  impactOnPupils: zOptionalText(1000),
  importance: zImportance.default(2),
  dueOn: zDay.nullable().default(null),
})
export type FoundNeed = z.output<typeof zFoundNeed>

/** Who does what by when. */
export const zPromise = z.object({
  what: zNeededLine(300),
  who: zOptionalLine(120),
  byOn: zDay.nullable().default(null),
})
export type TalkPromise = z.output<typeof zPromise>
