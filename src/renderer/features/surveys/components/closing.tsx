import { useState } from 'react'
import { SMALLEST_GROUP } from '../../../../shared/kernel/smallest-group'
import type { Round } from '../../../../shared/features/surveys/model'
import { returnedWords } from '../../../../shared/features/surveys/words'
import { Button } from '../../../components/button'
import { ConfirmDialog } from '../../../components/dialog'
import { Block, SectionTitle } from '../../../components/page-head'
import { useWrite } from '../../../lib/contract-client'

/** A round without names that is still open: how many sheets came back, and the closing of it. */
export function StillOpen({ round }: { readonly round: Round }) {
  const [isAsking, setAsking] = useState(false)
  const close = useWrite('surveys.close', { saved: 'Round closed', undo: false, toastFailure: true })
  const send = async () => {
    setAsking(false)
    await close.send({ id: round.id })
  }
  return (
    <Block>
      <SectionTitle>{returnedWords(round)}</SectionTitle>
      <p>
        The answers are shown together once the round is closed, and no sheet can be opened by itself. Anybody who
        saw the summary before and after one more sheet could work out what stands on it.
      </p>
      <div className="form-actions">
        <Button isBusy={close.isSending} onPress={() => setAsking(true)}>
          Close the round…
        </Button>
      </div>
      <ConfirmDialog
        title="Close the round?"
        consequence={consequenceOf(round)}
        confirm="Close the round for good"
        isOpen={isAsking}
        onConfirm={() => void send()}
        onClose={() => setAsking(false)}
      />
    </Block>
  )
}

/** Whether a round’s answers may be looked at. */
export const isToBeClosed = ({ isAnonymous, closedOn }: Round): boolean => isAnonymous && closedOn === null

function consequenceOf(round: Round): string {
  const few =
    round.returned < SMALLEST_GROUP
      ? ` Fewer than ${SMALLEST_GROUP} sheets have come back: nothing of them will ever be shown.`
      : ''
  return `${returnedWords(round)}. No sheet can be added afterwards, and closing cannot be undone.${few}`
}
