import { useEffect } from 'react'
import type { Block, ReportDocument } from '../../shared/kernel/report-table'
import { ChartFrame } from './chart'
import { FigureStrip } from './figures'
import { SimpleTable } from './simple-table'
import './print-frame.css'

/** Inside the margins of A4 at 96 pixels to the inch. */
const printWidthPixels = 657

/** The page furniture of a printed report and its blocks in reading order; what is seen is what is printed. */
export function PrintFrame({ document: report }: { readonly document: ReportDocument }) {
  useRunningHeads(report)
  return (
    <article className="print-frame" lang="en-GB" data-theme="light">
      <h1>{report.title}</h1>
      {report.subtitle !== '' && <p className="print-by">{report.subtitle}</p>}
      {report.blocks.map((block, index) => (
        <PrintBlock key={index} block={block} />
      ))}
    </article>
  )
}

function PrintBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <PrintHeading level={block.level} text={block.text} />
    case 'lead':
      return <p className="print-lead">{block.text}</p>
    case 'paragraph':
      return <p>{block.text}</p>
    case 'list':
      return <PrintList items={block.items} ordered={block.ordered} />
    case 'figures':
      return <FigureStrip items={block.items} />
    case 'table':
      return (
        <div className="print-table">
          <SimpleTable table={block.table} showsTitle={block.table.title !== ''} />
        </div>
      )
    case 'chart':
      return <ChartFrame chart={block.chart} width={printWidthPixels} isPrinted level={3} />
    case 'page-break':
      return <div className="print-break" />
  }
}

/** The report's own title is the h1; its headings follow beneath. */
function PrintHeading({ level, text }: { readonly level: 1 | 2 | 3; readonly text: string }) {
  return level === 3 ? <h3>{text}</h3> : <h2>{text}</h2>
}

function PrintList({ items, ordered }: { readonly items: readonly string[]; readonly ordered: boolean }) {
  const lines = items.map((item) => <li key={item}>{item}</li>)
  return ordered ? <ol>{lines}</ol> : <ul>{lines}</ul>
}

/** Text for CSS `content`: quotes, backslashes and line ends written so that nothing can leave the string. */
export function cssString(text: string): string {
  return `"${text.replace(/[\\"\n\r\f<]/g, (mark) => `\\${mark.codePointAt(0)?.toString(16) ?? ''} `)}"`
}

/** The margin boxes of every page, as a constructed sheet: the content policy needs no exception for it. */
export function runningHeads(report: Pick<ReportDocument, 'schoolName' | 'running' | 'stamp'>): string {
  const small = "font: 400 8.5pt/1.2 'Source Sans', sans-serif; color: #4d5560;"
  return `@page {
    @top-left { content: ${cssString(report.schoolName)}; ${small} vertical-align: bottom; padding-bottom: 4mm; }
    @top-right { content: ${cssString(report.running)}; ${small} vertical-align: bottom; padding-bottom: 4mm; }
    @bottom-left { content: ${cssString(report.stamp)}; ${small} vertical-align: top; padding-top: 4mm; }
    @bottom-right { content: "Page " counter(page) " of " counter(pages); ${small} vertical-align: top; padding-top: 4mm; }
  }`
}

function useRunningHeads({ schoolName, running, stamp }: ReportDocument): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(runningHeads({ schoolName, running, stamp }))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [schoolName, running, stamp])
}
