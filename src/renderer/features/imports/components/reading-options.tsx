import { zDelimiter, zEncoding, type FileShape, type ReadOptions } from '../../../../shared/features/imports/model'
import { Select } from '../../../components/fields/select'
import { delimiterWords, encodingWords } from '../words'

export interface ReadingOptionsProps {
  readonly shape: FileShape
  readonly options: ReadOptions
  readonly isDisabled: boolean
  readonly onChange: (options: ReadOptions) => void
}

/** How the file is read: found out, and open to correction. */
export function ReadingOptions({ shape, options, isDisabled, onChange }: ReadingOptionsProps) {
  // A file of JSON says itself how it is to be read.
  if (shape.format === 'json') return null
  const header = {
    label: 'First row',
    value: shape.headerRow === 0 ? 'none' : options.header === 'first-row' ? 'first-row' : 'auto',
    options: [
      { value: 'auto', title: shape.headerRow > 1 ? `Headings in row ${shape.headerRow}` : 'Headings' },
      { value: 'none', title: 'Data: there are no headings' },
      ...(shape.headerRow === 0 ? [{ value: 'first-row', title: 'Headings in the first row' }] : []),
    ],
    onChange: (value: string | null | undefined) =>
      onChange({ ...options, header: value === 'none' || value === 'first-row' ? value : 'auto' }),
  }
  return (
    <div className="import-reading">
      {shape.format === 'xlsx' ? (
        <Select
          label="Sheet"
          value={shape.sheet ?? null}
          options={shape.sheets.map((sheet) => ({ value: sheet, title: sheet }))}
          isDisabled={isDisabled}
          onChange={(sheet) => onChange({ ...options, sheet: sheet ?? undefined })}
        />
      ) : (
        <>
          <Select
            label="Characters"
            value={shape.encoding ?? null}
            options={zEncoding.options.map((value) => ({ value, title: encodingWords[value] }))}
            isDisabled={isDisabled}
            onChange={(value) => onChange({ ...options, encoding: zEncoding.safeParse(value).data })}
          />
          <Select
            label="Columns are cut by"
            value={shape.delimiter ?? null}
            options={zDelimiter.options.map((value) => ({ value, title: delimiterWords[value] }))}
            isDisabled={isDisabled}
            onChange={(value) => onChange({ ...options, delimiter: zDelimiter.safeParse(value).data })}
          />
        </>
      )}
      <Select {...header} isDisabled={isDisabled} />
    </div>
  )
}
