import { addingUp } from '../../../../shared/kernel/adding-up'
import { opensPage, placeBlocks, type PlacedBlock } from '../../../../shared/kernel/report-layout'
import {
  formatCellOf,
  isNumeric,
  type Block,
  type Chart,
  type Column,
  type ReportDocument,
  type ReportTable,
  type Row,
} from '../../../../shared/kernel/report-table'
import { fullChartWidth, halfChartWidth } from './chart-layout'
import { PrintChart } from './print-chart'
import { paragraphClass, PrintLine, PrintText } from './print-text'

/** A whole report, as it is printed. Running head and page numbers are in the page's margin (print.css). */
export function ReportView({ report, pages }: { readonly report: ReportDocument; readonly pages: Pages }) {
  return (
    <article className={report.kind === 'document' ? 'report report-written' : 'report'}>
      {report.isLetter !== true && (
        <>
          <h1>{report.title}</h1>
          <p className="report-by">{report.subtitle}</p>
        </>
      )}
      {report.hasContents === true && <Contents blocks={report.blocks} pages={pages} />}
      {placeBlocks(report.blocks).map((piece, index) => (
        // The blocks of a report never move while it is shown, so their place is their key.
        <Piece
          key={index}
          piece={piece}
          place={report.blocks.findIndex((block) => block === piece)}
          onNewPage={opensPage(report.blocks, piece)}
        />
      ))}
    </article>
  )
}

/** The page of each place that the contents lead to; empty while nobody knows them. */
type Pages = Readonly<Record<string, number>>

interface PieceProps {
  readonly piece: PlacedBlock
  /** Where it stands among the blocks of the report: what the contents lead to. */
  readonly place: number
  readonly onNewPage: boolean
}

const partId = (place: number): string => `part-${place}`

/** The headings of the first level, each with its page. */
function Contents({ blocks, pages }: { readonly blocks: readonly Block[]; readonly pages: Pages }) {
  return (
    <nav className="report-contents" aria-labelledby="report-contents">
      <p id="report-contents">Contents</p>
      <ol>
        {blocks.map(
          (block, place) =>
            block.kind === 'heading' &&
            block.level === 1 && (
              <li key={place}>
                <a href={`#${partId(place)}`}>
                  {block.text}
                  <span aria-hidden="true" />
                  <b>{pages[partId(place)]}</b>
                </a>
              </li>
            ),
        )}
      </ol>
    </nav>
  )
}

function Piece({ piece, place, onNewPage }: PieceProps) {
  switch (piece.kind) {
    case 'heading':
      return <Heading id={partId(place)} level={piece.level} text={piece.text} onNewPage={onNewPage} />
    case 'lead':
      return <p className="report-lead">{piece.text}</p>
    case 'paragraph':
      return <p className={paragraphClass(piece.text)}>{piece.text}</p>
    case 'note':
      return <p className="report-note">{piece.text}</p>
    case 'list':
      return <List items={piece.items} ordered={piece.ordered} />
    case 'figures':
      return <Figures items={piece.items} />
    case 'table':
      return <PrintTable table={piece.table} />
    case 'charts':
      return <Charts charts={piece.charts} />
    case 'rich':
      return <PrintText content={piece.text.content} />
  }
}

function Heading({
  id,
  level,
  text,
  onNewPage,
}: {
  readonly id: string
  readonly level: 1 | 2 | 3
  readonly text: string
  readonly onNewPage: boolean
}) {
  const className = onNewPage ? 'report-new-page' : undefined
  if (level === 1)
    return (
      <h2 id={id} className={className}>
        {text}
      </h2>
    )
  if (level === 2) return <h3 className={className}>{text}</h3>
  return <h4 className={className}>{text}</h4>
}

function List({ items, ordered }: { readonly items: readonly string[]; readonly ordered: boolean }) {
  // Two items may say the same, and none moves.
  const lines = items.map((item, index) => <li key={index}>{item}</li>)
  return ordered ? <ol>{lines}</ol> : <ul>{lines}</ul>
}

function Figures({ items }: { readonly items: readonly { label: string; value: string; note: string }[] }) {
  return (
    <dl className="report-figures">
      {items.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <b>{value}</b>
            <span>{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Charts({ charts }: { readonly charts: readonly Chart[] }) {
  const width = charts.length > 1 ? halfChartWidth : fullChartWidth
  return (
    <div className={charts.length > 1 ? 'report-charts report-charts-two' : 'report-charts'}>
      {charts.map((chart) => (
        <figure key={chart.key}>
          <figcaption>{chart.title}</figcaption>
          <PrintChart chart={chart} width={width} />
        </figure>
      ))}
    </div>
  )
}

/** Tables of at most so many rows are kept on one page. */
const mostKeptWhole = 7

function PrintTable({ table }: { readonly table: ReportTable }) {
  return (
    <section className={table.rows.length <= mostKeptWhole ? 'report-table report-whole' : 'report-table'}>
      {/* Not a caption: a caption cannot ask for room beneath it, and would stand alone at the foot of a page. */}
      {table.title !== '' && (
        <p className="report-table-title" id={`table-${table.key}`}>
          {table.title}
        </p>
      )}
      <table aria-labelledby={table.title === '' ? undefined : `table-${table.key}`}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.key} scope="col" className={cellClass(column)}>
                {column.richTitle ? <PrintLine content={column.richTitle} /> : column.title}
                {column.note !== undefined && <small>{column.note}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {addingUp(table).rows.map((row) => (
            <BodyRow key={row.key} row={row} columns={table.columns} />
          ))}
          {table.totals && <TotalsRow row={table.totals} columns={table.columns} />}
        </tbody>
      </table>
      {table.notes.map((note) => (
        <p key={note} className="report-note">
          {note}
        </p>
      ))}
    </section>
  )
}

function cellClass(column: Column): string | undefined {
  return isNumeric(column.kind) ? 'report-number' : undefined
}

function BodyRow({ row, columns }: { readonly row: Row; readonly columns: readonly Column[] }) {
  return (
    <tr>
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.key} scope="row" className={valueClass(column, row)}>
            <CellWords column={column} row={row} />
            {row.note !== undefined && <small>{row.note}</small>}
          </th>
        ) : (
          <td key={column.key} className={valueClass(column, row)}>
            <CellWords column={column} row={row} />
          </td>
        ),
      )}
    </tr>
  )
}

/** A day, or an amount in words such as "1 h 30 min", is read at one glance: it stays on one line. */
const mostOnOneLine = 11

function valueClass(column: Column, row: Row): string | undefined {
  const isShort = row.rich?.[column.key] === undefined && formatCellOf(column, row).length <= mostOnOneLine
  return cellClass(column) ?? (isShort ? 'report-short' : undefined)
}

function CellWords({ column, row }: { readonly column: Column; readonly row: Row }) {
  const rich = row.rich?.[column.key]
  return rich ? <PrintLine content={rich} /> : formatCellOf(column, row)
}

// The totals are a last row, not a footer: a footer would be printed again on every page.
function TotalsRow({ row, columns }: { readonly row: Row; readonly columns: readonly Column[] }) {
  return (
    <tr className="report-totals">
      {columns.map((column, index) => {
        const text =
          row.cells[column.key] === undefined || row.cells[column.key] === null ? '' : formatCellOf(column, row)
        return index === 0 ? (
          <th key={column.key} scope="row">
            {text}
          </th>
        ) : (
          <td key={column.key} className={cellClass(column)}>
            {text}
          </td>
        )
      })}
    </tr>
  )
}
