import type { OnPaper } from '../../../shared/features/packs/library'
import type { PaperFormat } from '../../../shared/features/opportunities/paper-format'
import type { ReportDocument, ReportTable } from '../../../shared/kernel/report-table'
import type { SchoolDesk } from '../../db/school-desk'
import { writeCsv } from '../../documents/csv'
import type { Paper } from '../../documents/paper'
import { safeFileName } from '../../lib/files'

export interface PaperNeeds {
  readonly desk: SchoolDesk
  readonly paper: Paper
}

export interface PaperWork {
  readonly pages: ReportDocument
  /** What a spreadsheet holds; undefined for what is only printed or written. */
  readonly table: ReportTable | undefined
  readonly format: PaperFormat
  readonly createdAtUtc: string
}

/** Prints pages, or saves them as a file. Throws Refusals `cancelled`, `print.failed`, `file.*`. */
export async function onPaper({ desk, paper }: PaperNeeds, work: PaperWork): Promise<OnPaper> {
  const { pages, format } = work
  if (format === 'print') return { printed: await paper.print(pages), fileName: null }
  const content = await desk.sameSchoolAfter(() => bytesOf(paper, work))
  const suggestedName = `${safeFileName(pages.title)}.${format}`
  return {
    printed: false,
    fileName: await paper.saveAs(content, { title: 'Save the list', suggestedName, format }),
  }
}

async function bytesOf(paper: Paper, { pages, table, format, createdAtUtc }: PaperWork): Promise<Uint8Array> {
  switch (format) {
    case 'csv':
      return new TextEncoder().encode(writeCsv(table === undefined ? [] : [table]))
    case 'xlsx': {
      const { writeXlsx } = await import('../../documents/xlsx')
      return writeXlsx(table === undefined ? [] : [table], {
        title: pages.title,
        schoolName: pages.schoolName,
        createdAtUtc,
      })
    }
    case 'docx':
      return paper.wordBytes(pages)
    case 'pdf':
    case 'print':
      return paper.bytes(pages, 'pdf')
  }
}
