/** Opportunities as a table: for paper, Word and spreadsheets. */
import type { ReportDocument, ReportTable } from '../../kernel/report-table'
import { formatDay, type Day } from '../../kernel/dates'
import type { OpportunityLine } from './model'
import { durationWords, grossPrice, modeWords, priceWords } from './words'

export interface NamedGroups {
  readonly groupName: (id: string) => string
}

/** The list as a table of which every cell is a text or a true value. */
export function catalogueTable(lines: readonly OpportunityLine[], { groupName }: NamedGroups): ReportTable {
  return {
    key: 'opportunities',
    title: 'Opportunities',
    columns: [
      { key: 'title', title: 'Opportunity', kind: 'text' },
      { key: 'provider', title: 'Provider', kind: 'text' },
      { key: 'next', title: 'Next date', kind: 'day' },
      { key: 'lasts', title: 'Lasts', kind: 'text' },
      { key: 'mode', title: 'How', kind: 'text' },
      { key: 'grossPence', title: 'Price with VAT', kind: 'pence' },
      { key: 'who', title: 'For whom', kind: 'text' },
      { key: 'serves', title: 'Serves', kind: 'text' },
    ],
    rows: lines.map((line) => ({
      key: line.id,
      cells: {
        title: line.title,
        provider: line.providerName ?? (line.provisionCode === 'within' ? 'Our own staff' : null),
        next: line.nextOn,
        lasts: durationWords(line),
        mode: line.mode === null ? '' : modeWords[line.mode],
        grossPence: grossPrice(line),
        who: line.groupIds.length === 0 ? 'Everybody' : line.groupIds.map(groupName).join(', '),
        serves: [...line.standards.map(({ code }) => code), ...line.subjects, ...line.ages].join(', '),
      },
    })),
    notes: ['Prices are for one person, as the provider gave them. An empty price was not said; £0.00 is free.'],
  }
}

/** The printed list: narrower than the spreadsheet, with the price in words. */
export function cataloguePages(
  lines: readonly OpportunityLine[],
  { schoolName, today }: { readonly schoolName: string; readonly today: Day },
): ReportDocument {
  return {
    kind: 'opportunities',
    title: 'Opportunities',
    running: 'Opportunities',
    stamp: formatDay(today),
    moreTables: [],
    totals: {},
    subtitle: `${lines.length === 1 ? 'One opportunity' : `${lines.length} opportunities`}, ${formatDay(today)}`,
    schoolName,
    blocks: [
      {
        kind: 'table',
        table: {
          key: 'opportunities',
          title: 'Opportunities',
          columns: [
            { key: 'title', title: 'Opportunity', kind: 'text' },
            { key: 'next', title: 'Next date', kind: 'day' },
            { key: 'lasts', title: 'Lasts', kind: 'text' },
            { key: 'price', title: 'Price', kind: 'text' },
          ],
          rows: lines.map((line) => ({
            key: line.id,
            cells: {
              title: line.title,
              next: line.nextOn,
              lasts: durationWords(line),
              price: priceWords(line),
            },
            note: [line.providerName, line.mode === null ? null : modeWords[line.mode]].filter(Boolean).join(' · '),
          })),
          notes: ['Prices are for one person, as the provider gave them.'],
        },
      },
    ],
  }
}
