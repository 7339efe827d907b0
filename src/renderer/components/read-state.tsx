import { useLayoutEffect, useState, type ReactNode } from 'react'
import type { Read } from '../lib/contract-client'
import { failureSentence } from '../lib/sentence'
import { Button } from './button'
import { Notice } from './notice'
import { PageHead } from './page-head'
import './read-state.css'

export interface ReadStateProps<T> {
  readonly read: Read<T>
  readonly children: (data: T) => ReactNode
}

/** Waiting, the sentence of a failure with a way to try again, or the content. */
export function ReadState<T>({ read, children }: ReadStateProps<T>) {
  if (read.data !== undefined) return <>{children(read.data)}</>
  if (read.failure !== undefined) {
    return (
      <>
        <HeadingIfNone />
        <Notice
          tone="bad"
          title="This could not be read"
          action={<Button onPress={read.refresh}>Try again</Button>}
        >
          {failureSentence(read.failure)}
        </Notice>
      </>
    )
  }
  return <Waiting />
}

/** A page whose heading would have come with its content still needs one, and a way out. */
function HeadingIfNone() {
  const [isNeeded, setNeeded] = useState(false)
  useLayoutEffect(() => setNeeded(document.querySelector('main h1') === null), [])
  return isNeeded ? <PageHead title="There is nothing to show" trail={[{ title: 'Today', to: '/' }]} /> : null
}

/** Grey lines where the content will be; spoken only when it takes long enough to wonder. */
export function Waiting() {
  return (
    <output className="waiting">
      <span className="visually-hidden">Opening…</span>
      <i />
      <i />
      <i />
    </output>
  )
}
