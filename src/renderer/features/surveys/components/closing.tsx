import { useState } from 'react'
import { SMALLEST_GROUP } from '../../../../shared/kernel/smallest-group'
import type { Round } from '../../../../shared/features/surveys/model'
import { returnedWords } from '../../../../shared/features/surveys/words'
import { Button, LinkButton } from '../../../components/button'
import { ConfirmDialog } from '../../../components/dialog'
import { EmptyState } from '../../../components/empty-state'
import { Block, PageHead, SectionTitle } from '../../../components/page-head'
import { useWrite } from '../../../lib/contract-client'

/** A round without names that is still open: how many sheets came back, and the closing of it. */
export function StillOpen({ round }: { readonly round: Round }) {
  const [isAsking, setAsking] = useState(false)
  const close = useWrite('surveys.close', { saved: 'Round closed for good', undo: false, toastFailure: true })
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
      <p>{keptWords}</p>
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

/** What closing cannot reach. */
const keptWords =
  'Backups made before the closing keep the answers as they came in: whoever may open one can read them one by one.'

function consequenceOf(round: Round): string {
  const few =
    round.returned < SMALLEST_GROUP
      ? ` Fewer than ${SMALLEST_GROUP} sheets have come back: nothing of them will ever be shown.`
      : ''
  const kept = round.returned === 0 ? '' : ` ${keptWords}`
  return `${returnedWords(round)}. No sheet can be added afterwards, and closing cannot be undone.${few}${kept}`
}

/** In place of what takes sheets in, at an address that was kept from before the round was closed. */
export function RoundClosed({ round }: { readonly round: Round }) {
  return (
    <>
      <PageHead
        title="This round is closed"
        about="Nothing is added any more, and no sheet is shown by itself."
        trail={[
          { title: 'Forms', to: '/needs/forms' },
          { title: round.title, to: `/needs/forms/${round.id}` },
        ]}
      />
      <EmptyState
        title="No more sheets can be taken in"
        about="A closed round is never opened again: it could give away what one person answered. Answers that came too late belong to another round."
        primary={<LinkButton to={`/needs/forms/${round.id}`}>Look at the summary</LinkButton>}
        secondary={<LinkButton to="/needs/forms/new">Begin another round</LinkButton>}
      />
    </>
  )
}
