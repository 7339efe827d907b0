import { z } from 'zod'
import { zNeededLine } from '../../kernel/texts'
import { read, write, zNothing } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zFirstPost, zHoldingInput, zPerson, zPersonInput, zPersonLine, zPost, zTeam } from './model'

const zId = z.object({ id: z.string() })
const zCounted = z.object({ id: z.string(), name: z.string(), count: z.int() })

export const staffContract = {
  'staff.list': read(
    'The staff on a day: current, leavers or all, by group, team and text',
    z.object({
      on: zDay.optional(),
      who: z.enum(['current', 'leavers', 'all']).default('current'),
      staffGroupId: z.string().optional(),
      teamId: z.string().optional(),
      text: z.string().trim().max(200).default(''),
    }),
    z.object({
      people: z.array(zPersonLine),
      /** Of the whole school, whatever was asked for. */
      counts: z.object({ current: z.int(), leavers: z.int() }),
      /** Groups and teams that people asked for (before the group, team and text) stand in. */
      groups: z.array(zCounted),
      teams: z.array(zCounted),
      academicYear: z.int(),
    }),
  ),
  'staff.get': read(
    'One person: posts, line manager, whom they manage, CPD this year',
    z.object({ id: z.string(), on: zDay.optional() }),
    zPerson,
  ),
  'staff.savePerson': write(
    'Add or change a person, with a first post for someone new',
    zPersonInput.extend({
      firstPost: zFirstPost.nullable().default(null),
      /** Someone of the same name may be there: true keeps both. */
      keepSameName: z.boolean().default(false),
    }),
    zId,
  ),
  'staff.saveHolding': write('Add or change a post that a person holds', zHoldingInput, zId),
  'staff.removeHolding': write('Remove a post that a person never held', zId, zNothing),
  'staff.recordLeaving': write(
    'Record that a person leaves: open posts end on that day, the person is kept',
    z.object({ personId: z.string(), leftOn: zDay }),
    z.object({ postsEnded: z.int() }),
  ),
  'staff.recordReturn': write(
    'Record that a leaver comes back, with the posts held on the last day from then on',
    z.object({ personId: z.string(), returnedOn: zDay, withPosts: z.boolean().default(true) }),
    z.object({ postsStarted: z.int() }),
  ),
  'staff.archivePerson': write(
    'Put away a person entered by mistake, or take them out again',
    z.object({ id: z.string(), isArchived: z.boolean() }),
    zNothing,
  ),
  'staff.teams': read(
    'The teams, with how many people are in each today',
    zNothing,
    z.object({ teams: z.array(zTeam) }),
  ),
  'staff.saveTeam': write(
    'Add a team or rename one',
    z.object({
      id: z.string().optional(),
      name: zNeededLine(120),
    }),
    zId,
  ),
  'staff.archiveTeam': write(
    'Put a team away, or take it out again',
    z.object({ id: z.string(), isArchived: z.boolean() }),
    zNothing,
  ),
  'staff.posts': read(
    'The posts, with their staff group and how many hold each today',
    zNothing,
    z.object({ posts: z.array(zPost) }),
  ),
  'staff.savePost': write(
    'Add a post or change its title or staff group',
    z.object({
      id: z.string().optional(),
      title: zNeededLine(160),
      staffGroupId: z.string().min(1, 'input.required'),
    }),
    zId,
  ),
  'staff.archivePost': write(
    'Put a post away, or take it out again',
    z.object({ id: z.string(), isArchived: z.boolean() }),
    zNothing,
  ),
  'staff.choices': read(
    'Current people, teams, posts and groups to choose from',
    zNothing,
    z.object({
      people: z.array(z.object({ id: z.string(), name: z.string(), note: z.string() })),
      teams: z.array(z.object({ id: z.string(), name: z.string() })),
      posts: z.array(z.object({ id: z.string(), title: z.string(), staffGroupId: z.string() })),
      groups: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
}
