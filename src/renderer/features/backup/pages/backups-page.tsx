import { useState } from 'react'
import { useParams } from 'wouter'
import type { Failure } from '../../../../shared/kernel/result'
import { Button } from '../../../components/button'
import { MasterDetail } from '../../../components/master-detail'
import { Notice } from '../../../components/notice'
import { Block, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { Finding } from '../../../components/figures'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import { failureSentence } from '../../../lib/sentence'
import { BackupDetail } from '../components/backup-detail'
import { BackupTable } from '../components/backup-table'
import { FileCheck } from '../components/file-check'
import { daysAgoWords, momentWords, sinceWords } from '../words'

const leftWords = {
  'another-disk': 'on another disk',
  network: 'on the network',
  synced: 'in a synced folder',
} as const

/** What can be done here, and the sentence of what last could not. */
function useBackupActions() {
  const [failure, setFailure] = useState<Failure>()
  const now = useWrite('backup.now', { saved: 'Backed up and checked', undo: false })
  const copy = useWrite('backup.saveCopy', {
    saved: ({ fileName, leftBy }) =>
      leftBy === null
        ? `“${fileName}” is saved, but it is still on this PC’s own disk`
        : `“${fileName}” is saved and checked, ${leftWords[leftBy]}`,
    undo: false,
  })
  const restoreFrom = useWrite('backup.restoreFrom', {
    saved: ({ keptAs }) => `Restored. The file from before is kept as “${keptAs ?? ''}”`,
    undo: false,
  })
  const run = async (sending: ReturnType<typeof now.send | typeof copy.send | typeof restoreFrom.send>) => {
    setFailure(undefined)
    const result = await sending
    if (!result.ok && result.code !== 'cancelled') setFailure(result)
  }
  return { now, copy, restoreFrom, run, failure }
}

/** Backups of the open school: how it stands, what there is, what is in each, and the way back. */
export function BackupsPage() {
  const { key } = useParams<{ key?: string }>()
  const status = useRead('backup.status', {})
  const list = useRead('backup.list', {})
  const { now, copy, restoreFrom, run, failure } = useBackupActions()

  return (
    <>
      <PageHead
        title="Backups"
        about="CPD Binder keeps checked copies of your school on this PC by itself. A copy in another place is yours to save: once a week is enough."
        trail={[{ title: 'The school', to: '/school' }]}
        secondary={
          <Button kind="plain" isBusy={now.isSending} onPress={() => void run(now.send({}))}>
            Back up now
          </Button>
        }
        primary={
          <Button kind="primary" isBusy={copy.isSending} onPress={() => void run(copy.send({}))}>
            Save a copy away from this PC…
          </Button>
        }
      />
      {failure && <Notice tone="bad">{failureSentence(failure)}</Notice>}
      <ReadState read={status}>{(known) => <HowItStands status={known} />}</ReadState>
      <Block>
        <ReadState read={list}>
          {({ backups }) => (
            <MasterDetail
              backTo="/school/backups"
              detailLabel="Backup"
              list={<BackupTable backups={backups} selectedKey={key} hrefOf={(b) => `/school/backups/${b.key}`} />}
              detail={
                key === undefined ? undefined : (
                  <BackupDetail key={key} backupKey={key} onRestored={() => navigate('/school/backups')} />
                )
              }
            />
          )}
        </ReadState>
      </Block>
      <Block>
        <SectionTitle about="A copy that was saved elsewhere, or handed over. It is checked first; the file as it is now is kept beside it.">
          From another place
        </SectionTitle>
        <Button kind="plain" isBusy={restoreFrom.isSending} onPress={() => void run(restoreFrom.send({}))}>
          Restore from a file…
        </Button>
      </Block>
      <FileCheck />
    </>
  )
}

function HowItStands({ status }: { readonly status: OutputFor<'backup.status'> }) {
  const { lastHereAtUtc, changesSince, daysSinceAway, lastAwayAtUtc } = status
  const here =
    lastHereAtUtc === null
      ? 'There is no backup on this PC yet'
      : `The newest backup on this PC is from ${momentWords(lastHereAtUtc)} (${sinceWords(changesSince).toLowerCase()})`
  const away =
    lastAwayAtUtc === null || daysSinceAway === null
      ? 'no copy has left it so far'
      : `a copy last left it ${daysAgoWords(daysSinceAway)}`
  return (
    <>
      <Finding>
        {here}; {away}.
      </Finding>
      {status.isReminderDue && (
        <Notice tone="warn" title="Save a copy away from this PC">
          If this PC is lost, stolen or breaks, only a copy elsewhere brings your work back: a stick that is kept
          locked away, the school’s network, or a synced folder.
        </Notice>
      )}
    </>
  )
}
