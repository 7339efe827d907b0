import type { Failure } from '../../../../shared/kernel/result'
import { Button, LinkButton } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { failureSentence } from '../../../lib/sentence'

const restorable: ReadonlySet<string> = new Set([
  'file.damaged',
  'file.foreign',
  'file.newer',
  'file.missing',
  'migration.failed',
])

/** Why a file did not open, with the way on: a backup, or a copy on this PC for one in an unsafe place. */
export function OpenFailure({
  failure,
  recentKey,
  isBusy,
  onCopyHere,
}: {
  readonly failure: Failure
  readonly recentKey: string | undefined
  readonly isBusy: boolean
  readonly onCopyHere: () => void
}) {
  const query = recentKey === undefined ? '' : `?recent=${recentKey}`
  const action =
    failure.code === 'file.unsafe-place' ? (
      <Button kind="plain" isBusy={isBusy} onPress={onCopyHere}>
        Copy it to this PC and open the copy
      </Button>
    ) : restorable.has(failure.code) ? (
      <LinkButton to={`/start/restore${query}`}>See its backups</LinkButton>
    ) : undefined
  return (
    <Notice tone="bad" action={action}>
      {failureSentence(failure)}
    </Notice>
  )
}
