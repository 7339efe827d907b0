import type { Clock } from '../../../shared/kernel/clock'
import type { HandlersOf } from '../../../shared/kernel/channel'
import type { staffContract } from '../../../shared/features/staff/contract'
import type { SchoolDesk } from '../../db/school-desk'
import { personOn } from './person'
import { register } from './register'
import { setArchived } from './repository'
import { recordLeaving, recordReturn, removeHolding, saveHolding, savePerson } from './service'
import { choices, listPosts, listTeams, savePost, saveTeam } from './structure'

export function staffHandlers(desk: SchoolDesk, clock: Clock): HandlersOf<typeof staffContract> {
  return {
    'staff.list': ({ on, ...asked }) => register(desk.read, asked, on ?? clock.today()),
    'staff.get': ({ id, on }) => personOn(desk.read, id, on ?? clock.today()),
    'staff.savePerson': (input) => ({ id: desk.write('staff.savePerson', (db) => savePerson(db, input)) }),
    'staff.saveHolding': (input) => ({ id: desk.write('staff.saveHolding', (db) => saveHolding(db, input)) }),
    'staff.removeHolding': ({ id }) => {
      desk.write('staff.removeHolding', (db) => removeHolding(db, id))
      return {}
    },
    'staff.recordLeaving': ({ personId, leftOn }) => ({
      postsEnded: desk.write('staff.recordLeaving', (db) => recordLeaving(db, personId, leftOn)),
    }),
    'staff.recordReturn': ({ personId, returnedOn, withPosts }) => ({
      postsStarted: desk.write('staff.recordReturn', (db) => recordReturn(db, personId, returnedOn, withPosts)),
    }),
    'staff.archivePerson': ({ id, isArchived }) => archive('person', 'staff.archivePerson', id, isArchived),
    'staff.teams': () => ({ teams: listTeams(desk.read, clock.today()) }),
    'staff.saveTeam': (input) => ({ id: desk.write('staff.saveTeam', (db) => saveTeam(db, input)) }),
    'staff.archiveTeam': ({ id, isArchived }) => archive('team', 'staff.archiveTeam', id, isArchived),
    'staff.posts': () => ({ posts: listPosts(desk.read, clock.today()) }),
    'staff.savePost': (input) => ({ id: desk.write('staff.savePost', (db) => savePost(db, input)) }),
    'staff.archivePost': ({ id, isArchived }) => archive('post', 'staff.archivePost', id, isArchived),
    'staff.choices': () => choices(desk.read, clock.today()),
  }

  function archive(table: 'team' | 'post' | 'person', channel: string, id: string, isArchived: boolean) {
    desk.write(channel, (db) => setArchived(db, table, id, isArchived))
    return {}
  }
}
