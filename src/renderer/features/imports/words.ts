import type { Delimiter, Encoding, Withheld } from '../../../shared/features/imports/model'

/** What is brought in by way of the wizard. */
export type WizardKind = 'staff' | 'ledger' | 'catalogue' | 'requests'

/** What the wizard says for each kind of import. */
export interface ImportWords {
  readonly title: string
  readonly about: string
  readonly choose: string
  readonly hint: string
  /** "Bring in 27 people" */
  readonly one: string
  readonly many: string
  readonly home: string
  readonly homeTitle: string
  /** Where to look at what came in. */
  readonly doneTo: string
  readonly doneTitle: string
}

export const importWords: Readonly<Record<WizardKind, ImportWords>> = {
  staff: {
    title: 'Import a staff list',
    about:
      'Bring in the list your office exported. You see every row before anything is kept, and can take it all back.',
    choose: 'Choose the staff list',
    hint: 'A CSV file or an Excel workbook from your management system, or the Teacher.csv, users.csv and roles.csv of School Data Sync (choose several at once).',
    one: 'person',
    many: 'people',
    home: '/staff',
    homeTitle: 'Staff',
    doneTo: '/staff',
    doneTitle: 'See the staff',
  },
  ledger: {
    title: 'Import ledger lines',
    about: 'Bring in what the finance system says was paid. Lines count only once you link or accept them.',
    choose: 'Choose the ledger',
    hint: 'A CSV file or an Excel workbook from your finance system: one line for each payment or invoice. Lines that are in the binder already are left alone.',
    one: 'line',
    many: 'lines',
    home: '/money',
    homeTitle: 'Money',
    doneTo: '/money/ledger',
    doneTitle: 'See the ledger lines',
  },
  requests: {
    title: 'Take in filled-in requests',
    about: 'Every row is checked before anything is kept, and all of it can be taken back.',
    choose: 'Choose the files',
    hint: 'Workbooks that staff have filled in: on the page of requests, More saves an empty one. A row is one request. People, funds and priorities are found by their names.',
    one: 'request',
    many: 'requests',
    home: '/requests',
    homeTitle: 'Requests',
    doneTo: '/requests',
    doneTitle: 'See the requests',
  },
  catalogue: {
    title: 'Import a catalogue of courses',
    about: 'Bring in what others offer. You see every course before anything is kept, and can take it all back.',
    choose: 'Choose the catalogue',
    hint: 'A JSON or CSV file or an Excel workbook: one record or line for each course or each of its dates. Lists of codes that came with it can be chosen together with it. A catalogue that is in the binder already is compared.',
    one: 'entry',
    many: 'entries',
    home: '/opportunities',
    homeTitle: 'Opportunities',
    doneTo: '/opportunities',
    doneTitle: 'See the opportunities',
  },
}

export const encodingWords: Readonly<Record<Encoding, string>> = {
  'utf-8': 'Unicode (UTF-8)',
  'utf-16le': 'Unicode (UTF-16)',
  'utf-16be': 'Unicode (UTF-16, other order)',
  'windows-1252': 'Western European (Windows)',
  'windows-1250': 'Central European (Windows): Polish, Czech',
  'iso-8859-14': 'Celtic (ISO 8859-14): Welsh, Irish',
}

export const delimiterWords: Readonly<Record<Delimiter, string>> = {
  ',': 'Comma ,',
  ';': 'Semicolon ;',
  '\t': 'Tab',
  '|': 'Bar |',
}

export const withheldWords: Readonly<Record<Withheld, string>> = {
  secret: 'Never read: a secret that belongs to the person alone',
  identity: 'Never read: an official number that CPD does not need',
  special: 'Never read: specially protected by law, and CPD does not need it',
  private: 'Never read: private, and CPD does not need it',
  pay: 'Never read: pay details, and CPD does not need them',
}

const leftOutWords: Readonly<Record<string, readonly [string, string]>> = {
  student: ['pupil or parent: never read in', 'pupils or parents: never read in'],
  where: ['row outside your choice', 'rows outside your choice'],
  'do-not-use': ['marked “do not use”', 'marked “do not use”'],
  'code-list': ['entry of a list of codes: read for its name', 'entries of lists of codes: read for their names'],
  repeated: ['row that stands there twice', 'rows that stand there twice'],
  instruction: ['row of guidance in the template', 'rows of guidance in the template'],
}

/** "22 pupils or parents: never read in" */
export function leftOutText(reason: string, count: number): string {
  const words = leftOutWords[reason] ?? [reason, reason]
  return `${count.toLocaleString('en-GB')} ${count === 1 ? words[0] : words[1]}`
}
