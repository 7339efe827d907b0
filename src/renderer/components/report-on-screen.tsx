import { assertNever } from '../../shared/kernel/result'
import { tablesOf, type Block as Part, type ReportDocument } from '../../shared/kernel/report-table'
import { ChartFrame } from './chart'
import { FigureStrip, Finding } from './figures'
import { Block, SectionTitle } from './page-head'
import { RichTextView } from './rich-text-view'
import { SimpleTable } from './simple-table'
import './report-on-screen.css'

/** A report to read on screen: the same words, charts and tables as on paper, where each figure leads to its rows. */
export function ReportOnScreen({ report }: { readonly report: ReportDocument }) {
  const printed = new Set(report.blocks.flatMap((part) => (part.kind === 'table' ? [part.table.key] : [])))
  const more = tablesOf(report).filter((table) => !printed.has(table.key))
  return (
    <article className="report-screen">
      {report.blocks.map((part, index) => (
        // The parts of a report never move while it is shown, so their place is their key.
        <PartOnScreen key={index} part={part} />
      ))}
      {more.map((table) => (
        <Block key={table.key}>
          <SectionTitle>{table.title}</SectionTitle>
          <SimpleTable table={table} />
        </Block>
      ))}
    </article>
  )
}

function PartOnScreen({ part }: { readonly part: Part }) {
  switch (part.kind) {
    case 'heading':
      return <SectionTitle level={part.level === 1 ? 2 : 3}>{part.text}</SectionTitle>
    case 'lead':
      return <Finding>{part.text}</Finding>
    case 'paragraph':
      return <p>{part.text}</p>
    case 'note':
      return <p className="report-screen-note">{part.text}</p>
    case 'list':
      return <ListOnScreen items={part.items} ordered={part.ordered} />
    case 'figures':
      return <FigureStrip items={part.items} />
    case 'table':
      return (
        <Block>
          <SimpleTable table={part.table} showsTitle />
        </Block>
      )
    case 'chart':
      return <ChartFrame chart={part.chart} level={3} />
    case 'rich':
      return <RichTextView text={part.text} topLevel={3} />
    case 'page-break':
      return null
    default:
      return assertNever(part)
  }
}

function ListOnScreen({ items, ordered }: { readonly items: readonly string[]; readonly ordered: boolean }) {
  const lines = items.map((item) => <li key={item}>{item}</li>)
  return ordered ? <ol>{lines}</ol> : <ul>{lines}</ul>
}
