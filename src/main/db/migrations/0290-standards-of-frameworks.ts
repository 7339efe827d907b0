import type { Migration } from '../migrate'

/**
 * Of which framework a standard is, by its id: two frameworks may use one code, and a framework may word its statements
 * anew. Of what was kept before only the code is known. Opportunities keep the framework in their list of standards.
 */
export const migration0290: Migration = {
  version: 290,
  name: 'standards know their framework',
  up(database) {
    const column = `standard_framework text check (standard_framework is null or standard_code is not null)`
    for (const table of ['need', 'expertise']) database.exec(`alter table ${table} add column ${column}`)
  },
}
