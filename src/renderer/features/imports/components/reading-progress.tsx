import { useEffect, useState } from 'react'
import { ProgressBar } from '../../../components/progress-bar'
import { useEvent } from '../../../lib/contract-client'
import type { ImportFlow } from '../use-import'

interface Progress {
  readonly done: number
  readonly of?: number | undefined
  readonly elapsedMs: number
}

/** How far the reading is, with a way to stop it; only once there is something to tell. */
export function ReadingProgress({ flow }: { readonly flow: ImportFlow }) {
  const [progress, setProgress] = useState<Progress>()
  const [startedAt, setStartedAt] = useState(0)
  const { busy } = flow
  useEffect(() => {
    setProgress(undefined)
    setStartedAt(performance.now())
  }, [busy])
  useEvent('progress', ({ task, done, of }) => {
    if (task === 'imports.plan') setProgress({ done, of, elapsedMs: performance.now() - startedAt })
  })
  if (busy === undefined || progress === undefined) return null
  return (
    <ProgressBar
      label={busy}
      done={progress.done}
      total={progress.of}
      unit="rows"
      elapsedMs={progress.elapsedMs}
      onCancel={flow.stop}
    />
  )
}
