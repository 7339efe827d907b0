import type { ReactNode } from 'react'
import './definition-list.css'

export interface Definition {
  readonly term: string
  readonly value: ReactNode
}

/** The facts of one record, a word and a value on each line. */
export function DefinitionList({ items }: { readonly items: readonly Definition[] }) {
  return (
    <dl className="definitions">
      {items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
