import { Component, type ReactNode } from 'react'
import { Notice } from '../components/notice'
import { Button } from '../components/button'
import { failureSentence } from '../lib/sentence'
import './error-boundary.css'

interface Props {
  readonly children: ReactNode
  /** Changes when another page is opened: a broken page does not keep the next one from showing. */
  readonly resetKey?: string
}

interface State {
  readonly hasFailed: boolean
  readonly failedAt: string | undefined
}

/** A mistake in a page shows a sentence and a way on, never an empty window. Nothing saved is lost by it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false, failedAt: undefined }

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    if (!state.hasFailed) return { failedAt: props.resetKey }
    return state.failedAt === props.resetKey ? null : { hasFailed: false, failedAt: props.resetKey }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return (
      <div className="broken">
        <Notice
          tone="bad"
          title="This page could not be drawn"
          action={<Button onPress={() => this.setState({ hasFailed: false })}>Draw it again</Button>}
        >
          {failureSentence({ ok: false, code: 'internal' })}
        </Notice>
      </div>
    )
  }
}
