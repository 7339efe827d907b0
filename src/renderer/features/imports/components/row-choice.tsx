import { useState } from 'react'
import { Button } from '../../../components/button'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { SearchField } from '../../../components/fields/search-field'
import { Select } from '../../../components/fields/select'
import { SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { formatCount, plural } from '../../../lib/format'
import type { ImportFlow, Looked } from '../use-import'

const mostShown = 40

/** Which lines of a whole ledger are about staff development: by what one column says. */
export function RowChoice({ flow, looked }: { readonly flow: ImportFlow; readonly looked: Looked }) {
  const file = looked.files[0]
  const chosen = flow.where[0]
  const account = file?.shape.columns.find((column) => column.index === flow.choices[0]?.mapping['accountCode'])
  const [header, setHeader] = useState<string | null>(chosen?.column ?? null)
  const column = file?.shape.columns.find((candidate) => candidate.header === header)
  if (!file) return null
  return (
    <section className="import-file">
      <SectionTitle about="A council’s or school’s whole ledger holds far more than staff development. Choose the accounts that matter here; the other rows are counted and left out.">
        Which rows
      </SectionTitle>
      <Select
        label="Bring in"
        width="medium"
        value={header}
        noneTitle="Every row"
        options={[...file.shape.columns]
          .filter((candidate) => candidate.withheld === undefined)
          .sort((a, b) => Number(b === account) - Number(a === account))
          .map((candidate) => ({
            value: candidate.header,
            title: `Only some, by ${candidate.header}`,
            ...(candidate === account ? { note: 'The account of each line' } : {}),
          }))}
        onChange={(next) => {
          setHeader(next ?? null)
          flow.keepOnly([])
        }}
      />
      {column && flow.token !== undefined && (
        <Values
          key={column.header}
          token={flow.token}
          header={column.header}
          column={column.index}
          options={flow.choices[0]?.options ?? { header: 'auto' }}
          values={chosen?.values ?? []}
          onChange={(values) =>
            flow.keepOnly(values.length === 0 ? [] : [{ column: column.header, values: [...values] }])
          }
        />
      )}
    </section>
  )
}

interface ValuesProps {
  readonly token: string
  readonly header: string
  readonly column: number
  readonly options: ImportFlow['choices'][number]['options']
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}

function Values({ token, header, column, options, values, onChange }: ValuesProps) {
  const [typed, setTyped] = useState('')
  const read = useRead('imports.values', { token, column, options })
  const fits = (value: string): boolean => value.toLowerCase().includes(typed.trim().toLowerCase())
  return (
    <ReadState read={read}>
      {(data) => {
        const all = data.values
        const shown = all.filter(({ value }) => fits(value) || values.includes(value)).slice(0, mostShown)
        const found = all.filter(({ value }) => fits(value)).map(({ value }) => value)
        return (
          <div className="import-values" ref={intoSight}>
            <SearchField
              label={`Find among ${plural(all.length, 'value', 'values')}`}
              value={typed}
              onChange={setTyped}
            />
            {typed.trim() !== '' && found.length > 0 && (
              <Button size="small" onPress={() => onChange([...new Set([...values, ...found])])}>
                {`Choose all ${formatCount(found.length)} found`}
              </Button>
            )}
            <CheckBoxGroup
              label={`${header}: ${values.length === 0 ? 'nothing chosen yet' : `${formatCount(values.length)} chosen`}`}
              value={[...values]}
              options={shown.map(({ value, count }) => ({
                value,
                title: value,
                note: plural(count, 'row', 'rows'),
              }))}
              onChange={(next) => onChange(next ?? [])}
            />
            {typed.trim() === '' && all.length > shown.length && (
              <p className="import-quiet">Type to find the others.</p>
            )}
          </div>
        )
      }}
    </ReadState>
  )
}

/** The values open beneath the buttons that stay in sight: brought up, so that a search shows what it finds. */
function intoSight(node: HTMLDivElement | null): void {
  node?.scrollIntoView({ block: 'start' })
}
