import type { Clock } from '../../../shared/kernel/clock'
import type { HandlersOf } from '../../../shared/kernel/channel'
import type { needsContract } from '../../../shared/features/needs/contract'
import type { SchoolDesk } from '../../db/school-desk'
import type { Paper } from '../../documents/paper'
import type { Standard } from '../../../shared/features/needs/model'
import type { Day } from '../../../shared/kernel/dates'
import type { ReadDb } from '../../db/handle'
import { balanceOf } from './balance'
import { choices, eventChoices, standardsKnown, type PersonHere } from './choices'
import { letGo, serveNeeds } from './events'
import { listExpertise, removeExpertise, saveExpertise } from './expertise'
import { moveNeeds } from './move'
import { raiseNeeds, saveNeed } from './raise'
import { type Hand } from './steps'
import { needsOnPaper } from './paper'
import { needOf, type Types } from './record'
import { listNeeds } from './repository'

export interface NeedsNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly paper: Paper
  /** The statements of the frameworks that packs bring. */
  readonly standards: () => Promise<readonly Standard[]>
  /** Kinds of activity, by their codes. */
  readonly types: () => Types
  /** Everybody who works at the school on a day. */
  readonly peopleOn: (db: ReadDb, on: Day) => readonly PersonHere[]
}

type Handlers = HandlersOf<typeof needsContract>

export function needsHandlers(needs: NeedsNeeds): Handlers {
  return { ...reading(needs), ...writing(needs), ...register(needs) }
}

/** Who writes now, and on which day. */
export function handOf(desk: SchoolDesk, clock: Clock): Hand {
  return { today: clock.today(), byPersonId: desk.actingPersonId ?? null }
}

function reading(needs: NeedsNeeds) {
  const { desk, clock, types, peopleOn, standards } = needs
  return {
    'needs.list': (filter) => ({ today: clock.today(), needs: listNeeds(desk.read, filter, clock.today()) }),
    'needs.get': ({ id }) => ({ ...needOf(desk.read, id, clock.today(), types()), today: clock.today() }),
    'needs.choices': () => ({
      ...choices(desk.read, clock.today(), { types: types(), people: peopleOn(desk.read, clock.today()) }),
      actingPersonId: desk.actingPersonId ?? null,
    }),
    'needs.standards': async () => {
      const statements = await desk.sameSchoolAfter(standards)
      return { standards: standardsKnown(desk.read, statements) }
    },
    'needs.events': () => ({ events: eventChoices(desk.read, clock.today()) }),
    'needs.balance': ({ year }) => balanceOf(desk.read, clock.today(), year),
    'needs.print': (input) => needsOnPaper(needs, input),
  } satisfies Partial<Handlers>
}

function writing({ desk, clock }: NeedsNeeds) {
  const hand = () => handOf(desk, clock)
  return {
    'needs.raise': ({ owners, ...need }) => {
      const raised = desk.write('needs.raise', (db) =>
        raiseNeeds(
          db,
          owners.map((owner) => ({ ...need, owner })),
          hand(),
        ),
      )
      const fresh = raised.filter(({ isNew }) => isNew).length
      return { raised: fresh, already: raised.length - fresh, ids: raised.map(({ id }) => id) }
    },
    'needs.save': (input) => {
      desk.write('needs.save', (db) => saveNeed(db, input, clock.today()))
      return { id: input.id }
    },
    'needs.move': (input) => ({ moved: desk.write('needs.move', (db) => moveNeeds(db, input, hand())) }),
    'needs.serve': ({ needIds, eventId }) => ({
      added: desk.write('needs.serve', (db) => serveNeeds(db, needIds, eventId, hand())),
    }),
    'needs.letGo': ({ needId, eventId }) => {
      desk.write('needs.letGo', (db) => letGo(db, needId, eventId, hand()))
      return {}
    },
  } satisfies Partial<Handlers>
}

function register({ desk, clock }: NeedsNeeds) {
  return {
    'expertise.list': (asked) => ({
      today: clock.today(),
      lines: listExpertise(desk.read, asked, clock.today()),
    }),
    'expertise.save': (input) => ({ id: desk.write('expertise.save', (db) => saveExpertise(db, input)) }),
    'expertise.remove': ({ id }) => {
      desk.write('expertise.remove', (db) => removeExpertise(db, id))
      return {}
    },
  } satisfies Partial<Handlers>
}
