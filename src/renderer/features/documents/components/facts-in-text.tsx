import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { FieldValue } from '../../../../shared/features/documents/model'
import { RichTextFactsContext, type RichTextFacts } from '../../../components/rich-text-facts'
import { SimpleTable } from '../../../components/simple-table'
import { hrefTo } from '../../../lib/navigation'
import { makeFieldStore, type FieldStore } from '../lib/field-store'
import { fieldLook, type FieldLook } from '../lib/field-words'

/** The facts that a document quotes, for the parts of it that are read and for its editor. */
export function useFacts(values: readonly FieldValue[]): {
  readonly facts: RichTextFacts
  readonly fields: FieldStore
} {
  const [fields] = useState(makeFieldStore)
  useEffect(() => fields.put(values), [fields, values])
  const facts = useMemo((): RichTextFacts => {
    const known = new Map(values.map((value) => [value.name, value]))
    return {
      word: (name) => <Fact look={fieldLook(name, known.get(name))} />,
      table: (name) => <FactTable value={known.get(name)} look={fieldLook(name, known.get(name))} />,
    }
  }, [values])
  return { facts, fields }
}

/** Gives the texts beneath their facts. */
export function FactsInText({ facts, children }: { readonly facts: RichTextFacts; readonly children: ReactNode }) {
  return <RichTextFactsContext value={facts}>{children}</RichTextFactsContext>
}

/** A fact in a line: its value, and on hover where it is from; the way there is a link. */
function Fact({ look }: { readonly look: FieldLook }) {
  const className = `doc-field doc-field-${look.state}`
  if (look.to === null)
    return (
      <span className={className} title={look.source}>
        {look.text}
      </span>
    )
  return (
    <a className={className} href={hrefTo(look.to)} title={look.source}>
      {look.text}
    </a>
  )
}

function FactTable({ value, look }: { readonly value: FieldValue | undefined; readonly look: FieldLook }) {
  if (value?.table && look.state === 'value')
    return (
      <div className="doc-table-field" title={look.source}>
        <SimpleTable table={value.table} showsTitle />
      </div>
    )
  return (
    <p>
      <Fact look={look} />
    </p>
  )
}
