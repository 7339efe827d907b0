import { formatDay } from '../../../../shared/kernel/dates'
import type { NeedStep } from '../../../../shared/features/needs/model'
import { stateNames } from '../../../../shared/features/needs/words'
import { TextLink } from '../../../components/button'
import { SectionTitle } from '../../../components/page-head'
import { Rows } from '../../../components/rows'

/** Every change of how a need stands, the newest first, with its day, hand and words. */
export function History({ steps }: { readonly steps: readonly NeedStep[] }) {
  return (
    <>
      <SectionTitle>How it came to stand so</SectionTitle>
      <Rows
        label="Steps"
        items={steps.toReversed().map((step) => ({
          key: step.id,
          title: titleOf(step),
          about: <Words step={step} />,
        }))}
      />
    </>
  )
}

function titleOf({ to, from, happenedOn, byName }: NeedStep): string {
  const isAgain =
    from !== null && ['met', 'partly', 'notMet', 'withdrawn'].includes(from) && !['met', 'notMet'].includes(to)
  const by = byName === null ? '' : ` by ${byName}`
  return `${isAgain ? 'Taken up again' : stateNames[to]}, ${formatDay(happenedOn)}${by}`
}

function Words({ step: { evidence, reason, point } }: { readonly step: NeedStep }) {
  if (evidence === null && reason === null && point === null) return null
  return (
    <>
      {[evidence, reason].filter((words) => words !== null).join(' ')}
      {point !== null && (
        <>
          {' '}
          {point.route === null ? (
            '(what it pointed to is gone)'
          ) : (
            <TextLink to={point.route}>{point.title}</TextLink>
          )}
        </>
      )}
    </>
  )
}
