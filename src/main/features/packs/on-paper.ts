import type { Clock } from '../../../shared/kernel/clock'
import type { ReportDocument } from '../../../shared/kernel/report-table'
import {
  acronymsAsReport,
  itemAsReport,
  linksAsReport,
  termsAsReport,
  type Sheet,
} from '../../../shared/features/packs/as-report'
import type { ListKind, OnPaper, PaperFormat, ReadableKind } from '../../../shared/features/packs/library'
import type { SchoolDesk } from '../../db/school-desk'
import { profileOn } from '../../db/school-years'
import type { Paper } from '../../documents/paper'
import { safeFileName } from '../../lib/files'
import { itemOf } from './library'
import { listed, type Shelf } from './shelf'

export interface OnPaperNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly shelf: Shelf
  readonly paper: Paper
}

/** Prints or saves one text. Throws Refusals `record.missing`, `cancelled`, `print.failed`, `file.*`. */
export async function itemOnPaper(
  needs: OnPaperNeeds,
  { kind, id }: { readonly kind: ReadableKind; readonly id: string },
  format: PaperFormat,
): Promise<OnPaper> {
  return onPaper(needs.paper, itemAsReport(await itemOf(needs.shelf, kind, id), sheetOf(needs)), format)
}

/** Prints or saves a list. Throws as {@link itemOnPaper}. */
export async function listOnPaper(needs: OnPaperNeeds, kind: ListKind, format: PaperFormat): Promise<OnPaper> {
  return onPaper(needs.paper, await listAsReport(needs.shelf, kind, sheetOf(needs)), format)
}

async function listAsReport(shelf: Shelf, kind: ListKind, sheet: Sheet): Promise<ReportDocument> {
  switch (kind) {
    case 'acronym':
      return acronymsAsReport((await shelf.all(['acronym'])).map(listed).sort(by('acronym')), sheet)
    case 'term':
      return termsAsReport((await shelf.all(['term'])).map(listed).sort(by('term')), sheet)
    case 'link':
      return linksAsReport((await shelf.all(['link'])).map(listed).sort(by('title')), sheet)
  }
}

const by =
  <K extends string>(key: K) =>
  (a: Readonly<Record<K, string>>, b: Readonly<Record<K, string>>): number =>
    a[key].localeCompare(b[key], 'en-GB')

function sheetOf({ desk, clock }: OnPaperNeeds): Sheet {
  const today = clock.today()
  return { schoolName: profileOn(desk.read, today)?.name ?? '', today }
}

async function onPaper(paper: Paper, report: ReportDocument, format: PaperFormat): Promise<OnPaper> {
  if (format === 'print') return { printed: await paper.print(report), fileName: null }
  const content = await paper.bytes(report, format)
  const suggestedName = `${safeFileName(report.title)}.${format}`
  return {
    printed: false,
    fileName: await paper.saveAs(content, { title: 'Save from the library', suggestedName, format }),
  }
}
