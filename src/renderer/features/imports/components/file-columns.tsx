import { Lock } from 'lucide-react'
import type { FileColumn, Mapping } from '../../../../shared/features/imports/model'
import { ComboBox } from '../../../components/fields/combo-box'
import type { Looked } from '../use-import'
import { withheldWords } from '../words'

type Field = Looked['fields'][number]

export interface FileColumnsProps {
  readonly file: Looked['files'][number]
  readonly fields: readonly Field[]
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
}

/** Every column of the file: a few of its cells, and where it goes. */
export function FileColumns({ file, fields, mapping, onChange }: FileColumnsProps) {
  const fieldOf = (index: number): string | null =>
    Object.keys(mapping).find((key) => mapping[key] === index) ?? null
  const choose = (index: number, key: string | null | undefined): void => {
    const rest = Object.entries(mapping).filter(([field, column]) => column !== index && field !== key)
    onChange(Object.fromEntries(key === null || key === undefined ? rest : [...rest, [key, index]]))
  }
  const options = fields.map((field) => ({ value: field.key, title: field.label }))
  return (
    <table className="import-columns">
      <caption className="visually-hidden">Columns of {file.name} and where they go</caption>
      <thead>
        <tr>
          <th scope="col">Column in the file</th>
          <th scope="col">What is in it</th>
          <th scope="col">Goes to</th>
        </tr>
      </thead>
      <tbody>
        {file.shape.columns.map((column) => (
          <tr key={column.index} className={column.withheld === undefined ? undefined : 'import-withheld'}>
            <th scope="row">{column.header}</th>
            <td className="import-samples">
              <Samples column={column} />
            </td>
            <td className="import-goes">
              {column.withheld === undefined && (
                <ComboBox
                  label={`${column.header} goes to`}
                  value={fieldOf(column.index)}
                  options={options}
                  placeholder="Not used"
                  onChange={(key) => choose(column.index, key)}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Samples({ column }: { readonly column: FileColumn }) {
  if (column.withheld !== undefined) {
    return (
      <span className="import-lock">
        <Lock aria-hidden="true" />
        {withheldWords[column.withheld]}
      </span>
    )
  }
  if (column.samples.length === 0) return <span className="import-quiet">Empty in the first rows</span>
  return <>{column.samples.slice(0, 3).join(' · ')}</>
}
