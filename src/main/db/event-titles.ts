import { sql as raw } from 'kysely'

/**
 * What an event is called wherever it is named, as SQL of the event `e` and its activity `a`: the same as `fullEventTitle`
 * of the activities' rules (held by a test), so that no event has two names in the binder.
 */
export const eventTitleSql = `iif(coalesce(e.title, '') in ('', a.title), a.title, a.title || ': ' || e.title)`

/** The same, to select or to order by. */
export const eventTitle = () => raw<string>`${raw.raw(eventTitleSql)}`
