import { z } from 'zod'

/** What is imported. Each kind has its fields and its rules; reading the file is the same for all. */
export const zImportKind = z.enum(['staff', 'ledger', 'gias', 'workforce', 'catalogue', 'requests'])
export type ImportKind = z.infer<typeof zImportKind>

/** Character sets that can be found or chosen. Windows-1250 writes Polish and Czech, ISO-8859-14 Welsh and Irish. */
export const zEncoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'iso-8859-14'])
export type Encoding = z.infer<typeof zEncoding>

export const zDelimiter = z.enum([',', ';', '\t', '|'])
export type Delimiter = z.infer<typeof zDelimiter>

/** How to read a file; whatever is not said is found out. */
export const zReadOptions = z
  .object({
    encoding: zEncoding.optional(),
    delimiter: zDelimiter.optional(),
    /** `none`: the first row is data already. */
    header: z.enum(['auto', 'first-row', 'none']).default('auto'),
    sheet: z.string().max(200).optional(),
  })
  .strict()
export type ReadOptions = z.infer<typeof zReadOptions>

/** Why a column's cells never leave the parsing process. */
export const zWithheld = z.enum(['secret', 'identity', 'special', 'private', 'pay'])
export type Withheld = z.infer<typeof zWithheld>

export const zFileColumn = z.object({
  index: z.int(),
  /** The header as written, or "Column C" where there is none. */
  header: z.string(),
  /** The first few different cells with something in them; none of a withheld column. */
  samples: z.array(z.string()),
  withheld: zWithheld.optional(),
})
export type FileColumn = z.infer<typeof zFileColumn>

/** What a look at the beginning of a file tells. */
export const zFileShape = z.object({
  format: z.enum(['csv', 'xlsx', 'json']),
  encoding: zEncoding.optional(),
  /** True when no byte-order mark and no strict UTF-8 told the encoding: look at the names before going on. */
  encodingGuessed: z.boolean(),
  delimiter: zDelimiter.optional(),
  sheets: z.array(z.string()),
  sheet: z.string().optional(),
  /** The row that holds the headers; 0 where there is none. */
  headerRow: z.int(),
  columns: z.array(zFileColumn),
})
export type FileShape = z.infer<typeof zFileShape>

/** How a field's text is cleaned and checked. */
export const zFieldKind = z.enum(['text', 'code', 'email', 'day', 'pence', 'fte', 'weekdays', 'hours', 'number'])
export type FieldKind = z.infer<typeof zFieldKind>

/** One field that an import can fill. */
export interface ImportField {
  readonly key: string
  readonly label: string
  /** Headers seen in real files; compared without case, spaces or punctuation. The label itself always counts. */
  readonly synonyms: readonly string[]
  readonly required: boolean
  readonly kind: FieldKind
}

/** Our field → index of the column in the file. */
export const zMapping = z.record(z.string(), z.int().min(0).max(499))
export type Mapping = z.infer<typeof zMapping>
