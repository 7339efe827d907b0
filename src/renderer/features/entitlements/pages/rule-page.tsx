import { useParams } from 'wouter'
import { yearLabel } from '../../../../shared/kernel/years'
import type { ShownRule } from '../../../../shared/features/entitlements/model'
import { LinkButton } from '../../../components/button'
import { EmptyState } from '../../../components/empty-state'
import { MenuButton } from '../../../components/menu-button'
import { Notice } from '../../../components/notice'
import { Block, PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import { RuleForm } from '../components/rule-form'
import { RuleSource } from '../components/rule-source'
import { wordsOf } from '../lib/rule-words'

const trail = [
  { title: 'Entitlements', to: '/entitlements' },
  { title: 'What we promise', to: '/entitlements/rules' },
]

/** Writes a promise of the school's own, or changes one that it has. */
export function RulePage() {
  const { id } = useParams<{ id?: string }>()
  const rules = useRead('entitlements.rules', {})
  const choices = useRead('entitlements.choices', {})
  return (
    <ReadState read={rules}>
      {(all) => {
        const rule = [...all.rules, ...all.others].find((one) => one.id === id)
        if (id !== undefined && rule === undefined) return <Gone />
        return (
          <>
            <PageHead
              title={rule === undefined ? 'Add a promise' : 'Change a promise'}
              about={
                rule === undefined
                  ? 'Who is entitled to how much of what, by when, and what counts for it.'
                  : `${rule.title}, ${yearsOf(rule)}.`
              }
              trail={trail}
              secondary={rule !== undefined && <RuleMenu rule={rule} thisYear={all.thisYear} />}
            />
            <ReadState read={choices}>
              {(data) => (
                <>
                  {rule !== undefined && <FromPack rule={rule} choices={data} />}
                  <RuleForm key={id ?? 'new'} rule={rule} thisYear={all.thisYear} choices={data} />
                </>
              )}
            </ReadState>
          </>
        )
      }}
    </ReadState>
  )
}

function yearsOf({ fromYear, untilYear }: ShownRule): string {
  return untilYear === null
    ? `from ${yearLabel(fromYear)} on`
    : fromYear === untilYear
      ? `in ${yearLabel(fromYear)}`
      : `from ${yearLabel(fromYear)} to ${yearLabel(untilYear)}`
}

function Gone() {
  return (
    <>
      <PageHead title="That promise is no longer there" trail={trail} />
      <EmptyState
        title="It was removed, or undone"
        about="What is promised now stands on the page before this one."
        primary={<LinkButton to="/entitlements/rules">What we promise</LinkButton>}
      />
    </>
  )
}

interface FromPackProps {
  readonly rule: ShownRule
  readonly choices: OutputFor<'entitlements.choices'>
}

/** Where it is from, and what the pack says now if that is something else. */
function FromPack({ rule: { origin, sources }, choices }: FromPackProps) {
  if (origin === null) return null
  const { now, version } = origin
  return (
    <Block>
      {now !== null && (
        <Notice tone="info" title="The pack says something else now">
          <p>
            {now.title}. {wordsOf(now, choices)}. {now.why}
          </p>
          <p>This one was taken from version {version}. Change it below, or keep it as it is.</p>
        </Notice>
      )}
      <RuleSource origin={origin} sources={sources} />
    </Block>
  )
}

/** Lets a promise end, hold on, or be as if it had never been. */
function RuleMenu({ rule, thisYear }: { readonly rule: ShownRule; readonly thisYear: number }) {
  const end = useWrite('entitlements.endRule', { saved: 'Saved', toastFailure: true })
  const remove = useWrite('entitlements.removeRule', { saved: 'Promise removed', toastFailure: true })
  const { id, untilYear, fromYear } = rule
  const endings = [thisYear - 1, thisYear]
    .filter((year) => year >= fromYear && year !== untilYear)
    .map((year) => ({
      key: `end-${year}`,
      title: `Let it end with ${yearLabel(year)}`,
      onAction: () => void end.send({ id, lastYear: year }),
    }))
  const goOn = { key: 'go-on', title: 'Let it hold on', onAction: () => void end.send({ id, lastYear: null }) }
  const away = async () => {
    const result = await remove.send({ id })
    if (result.ok) navigate('/entitlements/rules')
  }
  return (
    <MenuButton
      label="More"
      items={[
        ...endings,
        ...(untilYear === null ? [] : [goOn]),
        { key: 'remove', title: 'Remove it as if it had never been', isDanger: true, onAction: () => void away() },
      ]}
    />
  )
}
