import type { HandlersOf } from '../../../shared/kernel/channel'
import type { pcContract } from '../../../shared/features/pc/contract'
import type { SchoolDesk } from '../../db/school-desk'
import { sql, type ReadDb } from '../../db/handle'
import { personName } from '../../db/person-names'
import type { Host } from '../../lib/host'
import type { PcSettingsStore } from '../../lib/pc-settings-store'

export interface About {
  readonly version: string
  readonly sqlite: string
  readonly host: string
}

/** Staff marked as working in the binder: the acting person is chosen from them. */
function binderWorkers(db: ReadDb): { personId: string; name: string }[] {
  return db
    .all(
      sql
        .selectFrom('person')
        .select(['id', 'forename', 'surname', 'known_as'])
        .where('works_in_binder', '=', 1)
        .where('is_archived', '=', 0)
        .orderBy('surname')
        .orderBy('forename'),
    )
    .map((row) => ({ personId: row.id, name: personName(row) }))
}

export function pcHandlers(
  pc: PcSettingsStore,
  desk: SchoolDesk,
  about: About,
  host: Host,
): HandlersOf<typeof pcContract> {
  return {
    'pc.settings': () => pc.settings(),
    'pc.saveSettings': (part) => pc.saveSettings(part),
    'pc.actingPerson': () => {
      const choices = desk.isOpen ? binderWorkers(desk.read) : []
      const acting = choices.find((choice) => choice.personId === desk.actingPersonId)
      return { personId: acting?.personId ?? null, name: acting?.name ?? null, choices }
    },
    'pc.actAs': ({ personId }) => {
      pc.saveActingPerson(desk.file.path, personId)
      desk.actAs(personId ?? undefined)
      return {}
    },
    'pc.closeWindow': () => {
      host.closeWindow()
      return {}
    },
    'pc.about': () => about,
  }
}
