import type { Migration } from '../migrate'

/**
 * Talks and notes in which needs are found. What is asked about across them is columns; the rest is what one kind of
 * form asks, read and written whole.
 */
export const migration0190: Migration = {
  version: 190,
  name: 'talks in which needs are found',
  up(database) {
    database.exec(`
      create table talk (
        id text primary key not null,
        kind text not null check (kind in ('review', 'meeting', 'walk', 'voice', 'route')),
        held_on text not null check (held_on is date(held_on)),
        person_id text references person (id),
        with_person_id text references person (id),
        team_id text references team (id),
        body_json text not null check (json_valid(body_json)),
        agreed_on text check (agreed_on is date(agreed_on)),
        looked_back_on text check (looked_back_on is date(looked_back_on)),
        look_back text,
        check ((kind in ('review', 'route')) = (person_id is not null)),
        check ((person_id is null) = (with_person_id is null)),
        check (kind = 'meeting' or team_id is null),
        check (agreed_on is null or kind in ('review', 'route')),
        check ((looked_back_on is null) = (look_back is null)),
        check (looked_back_on is null or agreed_on is not null)
      ) strict;
      create index talk_by_kind on talk (kind, held_on);
      create index talk_about on talk (person_id);
    `)
  },
}
