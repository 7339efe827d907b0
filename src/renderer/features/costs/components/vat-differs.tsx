import { formatPence } from '../../../../shared/kernel/money'
import type { VatWarning } from '../../../../shared/features/costs/ledger-contract'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { useWrite } from '../../../lib/contract-client'

/** A linked line and its cost are one amount, but only one of them tells the VAT: what that does, and the way to mend it. */
export function VatDiffers({ id, warning }: { readonly id: string; readonly warning: VatWarning }) {
  const split = useWrite('ledger.splitVat', { saved: 'Split', toastFailure: true })
  const { clash, grossPence, netPence, vatPence, promisedPence } = warning
  const [gross, net, vat] = [grossPence, netPence, vatPence].map(formatPence)
  const isCost = clash === 'cost-holds-gross'
  return (
    <Notice tone="warn" title="The VAT does not fit">
      <p>
        {isCost
          ? `The line is ${gross} with VAT; the cost says ${gross} without${promisedPence > 0 ? `, so ${formatPence(promisedPence)} of it stays promised` : ''}.`
          : `The line is ${gross} without VAT; the cost says ${net} and ${vat} VAT, so VAT that the school gets back counts as spent.`}
      </p>
      <Button onPress={() => void split.send({ id })} isBusy={split.isSending}>
        {isCost ? `Make the cost ${net} and ${vat} VAT` : `Make the payment ${net} and ${vat} VAT`}
      </Button>
    </Notice>
  )
}
