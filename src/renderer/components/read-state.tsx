import { useContext, useLayoutEffect, useState, type ReactNode } from 'react'
import type { Failure } from '../../shared/kernel/result'
import type { Read } from '../lib/contract-client'
import { ListAboveContext } from '../lib/list-above'
import { failureSentence } from '../lib/sentence'
import { Button, LinkButton } from './button'
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
  if (isNotThere(read.failure)) return <NotThere />
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

/** Gone, or never there: an address whose last part is no id at all names no record either. */
function isNotThere(failure: Failure | undefined): boolean {
  if (failure?.code === 'input.invalid') return failure.fields?.some(({ path }) => path === 'id') === true
  return failure?.code === 'record.missing'
}

/** A record that is not there (any more): trying again would not help, the list does. */
function NotThere() {
  const list = useContext(ListAboveContext)
  return (
    <>
      <HeadingIfNone />
      <Notice
        tone="info"
        title="This is not here any more"
        action={<LinkButton to={list?.to ?? '/'}>Go to {list?.title ?? 'Today'}</LinkButton>}
      >
        <p>It was undone or removed, or the address is an old one. Everything else is as it was.</p>
      </Notice>
    </>
  )
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
