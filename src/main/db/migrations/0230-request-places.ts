import type { Migration } from '../migrate'

/**
 * The event that a request asks for is kept apart from the one on which it was booked, which its booking names; and the
 * history of a request can say that what it costs was ordered later than it was booked.
 */
export const migration0230: Migration = {
  version: 230,
  name: 'places of requests',
  up(database) {
    database.exec(`
      alter table request rename column event_id to asked_event_id;
      drop index request_by_event;
      create index request_by_asked_event on request (asked_event_id);

      create table request_history_new (
        id text primary key not null,
        request_id text not null references request (id),
        request_step_id text references request_step (id),
        kind text not null check (kind in ('asked', 'asked-again', 'approve', 'approve-if', 'decline', 'ask-again',
          'comment', 'step-added', 'step-left-out', 'fund-changed', 'withdrawn', 'booked', 'ordered')),
        happened_on text not null check (happened_on is date(happened_on)),
        person_id text references person (id),
        words text
      ) strict;
      insert into request_history_new select id, request_id, request_step_id, kind, happened_on, person_id, words
        from request_history;
      drop table request_history;
      alter table request_history_new rename to request_history;
      create index request_history_of on request_history (request_id);
      create index request_history_by_step on request_history (request_step_id);
      create index request_history_by_person on request_history (person_id);
    `)
  },
}
