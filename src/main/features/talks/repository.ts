import { sql as raw, type RawBuilder } from 'kysely'
import { Refusal } from '../../../shared/kernel/result'
import { zTalk, type Talk, type TalkKind, type TalkRecord } from '../../../shared/features/talks/model'
import { sql, statement, type ReadDb } from '../../db/handle'
import { personNameSql } from '../../db/person-names'
import type { NeedRow, TalkRow } from '../../db/schema'

interface FoundRow extends TalkRow {
  person_name: string | null
  with_name: string | null
  team_name: string | null
  needs_json: string
}

/** Talks with the names in them and the needs that were raised from them: one query, however many. */
function talkQuery(where: RawBuilder<unknown>) {
  return statement(raw<FoundRow>`
    select t.*, ${raw.raw(personNameSql('p'))} as person_name, ${raw.raw(personNameSql('w'))} as with_name,
      m.name as team_name,
      (select json_group_array(json_object('id', n.id, 'title', n.title, 'state', n.state) order by n.id)
        from need n where n.origin_kind = t.kind and n.origin_id = t.id) as needs_json
    from talk t
    left join person p on p.id = t.person_id
    left join person w on w.id = t.with_person_id
    left join team m on m.id = t.team_id
    where ${where}
    order by t.held_on desc, t.id desc`)
}

interface RaisedNeed {
  readonly id: string
  readonly title: string
  readonly state: NeedRow['state']
}

function toRecord(row: FoundRow): TalkRecord {
  return {
    id: row.id,
    talk: talkOf(row),
    personName: row.person_name,
    withName: row.with_name,
    teamName: row.team_name,
    agreedOn: row.agreed_on,
    lookedBackOn: row.looked_back_on,
    lookBack: row.look_back,
    lookedBackFor: row.looked_back_for,
    needs: JSON.parse(row.needs_json) as RaisedNeed[],
  }
}

/** A row as what was entered: fields that a later form asks for are empty in an earlier record. */
export function talkOf(row: TalkRow): Talk {
  const body = JSON.parse(row.body_json) as object
  return zTalk.parse({
    ...body,
    kind: row.kind,
    id: row.id,
    heldOn: row.held_on,
    ...(row.person_id !== null && { personId: row.person_id, withPersonId: row.with_person_id }),
    ...(row.kind === 'meeting' && { teamId: row.team_id }),
  })
}

/** The talks of a kind, in days or of one person, the newest first. */
export function listTalks(
  db: ReadDb,
  kind: TalkKind,
  of: { readonly startsOn: string; readonly endsOn: string } | { readonly personId: string },
): TalkRecord[] {
  const which =
    'personId' in of ? raw`t.person_id = ${of.personId}` : raw`t.held_on between ${of.startsOn} and ${of.endsOn}`
  return db.all(talkQuery(raw`t.kind = ${kind} and ${which}`)).map(toRecord)
}

/** Throws Refusal `record.missing`. */
export function talkRecord(db: ReadDb, id: string): TalkRecord {
  const row = db.first(talkQuery(raw`t.id = ${id}`))
  if (!row) throw new Refusal('record.missing')
  return toRecord(row)
}

/** Throws Refusal `record.missing`. */
export function talkRow(db: ReadDb, id: string): TalkRow {
  const row = db.first(sql.selectFrom('talk').selectAll().where('id', '=', id))
  if (!row) throw new Refusal('record.missing')
  return row
}

/** The days on which talks of a kind were held. */
export function daysOfTalks(db: ReadDb, kind: TalkKind) {
  return db
    .all(sql.selectFrom('talk').select('held_on').distinct().where('kind', '=', kind))
    .map((row) => row.held_on)
}
