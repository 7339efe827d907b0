import {
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TableOfContents,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import { assertNever } from '../../shared/kernel/result'
import { opensPage, placeBlocks, type PlacedBlock } from '../../shared/kernel/report-layout'
import type { Block, ReportDocument } from '../../shared/kernel/report-table'
import { xmlText } from './cell-values'
import { docxCharts, type ChartPicture } from './docx-charts'
import { documentStyles, ink, lists, numbering, page, paragraphStyles, textWidthTwips } from './docx-style'
import { docxTable } from './docx-table'
import { docxText, leadsOn, staysWithNext } from './docx-text'
import type { Logo } from './logo'

type Piece = Paragraph | Table | TableOfContents

const headingLevels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/**
 * A report as a Word file that people can edit: Word's own title, headings, contents and lists, real tables, charts as
 * vector pictures with a PNG beneath, running head with the school's logo, page x of y, A4 with margins of 18 mm, in
 * British English. A chart whose picture is missing is told in words, so that no finding gets lost.
 */
export async function writeDocx(
  report: ReportDocument,
  charts: readonly ChartPicture[],
  logo?: Logo,
): Promise<Uint8Array> {
  const pictures = new Map(charts.map((chart) => [chart.key, chart]))
  const file = new Document({
    title: xmlText(report.title),
    subject: xmlText(report.running),
    creator: xmlText(report.schoolName),
    description: xmlText(report.stamp),
    styles: documentStyles,
    numbering,
    ...(canCountPages(report) ? { pageNumbers: estimatePageNumbersWith({ guess: true }) } : {}),
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              top: page.margin + 280 + (logo ? logoRoomTwips : 0),
              right: page.margin,
              bottom: page.margin + 120,
              left: page.margin,
              header: 620,
              footer: 560,
            },
          },
        },
        headers: { default: new Header({ children: [runningHead(report, logo)] }) },
        footers: { default: new Footer({ children: [foot(report)] }) },
        children: [...opening(report), ...contentsOf(report), ...body(report.blocks, pictures)],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

function opening({ title, subtitle, isLetter }: ReportDocument): Paragraph[] {
  if (isLetter === true) return []
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, text: xmlText(title) }),
    new Paragraph({ style: 'Subtitle', text: xmlText(subtitle) }),
  ]
}

/** About twenty pages: to lay out more would keep everybody waiting. */
const mostLaidOut = 60_000

/**
 * True for a document whose contents say their pages at once. In a longer one Word counts them, and asks before it does
 * when it opens the file.
 */
function canCountPages({ hasContents, blocks }: ReportDocument): boolean {
  return hasContents === true && JSON.stringify(blocks).length <= mostLaidOut
}

/** Word's own contents, of the headings of the first level: it can be brought up to date by a click. */
function contentsOf({ hasContents }: ReportDocument): Piece[] {
  if (hasContents !== true) return []
  return [
    new Paragraph({ style: paragraphStyles.contentsTitle, text: 'Contents', keepNext: true }),
    new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-1' }),
  ]
}

function body(blocks: readonly Block[], pictures: ReadonlyMap<string, ChartPicture>): Piece[] {
  let listCount = 0
  const nextList = () => (listCount += 1)
  return placeBlocks(blocks).flatMap((block) =>
    pieces(block, { pictures, nextList, onNewPage: opensPage(blocks, block) }),
  )
}

interface Place {
  readonly pictures: ReadonlyMap<string, ChartPicture>
  /** A number for one more ordered list. */
  readonly nextList: () => number
  readonly onNewPage: boolean
}

