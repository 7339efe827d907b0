import type { Cell, CellKind } from '../../shared/kernel/report-table'

/**
 * A cell as the plain number a spreadsheet should hold: pounds for money, hours for minutes, 0–100 for a percentage.
 * Two decimals for money are exact; hours are rounded to four decimals (a third of a second). Text and days come back
 * as they are, a missing value as null.
 */
export function plainValue(kind: CellKind, cell: Cell | undefined): string | number | null {
  if (cell === undefined || cell === null || cell === '') return null
  if (typeof cell === 'string') return cell
  switch (kind) {
    case 'pence':
    case 'pounds':
      return cell / 100
    case 'hours':
      return Math.round((cell / 60) * 10_000) / 10_000
    default:
      return cell
  }
}

// What XML 1.0 cannot hold: most control characters, lone surrogates and the two non-characters.
const notXml =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text that an Office file can hold: characters that XML does not allow become the replacement character. */
export function xmlText(text: string): string {
  return text.replace(notXml, '\ufffd')
}
