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
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { assertNever } from '../../shared/kernel/result'
import type { Block, Chart, ReportDocument } from '../../shared/kernel/report-table'
import { xmlText } from './cell-values'
import { documentStyles, ink, lists, numbering, page, paragraphStyles, textWidthTwips } from './docx-style'
import { docxTable } from './docx-table'

/** A chart as the print view drew it: crisp vectors, and a picture for programs that cannot show them. */
export interface ChartPicture {
  readonly key: string
  readonly svg: string
  readonly png: Uint8Array
  /** Size at which it was drawn, CSS pixels. */
  readonly widthPx: number
  readonly heightPx: number
}

type Piece = Paragraph | Table

const headingLevels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const fullWidthPx = Math.round((textWidthTwips / 1440) * 96)

/**
 * A report as a Word file that people can edit: Word's own title, headings and lists, real tables, charts as vector
 * pictures with a PNG beneath, running head, page x of y, A4 with margins of 18 mm, in British English. A chart whose
 * picture is missing is told in words, so that no finding gets lost.
 */
export async function writeDocx(report: ReportDocument, charts: readonly ChartPicture[]): Promise<Uint8Array> {
  const pictures = new Map(charts.map((chart) => [chart.key, chart]))
  const opening = [
    new Paragraph({ heading: HeadingLevel.TITLE, text: xmlText(report.title) }),
    new Paragraph({ style: 'Subtitle', text: xmlText(report.subtitle) }),
  ]
  const file = new Document({
    title: xmlText(report.title),
    subject: xmlText(report.running),
    creator: xmlText(report.schoolName),
    description: xmlText(report.stamp),
    styles: documentStyles,
    numbering,
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              top: page.margin + 280,
              right: page.margin,
              bottom: page.margin + 120,
              left: page.margin,
              header: 620,
              footer: 560,
            },
          },
        },
        headers: { default: new Header({ children: [runningHead(report)] }) },
        footers: { default: new Footer({ children: [foot(report)] }) },
        children: [...opening, ...body(report.blocks, pictures)],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

function body(blocks: readonly Block[], pictures: ReadonlyMap<string, ChartPicture>): Piece[] {
  let listCount = 0
  return blocks.flatMap((block, index) => {
    if (block.kind === 'list' && block.ordered) listCount += 1
    return pieces(block, { pictures, listCount, onNewPage: blocks[index - 1]?.kind === 'page-break' })
  })
}

interface Place {
  readonly pictures: ReadonlyMap<string, ChartPicture>
  /** Number of the ordered list that this block is. */
  readonly listCount: number
  readonly onNewPage: boolean
}

function pieces(block: Block, place: Place): Piece[] {
  switch (block.kind) {
    case 'heading':
      return [headingParagraph(block, place.onNewPage)]
    case 'lead':
      return [new Paragraph({ style: paragraphStyles.lead, text: xmlText(block.text) })]
    case 'paragraph':
      return [new Paragraph({ text: xmlText(block.text), widowControl: true })]
    case 'note':
      return [new Paragraph({ style: paragraphStyles.note, text: xmlText(block.text) })]
    case 'list':
      return block.items.map((item) => listItem(item, block.ordered ? place.listCount : undefined))
    case 'figures':
      return [figuresStrip(block.items), new Paragraph({ style: paragraphStyles.afterTable, children: [] })]
    case 'table':
      return docxTable(block.table)
    case 'chart':
      return chartPieces(block.chart, place.pictures.get(block.chart.key))
    case 'page-break':
      return []
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
function listItem(item: string, instance: number | undefined): Paragraph {
  const numberingOf =
    instance === undefined
      ? { reference: lists.bullets, level: 0 }
      : { reference: lists.numbers, level: 0, instance }
  return new Paragraph({ text: xmlText(item), numbering: numberingOf, spacing: { after: 60 } })
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

function chartPieces(chart: Chart, picture: ChartPicture | undefined): Piece[] {
  const title = new Paragraph({ style: paragraphStyles.tableTitle, text: xmlText(chart.title), keepNext: true })
  if (!picture) return [title, ...chartInWords(chart)]
  const width = Math.min(fullWidthPx, picture.widthPx)
  const size = { width, height: Math.round((picture.heightPx * width) / picture.widthPx) }
  const image = new ImageRun({
    type: 'svg',
    data: Buffer.from(picture.svg, 'utf8'),
    transformation: size,
    fallback: { type: 'png', data: picture.png },
    altText: {
      name: chart.key,
      title: xmlText(chart.title),
      description: xmlText(`${chart.title} ${describe(chart)}`),
    },
  })
  return [title, new Paragraph({ children: [image], spacing: { after: 160 } })]
}

function chartInWords(chart: Chart): Paragraph[] {
  return [new Paragraph({ style: paragraphStyles.note, text: xmlText(describe(chart)) })]
}

const figure = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** The figures of a chart in one line, for those who cannot see it. */
export function describe(chart: Chart): string {
  const before = chart.unit === 'pounds' ? '£' : ''
  const after = chart.unit === 'percent' ? '%' : chart.unit === 'hours' ? ' hours' : ''
  const parts = chart.points.map(({ label, values, target }) => {
    const bars = chart.series.map(({ key, title }) => {
      const text = `${before}${figure.format(values[key] ?? 0)}${after}`
      return chart.series.length > 1 ? `${title.toLowerCase()} ${text}` : text
    })
    return `${label}: ${bars.join(', ')}${target === undefined ? '' : ` of ${before}${figure.format(target)}${after}`}`
  })
  return `${parts.join('; ')}.`
}

function runningHead(report: ReportDocument): Paragraph {
  return new Paragraph({
    style: paragraphStyles.running,
    tabStops: [{ type: TabStopType.RIGHT, position: textWidthTwips }],
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: ink.text, space: 4 } },
    children: [new TextRun(xmlText(report.schoolName)), new TextRun({ text: `\t${xmlText(report.running)}` })],
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
