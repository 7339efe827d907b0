import type { OutputFor } from '../../../shared/contract'
import type { NeedLine } from '../../../shared/features/needs/model'
import type { FinanceCodes, Typology } from '../../../shared/features/packs/model'
import { pence } from '../../../shared/kernel/money'
import { sql, type ReadDb } from '../../db/handle'
import { personName } from '../../db/person-names'
import type { PersonHere } from './repository'

/** Somebody who works at the school, by name. */
export interface NamedPerson extends PersonHere {
  readonly name: string
  readonly postTitle: string | null
}

/** What a line can be made of. Archived things are left out. */
export function choicesOf(
  db: ReadDb,
  { typology, codes }: { readonly typology: Typology; readonly codes: FinanceCodes },
  { staff, needs }: { readonly staff: readonly NamedPerson[]; readonly needs: readonly NeedLine[] },
): OutputFor<'plan.choices'> {
  const coded = (list: readonly { readonly code: string; readonly name: string }[]) =>
    list.map(({ code, name }) => ({ id: code, name }))
  return {
    people: staff.map(({ personId, name, postTitle }) => ({ id: personId, name, postTitle })),
    needs: needs
      .filter(({ state }) => state === 'agreed' || state === 'planned')
      .map(({ id, title, owner }) => ({ id, name: title, ownerName: owner.name })),
    groups: db.all(
      sql.selectFrom('staff_group').select(['id', 'name']).where('is_archived', '=', 0).orderBy('sort_order'),
    ),
    priorities: db
      .all(
        sql
          .selectFrom('priority')
          .select(['id', 'title', 'academic_year'])
          .where('is_archived', '=', 0)
          .orderBy('academic_year', 'desc')
          .orderBy('sort_order'),
      )
      .map((row) => ({ id: row.id, name: row.title, academicYear: row.academic_year })),
    types: coded(typology.types),
    providers: db.all(
      sql.selectFrom('provider').select(['id', 'name']).where('is_archived', '=', 0).orderBy('name'),
    ),
    kinds: coded(codes.kinds.filter(({ code }) => code !== 'income')),
    opportunities: opportunities(db),
  }
}

function opportunities(db: ReadDb): OutputFor<'plan.choices'>['opportunities'] {
  const rows = sql
    .selectFrom('opportunity as o')
    .leftJoin('person as p', 'p.id', 'o.expert_person_id')
    .select(['o.id', 'o.title', 'o.provider_id', 'o.type_code', 'o.price_net_pence'])
    .select(['p.id as expert', 'p.forename', 'p.surname', 'p.known_as'])
    .where('o.is_archived', '=', 0)
    .orderBy('o.title')
  return db.all(rows).map((row) => ({
    id: row.id,
    name: row.title,
    providerId: row.provider_id,
    typeCode: row.type_code,
    pricePence: row.price_net_pence === null ? null : pence(row.price_net_pence),
    expertName:
      row.expert === null
        ? null
        : personName({ forename: row.forename ?? '', surname: row.surname ?? '', known_as: row.known_as }),
  }))
}
