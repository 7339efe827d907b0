import { z } from 'zod'
import { zId } from '../../kernel/ids'
import { zPence } from '../../kernel/money'
import { zRegime } from '../../kernel/years'
import { host, read, write } from '../../kernel/channel'
import { zErrorCode, zFacts } from '../../kernel/result'
import { zOnCosts } from '../packs/model'
import { zFieldKind, zFileShape, zImportKind, zMapping, zReadOptions } from './model'

/** A file that was chosen: known by this, never by its path. */
export const zToken = z.string().regex(/^[0-9a-f]{32}$/, 'import.expired')

/** Only rows of which a column says one of these. Compared without case. */
export const zWhere = z
  .object({ column: z.string().min(1).max(200), values: z.array(z.string().max(500)).min(1).max(200) })
  .strict()
export type Where = z.infer<typeof zWhere>

export const zRefused = z.object({
  /** Which of the files, from 0. */
  file: z.int(),
  row: z.int(),
  column: z.string().nullable(),
  /** Whose row it is, where that is known: for the window only, the command line does not tell it. */
  who: z.string().optional(),
  code: zErrorCode,
  facts: zFacts.optional(),
  message: z.string(),
})
export type Refused = z.infer<typeof zRefused>

export const zRowStatus = z.enum(['new', 'changed', 'same', 'refused'])
export type RowStatus = z.infer<typeof zRowStatus>

/** One row of the preview. */
export const zPlanRow = z.object({
  key: z.string(),
  file: z.int(),
  row: z.int(),
  status: zRowStatus,
  /** Who or what: a person's name, a supplier. */
  label: z.string(),
  detail: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  /** Why it is refused, or what to know about it although it is taken. */
  message: z.string().nullable(),
})
export type PlanRow = z.infer<typeof zPlanRow>

export const zTotals = z.object({ netPence: zPence, vatPence: zPence, grossPence: zPence })

/** What an import would do, before anything is done. */
export const zImportPlan = z.object({
  kind: zImportKind,
  /** Rows with anything in them, header apart. */
  read: z.int(),
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  refused: z.array(zRefused),
  refusedCount: z.int(),
  /** Taken, with something to know about it (`name.missing`). */
  noted: z.array(zRefused),
  /** Rows that are not meant to come in, by reason: student, where, instruction. */
  leftOut: z.record(z.string(), z.int()),
  blank: z.int(),
  /** In the register but not in the file: listed, never changed. */
  absent: z.object({ count: z.int(), names: z.array(z.string()) }),
  totals: zTotals.nullable(),
  /** Different values of the school column, when there are several to choose from. */
  schools: z.object({
    column: z.string().nullable(),
    values: z.array(z.string()),
    /** How many rows each value has and whose the first ones are, in the order of the values. */
    rows: z.array(z.object({ count: z.int(), names: z.array(z.string()) })),
  }),
})
export type ImportPlan = z.infer<typeof zImportPlan>

const zFilePlan = z
  .object({ options: zReadOptions.default({ header: 'auto' }), mapping: zMapping.optional() })
  .strict()
export type FilePlan = z.infer<typeof zFilePlan>

const zPlanInput = z
  .object({
    token: zToken,
    /** One for each file, in their order; what is left out is found out. */
    files: z.array(zFilePlan).max(10).default([]),
    where: z.array(zWhere).max(10).default([]),
    /** Our field → their header, in whichever file has it. */
    map: z.record(z.string(), z.string().max(200)).default({}),
    /** Which school of a register. */
    urn: z
      .string()
      .regex(/^\d{5,6}$/, 'number.invalid')
      .optional(),
    /** Keep the mapping for files with these headers. */
    remember: z.boolean().default(true),
  })
  .strict()

export const zGiasSchool = z.object({
  urn: z.string(),
  name: z.string(),
  authorityName: z.string().nullable(),
  phase: z.string().nullable(),
  regime: zRegime,
  typeName: z.string().nullable(),
  status: z.string().nullable(),
  pupilsOnRoll: z.int().nullable(),
  town: z.string().nullable(),
})
export type GiasSchool = z.infer<typeof zGiasSchool>

const zCount = z.object({ value: z.string(), count: z.int() })

