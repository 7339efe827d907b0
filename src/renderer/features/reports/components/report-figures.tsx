import { tablesOf, type ReportDocument } from '../../../../shared/kernel/report-table'
import { Block, SectionTitle } from '../../../components/page-head'
import { SimpleTable } from '../../../components/simple-table'

/** Every table of a report on screen, where each figure leads to the rows it is made of. */
export function ReportFigures({ report }: { readonly report: ReportDocument }) {
  return (
    <>
      {tablesOf(report).map((table) => (
        <Block key={table.key}>
          <SectionTitle>{table.title}</SectionTitle>
          <SimpleTable table={table} />
        </Block>
      ))}
    </>
  )
}
