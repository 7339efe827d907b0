import { useState } from 'react'
import type { Failure } from '../../../../shared/kernel/result'
import { Button } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { DefinitionList } from '../../../components/definition-list'
import { ConfirmDialog } from '../../../components/dialog'
import { Notice } from '../../../components/notice'
import { SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { formatCount, plural } from '../../../lib/format'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { failureSentence } from '../../../lib/sentence'
import { momentWords, sinceWords, sizeWords } from '../words'

type Preview = OutputFor<'backup.preview'>

/** One backup, checked in full before it is shown, with what is in it and the way to restore it. */
export function BackupDetail({
  backupKey,
  recentKey,
  onRestored,
}: {
  readonly backupKey: string
  /** The file it belongs to, where that is not the open one. */
  readonly recentKey?: string | undefined
  readonly onRestored: () => void
}) {
  const which = recentKey === undefined ? {} : { recentKey }
  const read = useRead('backup.preview', { key: backupKey, ...which })
  const restore = useWrite('backup.restore', {
    saved: ({ keptAs }) =>
      keptAs === null ? 'The backup is restored' : `Restored. The file from before is kept as “${keptAs}”`,
    undo: false,
  })
  const [isAsking, setAsking] = useState(false)
  const [failure, setFailure] = useState<Failure>()

  const send = async () => {
    const result = await restore.send({ key: backupKey, ...which })
    if (result.ok) onRestored()
    else setFailure(result)
  }

  return (
    <ReadState read={read}>
      {(preview) => (
        <>
          <SectionTitle>{preview.schoolName}</SectionTitle>
          <DefinitionList items={factsOf(preview)} />
          {failure && <Notice tone="bad">{failureSentence(failure)}</Notice>}
          <Button kind="plain" isBusy={restore.isSending} onPress={() => setAsking(true)}>
            Restore this backup…
          </Button>
          <ConfirmDialog
            title="Restore this backup?"
            consequence={consequenceOf(preview)}
            confirm="Restore this backup"
            isOpen={isAsking}
            onConfirm={() => void send()}
            onClose={() => setAsking(false)}
          />
        </>
      )}
    </ReadState>
  )
}

function factsOf(preview: Preview): { term: string; value: React.ReactNode }[] {
  return [
    {
      term: 'Check',
      value: preview.isVerified ? (
        <StatusMark tone="good">Whole: every byte is as it was written</StatusMark>
      ) : (
        <StatusMark tone="warn">In order, but without its description file</StatusMark>
      ),
    },
    { term: 'Made', value: preview.atUtc === null ? 'Not known' : momentWords(preview.atUtc) },
    {
      term: 'Newest change in it',
      value: preview.newestChangeAtUtc === null ? 'None' : momentWords(preview.newestChangeAtUtc),
    },
    { term: 'Since then', value: sinceWords(preview.changesSince) },
    { term: 'People', value: formatCount(preview.people) },
    { term: 'Activities', value: formatCount(preview.activities) },
    { term: 'Cost lines', value: formatCount(preview.costLines) },
    { term: 'Size', value: sizeWords(preview.byteCount) },
    { term: 'Made by', value: preview.appVersion === null ? 'Not known' : `CPD Binder ${preview.appVersion}` },
  ]
}

function consequenceOf(preview: Preview): string {
  const when = preview.newestChangeAtUtc === null ? 'the beginning' : momentWords(preview.newestChangeAtUtc)
  const since = preview.changesSince
  const lost =
    since === null || since === 0
      ? ''
      : ` ${plural(since, 'change', 'changes')} made since will no longer be in it.`
  return `The school goes back to how it was on ${when}.${lost} The file as it is now is kept beside it under another name, so nothing is lost for good.`
}