/** Of which schools the mean is asked; what is left out is not asked about. */
export const zPayScope = z
  .object({
    authority: z.string().max(40).optional(),
    phase: z.string().max(60).optional(),
    urn: z
      .string()
      .regex(/^\d{5,6}$/, 'number.invalid')
      .optional(),
  })
  .strict()
export type PayScope = z.infer<typeof zPayScope>

export const zPayRow = z.object({
  row: z.int(),
  urn: z.string(),
  authority: z.string(),
  phase: z.string(),
  teachersFte: z.number(),
  salaryPence: zPence,
})
export type PayRow = z.infer<typeof zPayRow>

/** What a school workforce file says teachers are paid in the schools asked about. */
export const zPayFound = z.object({
  fileName: z.string(),
  scope: zPayScope,
  /** The school's own row, where the file has its URN. */
  own: zPayRow.nullable(),
  authorities: z.array(zCount),
  phases: z.array(zCount),
  /** Schools that the mean is of, and those whose pay or number of teachers is not given. */
  schools: z.int(),
  withoutPay: z.int(),
  teachersFte: z.number(),
  meanSalaryPence: zPence.nullable(),
  /** The first rows that were used. */
  rows: z.array(zPayRow),
  /** Staff groups that the file says something about. */
  staffGroupIds: z.array(z.string()),
  onCosts: zOnCosts,
})
export type PayFound = z.infer<typeof zPayFound>

export const importsContract = {
  'imports.choose': host(
    'Asks for files to import; answers with a token and their names',
    z.object({ kind: zImportKind }).strict(),
    z.object({ token: zToken, files: z.array(z.object({ name: z.string() })) }),
  ),
  'imports.inspect': read(
    'Looks at the beginning of chosen files: encoding, delimiter, sheets, columns, and which fields they would fill',
    z.object({ token: zToken, files: z.array(zReadOptions).max(10).default([]) }).strict(),
    z.object({
      kind: zImportKind,
      fields: z.array(z.object({ key: z.string(), label: z.string(), required: z.boolean(), kind: zFieldKind })),
      files: z.array(z.object({ name: z.string(), shape: zFileShape, mapping: zMapping, remembered: z.boolean() })),
    }),
  ),
  'imports.values': read(
    'The different values of one column and how often each stands there, for choosing rows',
    z
      .object({
        token: zToken,
        file: z.int().min(0).max(9).default(0),
        options: zReadOptions.default({ header: 'auto' }),
        column: z.int().min(0).max(499),
      })
      .strict(),
    z.object({ values: z.array(z.object({ value: z.string(), count: z.int() })), more: z.boolean() }),
  ),
  'imports.plan': read(
    'Reads the files and says what an import would do; changes nothing',
    zPlanInput,
    zImportPlan,
  ),
  'imports.rows': read(
    'A page of the planned rows',
    z
      .object({
        token: zToken,
        status: zRowStatus.optional(),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(5000).default(100),
      })
      .strict(),
    z.object({ total: z.int(), rows: z.array(zPlanRow) }),
  ),
  'imports.commit': write(
    'Carries out a planned import: all of it, in one change, or nothing',
    z.object({ token: zToken }).strict(),
    z.object({ changeId: zId.nullable(), new: z.int(), changed: z.int(), same: z.int(), refused: z.int() }),
  ),
  'imports.stop': read('Stops a reading that is under way', z.object({ token: zToken }).strict(), z.object({})),
  'imports.discard': read('Forgets chosen files', z.object({ token: zToken }).strict(), z.object({})),
  'imports.findPay': read(
    'Works out what teachers are paid in the schools of a chosen school workforce file',
    z.object({ token: zToken, scope: zPayScope.optional() }).strict(),
    zPayFound,
  ),
  'imports.findSchool': read(
    'Finds schools in a chosen register by URN or by a part of the name',
    z
      .object({
        token: zToken,
        urn: z
          .string()
          .regex(/^\d{5,6}$/, 'number.invalid')
          .optional(),
        name: z.string().min(2).max(200).optional(),
      })
      .strict(),
    z.object({ schools: z.array(zGiasSchool), more: z.boolean() }),
  ),
} as const
