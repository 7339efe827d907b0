import { z } from 'zod'
import { host, read, write, zNothing } from '../../kernel/channel'
import { zContentKind } from './content'
import {
  zComparedWording,
  zFound,
  zLibraryContents,
  zLibraryItem,
  zListedAcronym,
  zListedLink,
  zListedTerm,
  zListKind,
  zOnPaper,
  zOwnAcronym,
  zOwnLink,
  zOwnTerm,
  zOwnWording,
  zPackAdded,
  zPackLine,
  zPaperFormat,
  zReadableKind,
  zWordedKind,
  zWording,
} from './library'
import { zFinanceCodes, zTypology } from './model'
import { zOwnCode, zOwnKind, zOwnList, zOwnType, zSchoolLists } from './own-lists'

const zCode = z.object({ code: z.string() })
const zKept = z.object({ id: z.string() })
const zWorded = z.object({ kind: zWordedKind, id: z.string() })

/** The school's own layer of the lists. */
export const listsContract = {
  'lists.all': read(
    'Kinds of activity, kinds of cost and finance codes as this school has them, with where each comes from',
    zNothing,
    zSchoolLists,
  ),
  'lists.saveType': write('Keeps a kind of activity of the school’s own, or other words for one', zOwnType, zCode),
  'lists.saveKind': write('Keeps a kind of cost of the school’s own, or other words for one', zOwnKind, zCode),
  'lists.saveCode': write('Keeps a finance code of the school’s own, or another name for one', zOwnCode, zCode),
  'lists.drop': write(
    'Takes an entry of the school’s own out, or its words back to those of the pack',
    z.object({ list: zOwnList, code: z.string() }),
    zNothing,
  ),
}

export const packsContract = {
  ...listsContract,
  'packs.typology': read('Types, sources and levels of activity', zNothing, zTypology),
  'packs.financeCodes': read('Finance codes, kinds of cost and kinds of fund', zNothing, zFinanceCodes),
  'packs.list': read(
    'The packs that this school has, with where each comes from',
    zNothing,
    z.object({ packs: z.array(zPackLine) }),
  ),
  'packs.add': host(
    'Asks for a pack and adds it to this school, or puts it in the place of its earlier edition',
    zNothing,
    zPackAdded,
  ),
  'packs.remove': write(
    'Takes a pack out that was handed to this school',
    z.object({ packId: z.string() }),
    zNothing,
  ),
  'library.contents': read(
    'What there is to read in the library, and how long its lists are',
    zNothing,
    zLibraryContents,
  ),
  'library.item': read(
    'One text of the library, with its sources',
    z.object({ kind: zReadableKind, id: z.string() }),
    zLibraryItem,
  ),
  'library.acronyms': read(
    'Acronyms and what they stand for',
    zNothing,
    z.object({ acronyms: z.array(zListedAcronym) }),
  ),
  'library.terms': read('The words of CPD and what they mean', zNothing, z.object({ terms: z.array(zListedTerm) })),
  'library.links': read('Addresses on the web', zNothing, z.object({ links: z.array(zListedLink) })),
  'library.find': read(
    'Finds words in every text and list of the library',
    z.object({ words: z.string().max(200) }),
    z.object({ found: z.array(zFound) }),
  ),
  'library.print': host(
    'Sends one text of the library to a printer, or writes it to a file in a place that a person chooses',
    z.object({ kind: zReadableKind, id: z.string(), format: zPaperFormat }),
    zOnPaper,
  ),
  'library.printList': host(
    'Sends a list of the library to a printer, or writes it to a file in a place that a person chooses',
    z.object({ kind: zListKind, format: zPaperFormat }),
    zOnPaper,
  ),
  'library.saveAcronym': write('Keeps an acronym of the school’s own', zOwnAcronym, zKept),
  'library.saveTerm': write('Keeps a word of the school’s own with what it means', zOwnTerm, zKept),
  'library.saveLink': write('Keeps an address on the web of the school’s own', zOwnLink, zKept),
  'library.wording': read('A text of the library as it is written, to be worded anew', zWorded, zWording),
  'library.saveWording': write(
    'Keeps the school’s own wording of a text in the place of the pack’s; the pack’s own words are not kept as ours',
    zOwnWording,
    z.object({ isOurs: z.boolean() }),
  ),
  'library.compareWording': read(
    'The school’s own wording of a text beside what a pack brings now',
    zWorded,
    zComparedWording,
  ),
  'library.takeTheirs': write(
    'Goes back to the text of the pack; the school’s own wording is put away',
    zWorded,
    zNothing,
  ),
  'library.keepOurs': write(
    'Keeps the school’s own wording although the pack’s text has changed; asked again when it changes once more',
    zWorded,
    zNothing,
  ),
  'library.remove': write(
    'Takes an entry of the school’s own out of the library',
    z.object({ kind: zContentKind, id: z.string() }),
    zNothing,
  ),
}
