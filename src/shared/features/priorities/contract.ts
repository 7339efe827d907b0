import { z } from 'zod'
import { read, write, zNothing } from '../../kernel/channel'
import { zLevel, zPriority, zPriorityInput, zPriorityLine, zReadingInput, zStatus } from './model'

const zId = z.object({ id: z.string() })
const zYear = z.int().min(1990).max(2100)

export const prioritiesContract = {
  'priorities.list': read(
    'Priorities of an academic year, by level, with the latest reading, events and cost',
    z.object({
      /** By its first calendar year; this academic year when left out. */
      academicYear: zYear.optional(),
      level: zLevel.optional(),
      withArchived: z.boolean().default(false),
    }),
    z.object({
      academicYear: z.int(),
      /** Years that have priorities, this one and the next always, newest first. */
      years: z.array(z.int()),
      priorities: z.array(zPriorityLine),
      /** Unfinished ones of the year before that are not in this year yet. */
      toCarryOver: z.int(),
    }),
  ),
  'priorities.get': read('One priority with its readings and the events that serve it', zId, zPriority),
  'priorities.save': write('Add or change a priority', zPriorityInput, zId),
  'priorities.setStatus': write(
    'Record how a priority stands',
    z.object({ id: z.string(), status: zStatus }),
    zNothing,
  ),
  'priorities.archive': write(
    'Put a priority away, or take it out again',
    z.object({ id: z.string(), isArchived: z.boolean() }),
    zNothing,
  ),
  'priorities.carryOver': write(
    'Copy the unfinished priorities of the year before, starting from where they stand',
    z.object({ intoYear: zYear }),
    z.object({ copied: z.int() }),
  ),
  'priorities.saveReading': write('Add or change a dated reading', zReadingInput, zId),
  'priorities.removeReading': write('Remove a reading', zId, zNothing),
}
