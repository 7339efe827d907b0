import { formatDay } from '../../../shared/kernel/dates'
import type { ReportDocument } from '../../../shared/kernel/report-table'
import { Refusal } from '../../../shared/kernel/result'
import { plainText, type RichText, type TextBlock } from '../../../shared/kernel/rich-text'
import type { Clock } from '../../../shared/kernel/clock'
import type { Approval, DocumentVersion, ExportFormat } from '../../../shared/features/documents/model'
import { blocksOf } from '../../../shared/features/packs/as-report'
import { keepAttachment, readAttachment } from '../../db/attachments'
import type { SchoolDesk } from '../../db/school-desk'
import { profileOn } from '../../db/school-years'
import type { Paper } from '../../documents/paper'
import { safeFileName } from '../../lib/files'
import { fieldsOfSections, fieldValues } from './fields'
import { documentRow, frozenText, insertFile, sectionsOfDocument, versionsOf } from './repository'
import { approve, reviewDay } from './service'
import { unfinishedIn, wholeText } from './text'
import type { ViewNeeds } from './view'

export interface DocumentsPaperNeeds extends Pick<ViewNeeds, 'factsOf' | 'historyOf' | 'tablesOf'> {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly paper: Paper
}

const formats = ['pdf', 'docx', 'txt'] as const
const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
}

interface Sheet {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly text: RichText
  /** The version, as its foot says; undefined for the working text. */
  readonly version: Pick<DocumentVersion, 'number' | 'approvedOn'> | undefined
}

/** Documents as pages and files; what is approved keeps its text and its files, and opening it gives the same bytes. */
export class DocumentsPaper {
  readonly #needs: DocumentsPaperNeeds

  constructor(needs: DocumentsPaperNeeds) {
    this.#needs = needs
  }

  /** The working text as it reads now. Throws Refusal `record.missing`. */
  textNow(id: string): RichText {
    const version = versionsOf(this.#needs.desk.read, id)[0]
    return this.#written(id, version).text
  }

  /** The text with these facts of a version in it, and what is still unfinished. */
  #written(id: string, version: Parameters<typeof fieldValues>[1]['version']) {
    const { desk, clock, factsOf, historyOf, tablesOf } = this.#needs
    const db = desk.read
    const { person_id: personId, title, kind, review_months: months } = documentRow(db, id)
    const sections = sectionsOfDocument(db, id)
    const values = fieldValues(fieldsOfSections(sections), {
      db,
      today: clock.today(),
      factsOf,
      historyOf,
      tablesOf,
      personId,
      version,
    })
    return { title, kind, months, text: wholeText(sections, values), unfinished: unfinishedIn(sections, values) }
  }

