import { SimpleTable } from '../../../components/simple-table'
import type { ReportTable } from '../../../../shared/kernel/report-table'

const table: ReportTable = {
  key: 'staff-picture',
  title: 'What a filled register looks like',
  columns: [
    { key: 'name', title: 'Name', kind: 'text' },
    { key: 'fte', title: 'FTE', kind: 'number' },
    { key: 'cpd', title: 'CPD', kind: 'hours' },
  ],
  rows: [
    { key: '1', note: 'Class teacher', cells: { name: 'Achebe, Nkem', fte: 1, cpd: 1260 } },
    { key: '2', note: 'Teaching assistant', cells: { name: 'Bell, Tom', fte: 0.6, cpd: 540 } },
    { key: '3', note: 'Site manager', cells: { name: 'Cruz, Ana', fte: 1, cpd: 180 } },
  ],
  notes: [],
}

/** What a filled register looks like, for the empty page. The people are made up. */
export function StaffPicture() {
  return <SimpleTable table={table} />
}
