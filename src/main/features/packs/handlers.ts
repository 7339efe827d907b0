import type { Clock } from '../../../shared/kernel/clock'
import type { HandlersOf } from '../../../shared/kernel/channel'
import { Refusal } from '../../../shared/kernel/result'
import type { Pack } from '../../../shared/features/packs/content'
import type { listsContract, packsContract } from '../../../shared/features/packs/contract'
import { dataEntries, type ProgramData } from '../../../shared/features/packs/data'
import type { PackLine } from '../../../shared/features/packs/library'
import type { ReadDb } from '../../db/handle'
import type { SchoolDesk } from '../../db/school-desk'
import { profileOn } from '../../db/school-years'
import type { Host } from '../../lib/host'
import type { Paper } from '../../documents/paper'
import { addPack, type AddingNeeds } from './adding'
import { itemOnPaper, listOnPaper } from './on-paper'
import { contentsOf, findIn, itemOf, keepEntry, removeEntry } from './library'
import { dropEntry, saveCode, saveKind, saveType, schoolLists } from './own-lists'
import { dropPack } from './repository'
import { listed, type Shelf } from './shelf'
import { compareWording, keepOurs, saveWording, takeTheirs, wordingOf } from './wording'

export interface PacksNeeds extends Pick<AddingNeeds, 'addStaffGroups'> {
  /** The data that the program works with, as the open school has it. */
  readonly data: () => ProgramData
  /** The same without what the school added or worded itself. */
  readonly beneathOwn: () => ProgramData
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly host: Host
  readonly appVersion: string
  readonly shelf: Shelf
  readonly paper: Paper
}

const packFiles = [{ name: 'Pack of CPD Binder', extensions: ['cpdpack'] }]

/** The library is the school's: it can be read and added to when one is open. */
export function packsHandlers(needs: PacksNeeds): HandlersOf<typeof packsContract> {
  const { data, desk, clock, host, shelf } = needs
  return {
    'packs.typology': () => data().typology,
    'packs.financeCodes': () => data().financeCodes,
    'packs.list': async () => ({ packs: (await shelf.packs()).map(({ pack, layer }) => packLine(pack, layer)) }),
    'packs.add': async () => {
      const [path] = await desk.sameSchoolAfter(() => host.askOpenFiles({ title: 'Add a pack', kinds: packFiles }))
      if (path === undefined) throw new Refusal('cancelled')
      return addPack(path, needs)
    },
    'packs.remove': ({ packId }) => {
      desk.write('packs.remove', (db) => {
        if (!dropPack(db, packId)) throw new Refusal('record.missing')
      })
      return {}
    },
    ...listsHandlers(needs),
    'library.contents': () => contentsOf(shelf),
    'library.item': ({ kind, id }) => itemOf(shelf, kind, id),
    'library.acronyms': async () => ({ acronyms: (await shelf.all(['acronym'])).map(listed) }),
    'library.terms': async () => ({ terms: (await shelf.all(['term'])).map(listed) }),
    'library.links': async () => ({ links: (await shelf.all(['link'])).map(listed) }),
    'library.find': async ({ words }) => ({ found: await findIn(shelf, words) }),
    'library.print': ({ kind, id, format }) => itemOnPaper(needs, { kind, id }, format),
    'library.printList': ({ kind, format }) => listOnPaper(needs, kind, format),
    'library.saveAcronym': ({ id, ...given }) => ({
      id: desk.write('library.saveAcronym', (db) => keepEntry(db, 'acronym', given, id)),
    }),
    'library.saveTerm': ({ id, ...given }) => ({
      id: desk.write('library.saveTerm', (db) => keepEntry(db, 'term', given, id)),
    }),
    'library.saveLink': ({ id, ...given }) => ({
      id: desk.write('library.saveLink', (db) => keepEntry(db, 'link', { ...given, asOf: clock.today() }, id)),
    }),
    'library.wording': (text) => wordingOf(shelf, text),
    'library.compareWording': (text) => compareWording(shelf, text),
    'library.saveWording': async (given) => {
      await desk.sameSchoolAfter(() => shelf.load())
      return desk.write('library.saveWording', (db) => saveWording(db, shelf, given))
    },
    'library.takeTheirs': async (text) => {
      await desk.sameSchoolAfter(() => shelf.load())
      desk.write('library.takeTheirs', (db) => takeTheirs(db, shelf, text))
      return {}
    },
    'library.keepOurs': async (text) => {
      await desk.sameSchoolAfter(() => shelf.load())
      desk.write('library.keepOurs', (db) => keepOurs(db, shelf, text))
      return {}
    },
    'library.remove': ({ kind, id }) => {
      desk.write('library.remove', (db) => removeEntry(db, kind, id))
      return {}
    },
  }
}

function listsHandlers({ data, beneathOwn, desk, clock }: PacksNeeds): HandlersOf<typeof listsContract> {
  const about = (db: ReadDb) => ({
    now: data(),
    beneath: beneathOwn(),
    regime: profileOn(db, clock.today())?.regime ?? ('maintained' as const),
  })
  return {
    'lists.all': () => schoolLists(desk.read, about(desk.read)),
    'lists.saveType': (given) => ({
      code: desk.write('lists.saveType', (db) => saveType(db, about(db), given)),
    }),
    'lists.saveKind': (given) => ({
      code: desk.write('lists.saveKind', (db) => saveKind(db, about(db), given)),
    }),
    'lists.saveCode': (given) => ({
      code: desk.write('lists.saveCode', (db) => saveCode(db, about(db), given)),
    }),
    'lists.drop': ({ list, code }) => {
      desk.write('lists.drop', (db) => dropEntry(db, about(db), list, code))
      return {}
    },
  }
}

function packLine({ manifest, contents, data }: Pack, layer: PackLine['layer']): PackLine {
  const { id, title, about, version, dated, licence, isToBeChecked, isHistory, sources } = manifest
  return {
    packId: id,
    title,
    about,
    version,
    dated,
    licence,
    layer,
    isToBeChecked,
    isHistory,
    sources,
    count: contents.length + dataEntries(data).size,
  }
}