  /**
   * Approves a document: its text is frozen with the facts of its approval in it, and its files are kept. Throws Refusals
   * `document.unfinished` (unless gaps are allowed), `document.not-that-step`, `record.missing`, `record.changed` when it
   * was changed while its pages were drawn.
   */
  async approve(input: Approval): Promise<{ number: number }> {
    const { desk, paper } = this.#needs
    const before = desk.read
    const number = (versionsOf(before, input.id)[0]?.number ?? 0) + 1
    const months = documentRow(before, input.id).review_months
    const version = { ...input, number, reviewOn: reviewDay(input, months) }
    const written = this.#written(input.id, version)
    const { gaps, empty, unknown } = written.unfinished
    const count = gaps + empty.length + unknown.length
    if (count > 0 && !input.withGaps) throw new Refusal('document.unfinished', { count })
    const { title, kind, text } = written
    const sheet: Sheet = { id: input.id, title, kind, text, version }
    const report = this.#report(sheet)
    const files = await desk.sameSchoolAfter(async () => ({
      pdf: await paper.bytes(report, 'pdf'),
      docx: await paper.wordBytes(report),
      txt: textFile(sheet),
    }))
    return desk.write('documents.approve', (db) => {
      if (JSON.stringify(this.#written(input.id, version).text) !== JSON.stringify(written.text))
        throw new Refusal('record.changed')
      const kept = approve(db, input, written.text)
      for (const format of formats) {
        const sha256 = keepAttachment(db, files[format], mediaTypes[format])
        insertFile(db, { versionId: kept.versionId, format, fileName: fileNameOf(sheet, format), sha256 })
      }
      return { number: kept.number }
    })
  }

  /**
   * Asks where to, and writes a document or a version there; a version gives the bytes that were kept, and so does a
   * document that is approved as it stands.
   */
  async save({ id, version: asked, format }: { id: string; version: number | null; format: ExportFormat }) {
    const { desk, paper } = this.#needs
    const version = this.#versionMeant(id, asked)
    const sheet = this.#sheet(id, version)
    const kept = version === null ? undefined : this.#kept(id, version, format)
    const content = await desk.sameSchoolAfter(async () => {
      if (kept) return kept
      if (format === 'txt') return textFile(sheet)
      const report = this.#report(sheet)
      return format === 'docx' ? paper.wordBytes(report) : paper.bytes(report, format)
    })
    const fileName = await paper.saveAs(content, {
      title: 'Save the document',
      suggestedName: fileNameOf(sheet, format),
      format,
    })
    return { fileName }
  }

  /**
   * Sends a document to a printer, or the pages of a version as they were kept when it was approved; false when the
   * person changed their mind.
   */
  async print({ id, version: asked }: { id: string; version: number | null }): Promise<boolean> {
    const { paper } = this.#needs
    const version = this.#versionMeant(id, asked)
    const sheet = this.#sheet(id, version)
    if (version === null) return paper.print(this.#report(sheet))
    return paper.printPages(
      new Uint8Array(this.#kept(id, version, 'pdf')),
      fileNameOf(sheet, 'pdf').replace(/\.pdf$/, ''),
    )
  }

  /** The version that is meant: of what is approved as it stands, the one in force, never a paper that denies it. */
  #versionMeant(id: string, asked: number | null): number | null {
    const { desk } = this.#needs
    if (asked !== null || documentRow(desk.read, id).status !== 'approved') return asked
    return versionsOf(desk.read, id)[0]?.number ?? null
  }

  #sheet(id: string, number: number | null): Sheet {
    const { desk } = this.#needs
    const { title, kind } = documentRow(desk.read, id)
    if (number === null) return { id, title, kind, text: this.textNow(id), version: undefined }
    const version = versionsOf(desk.read, id).find((one) => one.number === number)
    return { id, title, kind, text: frozenText(desk.read, id, number), version }
  }

  #kept(id: string, number: number, format: ExportFormat): Uint8Array {
    const { desk } = this.#needs
    const file = versionsOf(desk.read, id)
      .find((version) => version.number === number)
      ?.files.find((one) => one.format === format)
    const kept = file && readAttachment(desk.read, file.sha256)
    if (!kept) throw new Refusal('record.missing')
    return kept.content
  }

  #report({ title, kind, text, version }: Sheet): ReportDocument {
    const { desk, clock } = this.#needs
    const today = clock.today()
    const schoolName = profileOn(desk.read, today)?.name ?? ''
    const stamp = version
      ? `Version ${version.number}, approved ${formatDay(version.approvedOn)}`
      : `Working text of ${formatDay(today)}, not approved`
    return {
      kind: 'document',
      title,
      subtitle: schoolName,
      schoolName,
      running: title,
      stamp,
      ...(kind === 'letter'
        ? { isLetter: true, blocks: blocksOf(asLetter(text).content) }
        : { hasContents: wantsContents(text), blocks: blocksOf(text.content) }),
      moreTables: [],
      totals: {},
    }
  }
}

const isSectionHeading = (block: TextBlock): boolean => block.type === 'heading' && block.attrs.level === 2

/** From so many sections and words on, a text has a list of its contents: it is longer than anybody sees at once. */
const fewest = { sections: 6, words: 900 } as const

function wantsContents(text: RichText): boolean {
  return (
    text.content.filter(isSectionHeading).length >= fewest.sections &&
    plainText(text).split(/\s+/).length >= fewest.words
  )
}

/** A letter has no heading above its opening and its close: those two are there to be written under. */
function asLetter({ content }: RichText): RichText {
  const headings = content.filter(isSectionHeading)
  const dropped = [headings[0], headings.at(-1)]
  return { type: 'doc', content: content.filter((block) => !dropped.includes(block)) }
}

function textFile({ title, text }: Sheet): Uint8Array {
  return new TextEncoder().encode(`${title}\r\n\r\n${plainText(text).replaceAll('\n', '\r\n')}\r\n`)
}

/** "CPD policy, version 2.pdf" */
function fileNameOf({ title, version }: Sheet, format: ExportFormat): string {
  return `${safeFileName(version ? `${title}, version ${version.number}` : title)}.${format}`
}
