import { useState } from 'react'
import type { Result } from '../../../../shared/kernel/result'
import { Button } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { Notice } from '../../../components/notice'
import { Block, SectionTitle } from '../../../components/page-head'
import { Rows } from '../../../components/rows'
import { call, type OutputFor } from '../../../lib/contract-client'
import { formatCount } from '../../../lib/format'
import { failureSentence } from '../../../lib/sentence'

type Report = OutputFor<'backup.verify'>

const words: Readonly<Record<string, string>> = {
  applicationId: 'It is a school file of CPD Binder',
  schemaVersion: 'Its version is known',
  integrity: 'Every page and index of the file is whole',
  foreignKeys: 'Every link between records leads somewhere',
  values: 'Every record can be read',
  money: 'Every cost adds up to its parts',
  log: 'Every record is in the change log',
  attachments: 'Every attachment is as it was kept',
  issuedFiles: 'Every issued report is as it was issued',
  settings: 'The safety settings hold',
}

/** The full check of the open file, on request. */
export function FileCheck() {
  const [result, setResult] = useState<Result<Report>>()
  const [isBusy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    setResult(await call('backup.verify', {}))
    setBusy(false)
  }
  return (
    <>
      <Block>
        <SectionTitle about="Looks at every record, every sum and every attachment. It changes nothing.">
          Is my file in order?
        </SectionTitle>
        <Button kind="plain" isBusy={isBusy} onPress={() => void run()}>
          Check the whole file
        </Button>
      </Block>
      <div role="status">{result !== undefined && <Outcome result={result} />}</div>
    </>
  )
}

function Outcome({ result }: { readonly result: Result<Report> }) {
  if (!result.ok) return <Notice tone="bad">{failureSentence(result)}</Notice>
  const { ok, checks } = result.value
  return (
    <>
      <Notice tone={ok ? 'good' : 'bad'} title={ok ? 'The file is in order' : 'Something is wrong with the file'}>
        {ok ? undefined : 'Restore the newest backup from before, and keep this file for whoever supports you.'}
      </Notice>
      <Rows
        label="What was checked"
        items={Object.entries(checks).map(([name, check]) => ({
          key: name,
          title: <StatusMark tone={check.ok ? 'good' : 'bad'}>{words[name] ?? name}</StatusMark>,
          about: check.ok
            ? check.checked > 1
              ? `${formatCount(check.checked)} checked`
              : undefined
            : check.problems.slice(0, 3).join('; '),
        }))}
      />
    </>
  )
}
