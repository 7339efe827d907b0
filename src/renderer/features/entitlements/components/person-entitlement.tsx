import { yearLabel } from '../../../../shared/kernel/years'
import { personSentence, personTable } from '../../../../shared/features/entitlements/statement'
import { TextLink } from '../../../components/button'
import { SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { SimpleTable } from '../../../components/simple-table'
import { useRead } from '../../../lib/contract-client'

/** How somebody stands with what is promised to them this year, in short. */
export function PersonEntitlement({ personId }: { readonly personId: string }) {
  const read = useRead('entitlements.ofPerson', { personId })
  return (
    <ReadState read={read}>
      {({ lines, rules, schoolDayMinutes, startYear }) => {
        const table = personTable({ lines }, { rules, schoolDayMinutes })
        const columns = table.columns.filter(({ key }) => key !== 'planned' && key !== 'left')
        return (
          <>
            <SectionTitle level={3}>Entitlement in {yearLabel(startYear)}</SectionTitle>
            {rules.length === 0 ? (
              <p>
                The school has not said what it promises.{' '}
                <TextLink to="/entitlements/rules">Take promises from the packs</TextLink>
              </p>
            ) : (
              <>
                <p>{personSentence(lines)}</p>
                {lines.length > 0 && <SimpleTable table={{ ...table, columns }} />}
                <p>
                  <TextLink strong to={`/entitlements/people/${personId}`}>
                    What these are made of
                  </TextLink>
                </p>
              </>
            )}
          </>
        )
      }}
    </ReadState>
  )
}
