import { useState } from 'react'
import type { Failure } from '../../../../shared/kernel/result'
import { Button, LinkButton } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { useWrite } from '../../../lib/contract-client'
import { formatCount, plural } from '../../../lib/format'
import { failureSentence } from '../../../lib/sentence'
import type { Done, ImportFlow } from '../use-import'
import type { ImportWords } from '../words'

/** What was kept, and the way to take all of it back. */
export function DoneStep({
  flow,
  done,
  words,
}: {
  readonly flow: ImportFlow
  readonly done: Done
  readonly words: ImportWords
}) {
  const undo = useWrite('changes.undo')
  const [undone, setUndone] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const takeBack = async (changeId: string): Promise<void> => {
    const result = await undo.send({ changeId })
    setUndone(result.ok)
    setFailure(result.ok ? undefined : result)
  }
  return (
    <>
      <Notice tone={undone ? 'info' : 'good'} title={undone ? 'Taken back' : doneWords(done, words)}>
        <p>
          {undone
            ? 'The binder is as it was before the import.'
            : `${plural(done.same, 'was', 'were')} the same already, ${formatCount(done.refused)} refused. You can take the whole import back, now or later from the change log.`}
        </p>
      </Notice>
      {failure && <Notice tone="bad">{failureSentence(failure)}</Notice>}
      <div className="form-actions">
        <LinkButton kind="primary" to={words.doneTo}>
          {words.doneTitle}
        </LinkButton>
        {done.changeId !== null && !undone && (
          <Button kind="plain" isBusy={undo.isSending} onPress={() => void takeBack(done.changeId ?? '')}>
            Undo the import
          </Button>
        )}
        <Button kind="quiet" onPress={flow.restart}>
          Import another file
        </Button>
      </div>
    </>
  )
}

function doneWords(done: Done, words: ImportWords): string {
  const parts = [
    done.new > 0 ? `${plural(done.new, words.one, words.many)} brought in` : '',
    done.changed > 0 ? `${formatCount(done.changed)} changed` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'Nothing had to be changed' : parts.join(', ')
}
