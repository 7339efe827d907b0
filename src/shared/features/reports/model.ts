import { z } from 'zod'
import { zYearAsked } from '../../kernel/years'

/** The reports that can be asked for. */
export const zReportKind = z.enum(['governors', 'spend', 'participation'])
export type ReportKind = z.infer<typeof zReportKind>

interface KindAbout {
  readonly title: string
  readonly about: string
}

/** What each report is called and what it is for. */
export const reportKinds: Readonly<Record<ReportKind, KindAbout>> = {
  governors: {
    title: 'Governors’ report',
    about: 'What staff learned in a year, what it did for the priorities, what it cost and what worked.',
  },
  spend: {
    title: 'Spend report',
    about: 'Spend against budget by fund, by finance code and by event, paid and promised.',
  },
  participation: {
    title: 'Participation report',
    about: 'Who took part, by staff group and pro rata to their posts. With names only when asked for.',
  },
}

export const zReportOptions = z.object({
  /** Names of staff are left out unless somebody asks for them. */
  names: z.boolean().default(false),
})

/** A report as asked for: which one, for which year, and how. */
export const zReportAsk = z.object({
  kind: zReportKind,
  year: zYearAsked,
  options: zReportOptions.default({ names: false }),
})
export type ReportAsk = z.infer<typeof zReportAsk>

/** Texts that people write into a report. Computed sentences are never replaced, so no figure can go stale. */
export const zTextSection = z.enum(['opening', 'fairness', 'priorities', 'money', 'worked', 'next-steps'])
export type TextSection = z.infer<typeof zTextSection>

interface SectionAbout {
  readonly title: string
  readonly hint: string
}

/** What each text is called in the editor, and what it is for. */
export const textSections: Readonly<Record<TextSection, SectionAbout>> = {
  opening: {
    title: 'Opening words',
    hint: 'Two or three sentences in your own voice. They follow the first sentences with the figures.',
  },
  fairness: { title: 'About fair shares', hint: 'What lies behind the differences between groups of staff.' },
  priorities: { title: 'About the priorities', hint: 'What moved, what did not, and why.' },
  money: { title: 'About the money', hint: 'Anything unusual in the year: a grant, a long cover, a saving.' },
  worked: { title: 'About what worked', hint: 'What you will do again, and what you will not.' },
  'next-steps': {
    title: 'Next steps',
    hint: 'One step on each line. Left empty, the report proposes some from the figures.',
  },
}

/** Which texts a kind of report holds. */
export const sectionsOf: Readonly<Record<ReportKind, readonly TextSection[]>> = {
  governors: ['opening', 'fairness', 'priorities', 'money', 'worked', 'next-steps'],
  spend: ['opening', 'money'],
  participation: ['opening', 'fairness'],
}

/** Formats that a report is written in. */
export const zReportFormat = z.enum(['pdf', 'docx', 'xlsx', 'csv', 'json'])
export type ReportFormat = z.infer<typeof zReportFormat>

/** The media type of each format, as it is kept with an issued file. */
export const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
}

/** An issued report, as the list shows it. */
export const zIssued = z.object({
  id: z.string(),
  kind: zReportKind,
  year: zYearAsked,
  /** 1 for the first issue of a report for a year; a correction is 2, 3, … */
  number: z.int(),
  title: z.string(),
  issuedOn: z.string(),
  issuedByName: z.string().nullable(),
  /** Why it was issued again; null for a first issue. */
  reason: z.string().nullable(),
  /** The number of the issue that replaced this one; null while it stands. */
  replacedByNumber: z.int().nullable(),
  files: z.array(z.object({ format: zReportFormat, fileName: z.string(), sha256: z.string() })),
})
export type Issued = z.infer<typeof zIssued>
