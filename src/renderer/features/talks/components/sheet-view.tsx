import { sheetOf } from '../../../../shared/features/talks/sheet'
import type { SheetPart } from '../../../../shared/features/talks/sheet-parts'
import type { TalkRecord } from '../../../../shared/features/talks/model'
import type { QualificationSet } from '../../../../shared/features/packs/qualification-content'
import { DefinitionList } from '../../../components/definition-list'
import { SectionTitle } from '../../../components/page-head'
import { SimpleTable } from '../../../components/simple-table'
import './talks.css'

interface SheetViewProps {
  readonly record: TalkRecord
  readonly set: QualificationSet | undefined
}

/** A talk as it was written down; what was left empty is left out. */
export function SheetView({ record, set }: SheetViewProps) {
  // The parts of a route stand under the headings of its steps.
  const level = record.talk.kind === 'route' ? 3 : 2
  return (
    <div className="talk-sheet">
      {sheetOf(record.talk.kind, { record, set }).map((part, index) => (
        <Part key={`${part.kind} ${index}`} part={part} level={level} />
      ))}
    </div>
  )
}

interface PartProps<P extends SheetPart> {
  readonly part: P
  readonly level: 2 | 3
}

function Part({ part, level }: PartProps<SheetPart>) {
  switch (part.kind) {
    case 'heading':
      return <SectionTitle>{part.title}</SectionTitle>
    case 'facts': {
      const items = part.facts.flatMap(([term, value]) => (value === null ? [] : [{ term, value }]))
      return items.length === 0 ? null : <DefinitionList items={items} />
    }
    case 'words':
      return part.words === null ? null : (
        <>
          <SectionTitle level={level}>{part.title}</SectionTitle>
          <p className="talk-words">{part.words}</p>
        </>
      )
    case 'rows':
      return <Rows part={part} level={level} />
    case 'ticks':
      return <Ticks part={part} level={level} />
  }
}

function Rows({ part, level }: PartProps<Extract<SheetPart, { kind: 'rows' }>>) {
  const { title, columns, rows, note } = part
  if (rows.length === 0) return null
  return (
    <>
      <SectionTitle level={level}>{title}</SectionTitle>
      <SimpleTable
        table={{
          key: title,
          title,
          columns: columns.map((name, at) => ({ key: `c${at}`, title: name, kind: 'text' })),
          rows: rows.map((cells, index) => ({
            key: String(index),
            cells: Object.fromEntries(cells.map((cell, at) => [`c${at}`, cell])),
          })),
          notes: note === undefined ? [] : [note],
        }}
      />
    </>
  )
}

/** What was ticked, with its notes; what is still open of a list with notes is said as open. */
function Ticks({ part, level }: PartProps<Extract<SheetPart, { kind: 'ticks' }>>) {
  const shown = part.ticks.filter(({ isTicked, note }) => isTicked || note !== null)
  if (shown.length === 0) return null
  return (
    <>
      <SectionTitle level={level}>{part.title}</SectionTitle>
      <ul className="talk-ticks">
        {shown.map(({ label, isTicked, note }) => (
          <li key={label}>
            {isTicked ? '✓ ' : 'Open: '}
            {label}
            {note !== null && <span className="muted">: {note}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