function pieces(block: PlacedBlock, place: Place): Piece[] {
  switch (block.kind) {
    case 'heading':
      return [headingParagraph(block, place.onNewPage)]
    case 'lead':
      return [new Paragraph({ style: paragraphStyles.lead, text: xmlText(block.text) })]
    case 'paragraph':
      return [new Paragraph({ text: xmlText(block.text), widowControl: true, keepNext: leadsOn(block.text) })]
    case 'note':
      return [new Paragraph({ style: paragraphStyles.note, text: xmlText(block.text) })]
    case 'list': {
      const instance = block.ordered ? place.nextList() : undefined
      return block.items.map((item, index) => listItem(item, instance, staysWithNext(block.items.length, index)))
    }
    case 'rich':
      return docxText(block.text.content, place.nextList)
    case 'figures':
      return [figuresStrip(block.items), new Paragraph({ style: paragraphStyles.afterTable, children: [] })]
    case 'table':
      return docxTable(block.table)
    case 'charts':
      return docxCharts(block.charts, place.pictures)
    default:
      return assertNever(block)
  }
}

function headingParagraph(block: { level: 1 | 2 | 3; text: string }, onNewPage: boolean): Paragraph {
  return new Paragraph({
    heading: headingLevels[block.level],
    text: xmlText(block.text),
    keepNext: true,
    ...(onNewPage ? { pageBreakBefore: true, spacing: { before: 0 } } : {}),
  })
}

// Each numbered list is an instance of its own, so that it starts at 1 again.
function listItem(item: string, instance: number | undefined, keepNext: boolean): Paragraph {
  const numberingOf =
    instance === undefined
      ? { reference: lists.bullets, level: 0 }
      : { reference: lists.numbers, level: 0, instance }
  return new Paragraph({ text: xmlText(item), numbering: numberingOf, spacing: { after: 60 }, keepNext })
}

function figuresStrip(items: readonly { label: string; value: string; note: string }[]): Table {
  const width = Math.floor(textWidthTwips / Math.max(1, items.length))
  const top = { style: BorderStyle.SINGLE, size: 12, color: ink.text } as const
  const bottom = { style: BorderStyle.SINGLE, size: 4, color: '8A8272' } as const
  const left = { style: BorderStyle.SINGLE, size: 4, color: ink.rule } as const
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
  const cells = items.map(
    ({ label, value, note }, index) =>
      new TableCell({
        width: { size: width, type: WidthType.DXA },
        borders: { top, bottom, left: index === 0 ? none : left, right: none },
        margins: { top: 100, bottom: 100, left: index === 0 ? 0 : 140, right: 100 },
        children: [
          new Paragraph({ style: paragraphStyles.figureLabel, text: xmlText(label) }),
          new Paragraph({ style: paragraphStyles.figureValue, text: xmlText(value) }),
          new Paragraph({ style: paragraphStyles.note, spacing: { before: 0, after: 0 }, text: xmlText(note) }),
        ],
      }),
  )
  return new Table({
    rows: [new TableRow({ cantSplit: true, children: cells })],
    width: { size: width * items.length, type: WidthType.DXA },
    columnWidths: items.map(() => width),
    layout: TableLayoutType.FIXED,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
  })
}

/** What the head needs more where a logo stands in it. */
const logoRoomTwips = 340

function runningHead(report: ReportDocument, logo: Logo | undefined): Paragraph {
  const school = new TextRun(xmlText(report.schoolName))
  return new Paragraph({
    style: paragraphStyles.running,
    tabStops: [{ type: TabStopType.RIGHT, position: textWidthTwips }],
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: ink.text, space: 4 } },
    children: [
      ...(logo ? [crest(logo), new TextRun('  ')] : []),
      school,
      new TextRun({ text: `\t${xmlText(report.running)}` }),
    ],
  })
}

function crest({ mediaType, content, widthMm, heightMm }: Logo): ImageRun {
  const px = (mm: number): number => Math.round((mm / 25.4) * 96)
  return new ImageRun({
    type: mediaType === 'image/png' ? 'png' : 'jpg',
    data: content,
    transformation: { width: px(widthMm), height: px(heightMm) },
    altText: { name: 'logo', title: '', description: 'Logo of the school' },
  })
}

function foot(report: ReportDocument): Paragraph {
  return new Paragraph({
    style: paragraphStyles.running,
    tabStops: [{ type: TabStopType.RIGHT, position: textWidthTwips }],
    children: [
      new TextRun(xmlText(report.stamp)),
      new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
    ],
  })
}
