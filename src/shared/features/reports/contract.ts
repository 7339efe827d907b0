import { z } from 'zod'
import { host, read, write, zNothing } from '../../kernel/channel'
import { zReportDocument } from '../../kernel/report-table'
import { zYearAsked, zYearsKnown } from '../../kernel/years'
import { zIssued, zReportAsk, zReportFormat, zReportKind, zTextSection } from './model'

const zBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const zText = z.object({ section: zTextSection, title: z.string(), hint: z.string(), body: z.string() })

/** The school's logo, and how large it stands in the head of a page. */
const zLogo = z.object({ dataUrl: z.string(), widthMm: z.number().positive(), heightMm: z.number().positive() })

/** A chart as the print view drew it. */
export const zDrawnChart = z.object({
  key: z.string().max(100),
  svg: z.string().max(2_000_000),
  png: zBytes,
  widthPx: z.number().positive().max(4000),
  heightPx: z.number().positive().max(4000),
})

export const reportsContract = {
  'reports.kinds': read(
    'Which reports there are',
    zNothing,
    z.object({ kinds: z.array(z.object({ kind: zReportKind, title: z.string(), about: z.string() })) }),
  ),
  'reports.years': read('Years for which a report can be asked, newest first', zNothing, zYearsKnown),
  'reports.gather': read(
    'A report with its figures, for the screen',
    zReportAsk,
    z.object({ report: zReportDocument, texts: z.array(zText), proposedSteps: z.array(z.string()) }),
  ),
  'reports.saveText': write(
    'Keep a text of a report',
    z.object({
      kind: zReportKind,
      year: zYearAsked,
      section: zTextSection,
      body: z.string().max(8000),
    }),
    zNothing,
  ),
  'reports.preview': host('A report as the PDF that is printed', zReportAsk, z.object({ pdf: zBytes })),
  'reports.print': host('Send a report to a printer', zReportAsk, z.object({ printed: z.boolean() })),
  'reports.export': host(
    'Write a report to a file in a place that a person chooses',
    zReportAsk.extend({ format: zReportFormat }),
    z.object({ fileName: z.string() }),
  ),
  'reports.issue': host(
    'Issue a report: keep its figures, text and files as they are now',
    zReportAsk.extend({ reason: z.string().trim().max(500).nullable().default(null) }),
    z.object({ id: z.string(), number: z.int() }),
  ),
  'reports.issued': read(
    'Reports that were issued, newest first',
    zNothing,
    z.object({ issued: z.array(zIssued) }),
  ),
  'reports.openIssued': read(
    'The bytes of an issued report, as they were issued',
    z.object({ id: z.string(), format: zReportFormat }),
    z.object({ fileName: z.string(), mediaType: z.string(), content: zBytes }),
  ),
  'reports.printIssued': host(
    'Send the pages of an issued report to a printer, as they were issued',
    z.object({ id: z.string() }),
    z.object({ printed: z.boolean() }),
  ),
  'reports.saveIssued': host(
    'Write a copy of an issued report to a place that a person chooses',
    z.object({ id: z.string(), format: zReportFormat }),
    z.object({ fileName: z.string() }),
  ),
  'print.job': read(
    'What a print window has to draw',
    z.object({ token: z.string().max(100) }),
    z.union([
      z.object({
        report: zReportDocument,
        wantsCharts: z.boolean(),
        logo: zLogo.nullable(),
        /** The pages that the contents name, by the place they lead to. */
        pages: z.record(z.string(), z.int()),
      }),
      z.object({ pdf: zBytes, title: z.string() }),
    ]),
  ),
  'print.ready': host(
    'A print window hands over the charts that it was asked for',
    z.object({ token: z.string().max(100), charts: z.array(zDrawnChart).max(40) }),
    zNothing,
  ),
}
