import type { matchingContract } from '../../../shared/features/opportunities/matching-contract'
import type { partnersContract } from '../../../shared/features/opportunities/partners'
import {
  providerChecklistId,
  type providerChecksContract,
} from '../../../shared/features/opportunities/provider-checks'
import type { KnownWords } from '../../../shared/features/opportunities/rules'
import type { HandlersOf } from '../../../shared/kernel/channel'
import type { Clock } from '../../../shared/kernel/clock'
import type { Day } from '../../../shared/kernel/dates'
import type { Pence } from '../../../shared/kernel/money'
import type { ReadDb } from '../../db/handle'
import type { SchoolDesk } from '../../db/school-desk'
import { matchesForNeed, matchesForNeeds, offeredOn, type Offered } from './matching'
import { divideCost, type MoneyPort } from './division'
import { archivePartner, listPartners, removeShare, savePartner, saveShare, sharesOf } from './partners'
import { checksOf, removeCheck, saveCheck, valueOf } from './provider-checks'

/** A checklist of the packs, as far as a check needs it. */
export interface Checklist {
  readonly id: string
  readonly title: string
  readonly items: readonly { readonly id: string; readonly text: string; readonly help?: string | undefined }[]
}

export interface AroundNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly money: MoneyPort
  /** The checklists of every layer of packs. */
  readonly checklists: () => Promise<readonly Checklist[]>
  /** What may still be spent in the year of a day; null where there is no budget. */
  readonly budgetLeft: (db: ReadDb) => Pence | null
}

/** How good providers are. */
export function providerChecksHandlers({
  desk,
  clock,
  checklists,
}: AroundNeeds): HandlersOf<typeof providerChecksContract> {
  return {
    'providerChecks.of': async ({ providerId }) => {
      const lists = await desk.sameSchoolAfter(checklists)
      const list = lists.find(({ id }) => id === providerChecklistId)
      return {
        today: clock.today(),
        title: list?.title ?? 'Quality of a provider',
        items: (list?.items ?? []).map(({ id, text, help }) => ({ key: id, text, help: help ?? null })),
        checks: checksOf(desk.read, providerId),
        value: valueOf(desk.read, providerId),
      }
    },
    'providerChecks.save': (input) => {
      const about = { checklistId: providerChecklistId, actingPersonId: desk.actingPersonId ?? null }
      return { id: desk.write('providerChecks.save', (db) => saveCheck(db, input, about)) }
    },
    'providerChecks.remove': ({ id }) => {
      desk.write('providerChecks.remove', (db) => removeCheck(db, id))
      return {}
    },
  }
}

/** Schools that share events with us. */
export function partnersHandlers({ desk, money }: AroundNeeds): HandlersOf<typeof partnersContract> {
  return {
    'partners.list': ({ includeArchived }) => ({ partners: listPartners(desk.read, includeArchived) }),
    'partners.save': (input) => ({ id: desk.write('partners.save', (db) => savePartner(db, input)) }),
    'partners.archive': ({ id, isArchived }) => {
      desk.write('partners.archive', (db) => archivePartner(db, id, isArchived))
      return {}
    },
    'partners.ofEvent': ({ eventId }) => sharesOf(desk.read, eventId),
    'partners.share': (input) => desk.write('partners.share', (db) => saveShare(db, input, money)),
    'partners.unshare': ({ id }) => desk.write('partners.unshare', (db) => removeShare(db, id, money)),
    'partners.divide': (asked) => desk.write('partners.divide', (db) => divideCost(db, asked, money)),
  }
}

/** What would serve which need. */
export function matchingHandlers({ desk, clock, budgetLeft }: AroundNeeds): HandlersOf<typeof matchingContract> {
  const known: KnownWords = new Map()
  let kept: { readonly today: Day; readonly offered: Offered } | undefined
  desk.onChange((changeId) => {
    kept = undefined
    // Another school has another catalogue.
    if (changeId === undefined) known.clear()
  })
  const about = () => {
    const today = clock.today()
    if (kept?.today !== today) kept = { today, offered: offeredOn(desk.read, today, known) }
    return { today, budgetLeftPence: budgetLeft(desk.read), offered: kept.offered }
  }
  return {
    'opportunities.forNeed': (asked) => matchesForNeed(desk.read, asked, about()),
    'opportunities.forNeeds': () => ({ needs: matchesForNeeds(desk.read, about()) }),
  }
}
