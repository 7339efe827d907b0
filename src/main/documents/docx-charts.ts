import { BorderStyle, ImageRun, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { formatCell, type Chart } from '../../shared/kernel/report-table'
import { xmlText } from './cell-values'
import { paragraphStyles, textWidthTwips } from './docx-style'

/** A chart as the print view drew it: crisp vectors, and a picture for programs that cannot show them. */
export interface ChartPicture {
  readonly key: string
  readonly svg: string
  readonly png: Uint8Array
  /** Size at which it was drawn, CSS pixels. */
  readonly widthPx: number
  readonly heightPx: number
}

const pxOfTwips = (twips: number): number => Math.round((twips / 1440) * 96)
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const borders = { top: none, bottom: none, left: none, right: none }

/** One chart over the whole width, or two beside each other in a table without lines. */
export function docxCharts(
  charts: readonly Chart[],
  pictures: ReadonlyMap<string, ChartPicture>,
): (Paragraph | Table)[] {
  const [only, second] = charts
  if (only === undefined) return []
  if (second === undefined) return chartParagraphs(only, pictures.get(only.key), pxOfTwips(textWidthTwips))
  const width = Math.floor(textWidthTwips / 2)
  const gap = 160
  const cells = [only, second].map(
    (chart, index) =>
      new TableCell({
        width: { size: width, type: WidthType.DXA },
        borders,
        margins: { left: index === 0 ? 0 : gap, right: index === 0 ? gap : 0, top: 0, bottom: 0 },
        children: chartParagraphs(chart, pictures.get(chart.key), pxOfTwips(width - gap)),
      }),
  )
  return [
    new Table({
      rows: [new TableRow({ cantSplit: true, children: cells })],
      width: { size: width * 2, type: WidthType.DXA },
      columnWidths: [width, width],
      layout: TableLayoutType.FIXED,
      borders: { ...borders, insideHorizontal: none, insideVertical: none },
    }),
    new Paragraph({ style: paragraphStyles.afterTable, children: [] }),
  ]
}

function chartParagraphs(chart: Chart, picture: ChartPicture | undefined, roomPx: number): Paragraph[] {
  const title = new Paragraph({ style: paragraphStyles.tableTitle, text: xmlText(chart.title), keepNext: true })
  if (!picture) return [title, new Paragraph({ style: paragraphStyles.note, text: xmlText(describe(chart)) })]
  const width = Math.min(roomPx, picture.widthPx)
  const image = new ImageRun({
    type: 'svg',
    data: Buffer.from(picture.svg, 'utf8'),
    transformation: { width, height: Math.round((picture.heightPx * width) / picture.widthPx) },
    fallback: { type: 'png', data: picture.png },
    altText: {
      name: chart.key,
      title: xmlText(chart.title),
      description: xmlText(`${chart.title} ${describe(chart)}`),
    },
  })
  return [title, new Paragraph({ children: [image], spacing: { after: 160 } })]
}

/** The figures of a chart in one line, for those who cannot see it. */
export function describe(chart: Chart): string {
  const after = chart.unit === 'hours' ? ' hours' : ''
  const say = (value: number): string => `${formatCell(chart.unit, value)}${after}`
  const parts = chart.points.map(({ label, values, target }) => {
    const bars = chart.series.map(({ key, title }) => {
      const text = say(values[key] ?? 0)
      return chart.series.length > 1 ? `${title.toLowerCase()} ${text}` : text
    })
    return `${label}: ${bars.join(', ')}${target === undefined ? '' : ` of ${say(target)}`}`
  })
  return `${parts.join('; ')}.`
}
