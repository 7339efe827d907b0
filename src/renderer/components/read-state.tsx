import type { ReactNode } from 'react'
import type { Read } from '../lib/contract-client'
import { failureSentence } from '../lib/sentence'
import { Button } from './button'
import { Notice } from './notice'
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
      <Notice tone="bad" title="This could not be read" action={<Button onPress={read.refresh}>Try again</Button>}>
        {failureSentence(read.failure)}
      </Notice>
    )
  }
  return <Waiting />
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
