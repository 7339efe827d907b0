import { LinkButton, TextLink } from '../../../components/button'
import { Block, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { Rows } from '../../../components/rows'
import { useRead } from '../../../lib/contract-client'
import { IssuedTable } from '../components/issued-table'

/** Which reports there are, and those that were issued. */
export function ReportsPage() {
  const kinds = useRead('reports.kinds', {})
  const issued = useRead('reports.issued', {})
  return (
    <>
      <PageHead
        title="Reports"
        about="Everything printed is made from the records, so it always agrees with them. An issued report stays as it was."
        primary={
          <LinkButton kind="primary" to="/reports/governors">
            Open the governors’ report
          </LinkButton>
        }
      />
      <Block>
        <SectionTitle>Make a report</SectionTitle>
        <ReadState read={kinds}>
          {(data) => (
            <Rows
              label="Reports"
              items={data.kinds.map(({ kind, title, about }) => ({
                key: kind,
                title: <TextLink to={`/reports/${kind}`}>{title}</TextLink>,
                about,
              }))}
            />
          )}
        </ReadState>
      </Block>
      <Block>
        <SectionTitle about="Figures, text and files as they were on the day. A correction is a new issue; the earlier one stays, marked replaced.">
          Issued
        </SectionTitle>
        <ReadState read={issued}>{(data) => <IssuedTable issued={data.issued} />}</ReadState>
      </Block>
    </>
  )
}
