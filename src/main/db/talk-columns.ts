import type { Talk } from '../../shared/features/talks/model'
import type { TalkRow } from './schema'

/** What is kept of a talk, as columns of `talk`: for who saves one, and for the sample school. */
export function columnsOfTalk(
  talk: Talk,
): Pick<TalkRow, 'kind' | 'held_on' | 'person_id' | 'with_person_id' | 'team_id' | 'body_json'> {
  const columns = new Set(['id', 'kind', 'heldOn', 'personId', 'withPersonId', 'teamId'])
  const body = Object.fromEntries(Object.entries(talk).filter(([name]) => !columns.has(name)))
  return {
    kind: talk.kind,
    held_on: talk.heldOn,
    person_id: 'personId' in talk ? talk.personId : null,
    with_person_id: 'withPersonId' in talk ? talk.withPersonId : null,
    team_id: talk.kind === 'meeting' ? talk.teamId : null,
    body_json: JSON.stringify(body),
  }
}
