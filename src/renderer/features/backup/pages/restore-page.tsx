import { useParams } from 'wouter'
import { useState } from 'react'
import type { Failure } from '../../../../shared/kernel/result'
import { Button } from '../../../components/button'
import { MasterDetail } from '../../../components/master-detail'
import { Notice } from '../../../components/notice'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { navigate, useQueryParam } from '../../../lib/navigation'
import { failureSentence } from '../../../lib/sentence'
import { BackupDetail } from '../components/backup-detail'
import { BackupTable } from '../components/backup-table'

/** For a school file that does not open: its backups on this PC, before any school is open. */
export function RestorePage() {
  const { key } = useParams<{ key?: string }>()
  const [recentKey] = useQueryParam('recent')
  const which = recentKey === undefined || recentKey === '' ? {} : { recentKey }
  const query = recentKey === undefined || recentKey === '' ? '' : `?recent=${recentKey}`
  const list = useRead('backup.forFile', which)
  const restoreFrom = useWrite('backup.restoreFrom', { saved: 'The backup is restored', undo: false })
  const [failure, setFailure] = useState<Failure>()
  const fromFile = async () => {
    setFailure(undefined)
    const result = await restoreFrom.send(which)
    if (result.ok) navigate('/')
    else if (result.code !== 'cancelled') setFailure(result)
  }
  return (
    <div className="start">
      <PageHead
        title="Restore a backup"
        about="The file that does not open stays where it is, under another name. The backup you choose takes its place."
        trail={[{ title: 'Welcome', to: '/start' }]}
        primary={
          <Button kind="primary" isBusy={restoreFrom.isSending} onPress={() => void fromFile()}>
            Choose a backup file…
          </Button>
        }
      />
      {failure && <Notice tone="bad">{failureSentence(failure)}</Notice>}
      <ReadState read={list}>
        {({ backups }) => (
          <MasterDetail
            backTo={`/start/restore${query}`}
            detailLabel="Backup"
            list={
              <BackupTable backups={backups} selectedKey={key} hrefOf={(b) => `/start/restore/${b.key}${query}`} />
            }
            detail={
              key === undefined ? undefined : (
                <BackupDetail
                  key={key}
                  backupKey={key}
                  recentKey={which.recentKey}
                  onRestored={() => navigate('/')}
                />
              )
            }
          />
        )}
      </ReadState>
    </div>
  )
}
