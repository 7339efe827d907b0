import type { ImportPlan } from '../../../../shared/features/imports/contract'
import { formatPence } from '../../../../shared/kernel/money'
import { Button } from '../../../components/button'
import { FigureStrip, type FigureItem } from '../../../components/figures'
import { Notice } from '../../../components/notice'
import { formatCount, plural } from '../../../lib/format'
import type { ImportFlow } from '../use-import'
import { leftOutText, type ImportWords } from '../words'
import { PreviewTabs } from './preview-tabs'
import { SchoolChoice } from './school-choice'

export interface PreviewStepProps {
  readonly flow: ImportFlow
  readonly plan: ImportPlan
  readonly words: ImportWords
}

/** What would happen, row by row, before anything does. */
export function PreviewStep({ flow, plan, words }: PreviewStepProps) {
  const coming = plan.new + plan.changed
  const isAmbiguous = plan.refused.some((one) => one.code === 'school.ambiguous')
  return (
    <>
      {isAmbiguous ? <SchoolChoice flow={flow} plan={plan} /> : <FigureStrip items={figuresOf(plan)} />}
      <LeftOut plan={plan} />
      {flow.token !== undefined && !isAmbiguous && (
        <PreviewTabs
          token={flow.token}
          plan={plan}
          words={words}
          fileNames={flow.looked?.files.map((file) => file.name) ?? []}
        />
      )}
      <div className="form-actions import-actions">
        {!isAmbiguous && coming > 0 && (
          <Button kind="primary" isBusy={flow.busy !== undefined} onPress={() => void flow.commit()}>
            {commitWords(plan, words)}
          </Button>
        )}
        <Button kind="plain" onPress={flow.back}>
          Back to the columns
        </Button>
        <Button kind="quiet" onPress={flow.restart}>
          Choose another file
        </Button>
      </div>
    </>
  )
}

function commitWords(plan: ImportPlan, words: ImportWords): string {
  const parts = [
    plan.new > 0 ? `Bring in ${plural(plan.new, words.one, words.many)}` : '',
    plan.changed > 0 ? `${plan.new > 0 ? 'change' : 'Change'} ${formatCount(plan.changed)}` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function figuresOf(plan: ImportPlan): FigureItem[] {
  const counts = [
    { label: 'New', value: formatCount(plan.new), note: 'not in the binder yet' },
    ...(plan.kind === 'ledger'
      ? []
      : [{ label: 'Changed', value: formatCount(plan.changed), note: 'something differs' }]),
    { label: 'The same', value: formatCount(plan.same), note: 'left as they are' },
    { label: 'Refused', value: formatCount(plan.refusedCount), note: 'with the reason for each' },
  ]
  if (plan.totals === null) return counts
  const { netPence, vatPence, grossPence } = plan.totals
  return [
    ...counts,
    { label: 'Net', value: formatPence(netPence), note: `of ${plural(plan.new + plan.same, 'line', 'lines')}` },
    { label: 'VAT', value: formatPence(vatPence), note: `${formatPence(grossPence)} gross` },
  ]
}

/** What is in the file and not meant to come in, and who is in the binder and not in the file. */
function LeftOut({ plan }: { readonly plan: ImportPlan }) {
  const reasons = Object.entries(plan.leftOut)
  const nothing = plan.new + plan.changed === 0 && plan.refusedCount === 0
  return (
    <>
      {nothing && (
        <Notice tone="info" title="There is nothing to bring in">
          <p>
            {plan.same > 0 ? 'Everything in the file is in the binder already.' : 'No row of the file is left.'}
          </p>
        </Notice>
      )}
      {reasons.length > 0 && (
        <p className="import-quiet">
          Left out: {reasons.map(([reason, count]) => leftOutText(reason, count)).join('; ')}.
        </p>
      )}
      {plan.absent.count > 0 && (
        <details className="import-absent">
          <summary>
            {plural(plan.absent.count, 'person', 'people')} of the register {plan.absent.count === 1 ? 'is' : 'are'}{' '}
            not in this file, and {plan.absent.count === 1 ? 'stays' : 'stay'} unchanged
          </summary>
          <p>{plan.absent.names.join(', ')}</p>
        </details>
      )}
    </>
  )
}
