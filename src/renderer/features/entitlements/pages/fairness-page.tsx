import { fairTable } from '../../../../shared/features/entitlements/fairness'
import { Finding } from '../../../components/figures'
import { Block, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { SimpleTable } from '../../../components/simple-table'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { YearChoice } from '../components/year-choice'
import { inYear, useYear } from '../lib/use-year'

type Fairness = OutputFor<'entitlements.fairness'>

/** Whether every part of the staff gets its share of what is promised. Nobody is named. */
export function FairnessPage() {
  const [year] = useYear()
  const read = useRead('entitlements.fairness', year === undefined ? {} : { year }, { keepPrevious: true })
  const shown = read.data
  return (
    <>
      <PageHead
        title="Fair shares of what is promised"
        about="How staff groups, teams, larger and smaller posts, and longer and shorter service stand with their promises. Nobody is named, and no part of fewer than five people is shown."
        trail={[
          {
            title: 'Entitlements',
            to: shown === undefined ? '/entitlements' : inYear('/entitlements', shown.startYear, shown.thisYear),
          },
        ]}
      />
      <ReadState read={read}>{(fairness) => <Views fairness={fairness} />}</ReadState>
    </>
  )
}

function Views({ fairness }: { readonly fairness: Fairness }) {
  const { startYear, thisYear, whole, views } = fairness
  const people = whole.people ?? 0
  return (
    <>
      <Block>
        <YearChoice startYear={startYear} thisYear={thisYear} />
      </Block>
      {people === 0 ? (
        <p>Nothing that can be counted is promised to anybody in this year.</p>
      ) : (
        <>
          <Finding>
            {whole.behind === 0 ? (
              <>
                <em>Nobody</em> of {people} falls behind.
              </>
            ) : (
              <>
                <em>
                  {whole.behind} of {people}
                </em>{' '}
                fall behind with one promise or more.
              </>
            )}
          </Finding>
          {views.map((view) => (
            <Block key={view.key}>
              <SectionTitle>{view.title}</SectionTitle>
              <SimpleTable table={fairTable(view, whole)} />
            </Block>
          ))}
        </>
      )}
    </>
  )
}
