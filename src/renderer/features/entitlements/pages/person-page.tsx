import { useParams } from 'wouter'
import { formatDay } from '../../../../shared/kernel/dates'
import { yearLabel } from '../../../../shared/kernel/years'
import type { DetailedLine } from '../../../../shared/features/entitlements/model'
import type { RuleHead } from '../../../../shared/features/entitlements/contract'
import { personSentence, personTable, recordsOfLine } from '../../../../shared/features/entitlements/statement'
import { amountWords, standingWords } from '../../../../shared/features/entitlements/words'
import { TextLink } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { Finding } from '../../../components/figures'
import { Block, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { SimpleTable } from '../../../components/simple-table'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { PaperButtons } from '../components/paper-buttons'
import { YearChoice } from '../components/year-choice'
import { standingTones } from '../lib/standing'
import { inYear, useYear } from '../lib/use-year'

const files = [
  ['pdf', 'PDF'],
  ['docx', 'Word document'],
] as const

type Shown = OutputFor<'entitlements.ofPerson'>

/** What one person is entitled to, with the records behind each number. */
export function PersonPage() {
  const { personId } = useParams<{ personId: string }>()
  const [year] = useYear()
  const read = useRead('entitlements.ofPerson', year === undefined ? { personId } : { personId, year }, {
    keepPrevious: true,
  })
  return <ReadState read={read}>{(shown) => <OnePerson shown={shown} personId={personId} />}</ReadState>
}

function OnePerson({ shown, personId }: { readonly shown: Shown; readonly personId: string }) {
  const { person, lines, rules, startYear, thisYear, schoolDayMinutes } = shown
  return (
    <>
      <PageHead
        title={person?.name ?? 'Entitlement of a person'}
        about={person?.postTitle ?? person?.groupName ?? undefined}
        trail={[{ title: 'Entitlements', to: inYear('/entitlements', startYear, thisYear) }]}
        secondary={<TextLink to={`/staff/${personId}`}>The person’s page</TextLink>}
        primary={
          person !== null && (
            <PaperButtons
              of={{ kind: 'person', personId }}
              year={startYear}
              print="Print the statement"
              files={files}
            />
          )
        }
      />
      <Block>
        <YearChoice startYear={startYear} thisYear={thisYear} />
      </Block>
      {person === null ? (
        <p>This person held no post in {yearLabel(startYear)}, so nothing is promised to them.</p>
      ) : (
        <>
          <Finding>{personSentence(lines)}</Finding>
          <Block>
            {lines.length > 0 && <SimpleTable table={personTable({ lines }, { rules, schoolDayMinutes })} />}
          </Block>
          {lines.map((line) => (
            <Behind
              key={line.ruleId}
              line={line}
              rule={rules.find(({ id }) => id === line.ruleId)}
              schoolDayMinutes={schoolDayMinutes}
            />
          ))}
        </>
      )}
    </>
  )
}

interface BehindProps {
  readonly line: DetailedLine
  readonly rule: RuleHead | undefined
  readonly schoolDayMinutes: number
}

/** The records that one promise is counted from, each with a link. */
function Behind({ line, rule, schoolDayMinutes }: BehindProps) {
  if (rule === undefined) return null
  const expected = amountWords(rule.what, line.expected, schoolDayMinutes)
  return (
    <Block>
      <SectionTitle
        aside={<StatusMark tone={standingTones[line.standing]}>{standingWords[line.standing]}</StatusMark>}
        about={
          line.expected === null
            ? `Due by ${formatDay(line.dueOn)}.`
            : `Due by ${formatDay(line.dueOn)}; by now ${expected} should be received or planned.`
        }
      >
        {rule.title}
      </SectionTitle>
      {line.standing === 'unknown' ? (
        <p>
          Nobody has said yet what counts for this promise.{' '}
          <TextLink to={`/entitlements/rules/${rule.id}`}>Say what counts</TextLink>
        </p>
      ) : line.records.length === 0 ? (
        <p>Nothing received or planned yet.</p>
      ) : (
        <SimpleTable table={recordsOfLine(line, rule, schoolDayMinutes)} />
      )}
    </Block>
  )
}
