/**
 * The process in which files made by others are parsed: it opens one file, reads it, and ends. It knows no domain, no
 * database and no network. Started by the parent through a port (parser-process.ts); a watching thread kills it at
 * its limits.
 */
import type { FromChild, RowBatch, ToChild } from './parse-job'
import { parse } from './parse-file'
import { startWatchdog } from './watchdog'

/** The parent's side of Electron's utility process, as far as it is used here. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

const port = (process as { readonly parentPort?: ParentPort }).parentPort

function post(message: FromChild): void {
  if (port) port.postMessage(message)
  else process.send?.(message)
}

function onMessage(listener: (message: ToChild) => void): void {
  if (port) port.on('message', (event) => listener(event.data as ToChild))
  else process.on('message', (message) => listener(message as ToChild))
}

/** Batches on their way that the parent has not asked beyond; more wait here, so that memory stays flat. */
const batchesAhead = 4
let underway = 0
let waiting: (() => void) | undefined

async function send(batch: RowBatch): Promise<void> {
  post({ kind: 'rows', batch })
  underway += 1
  if (underway >= batchesAhead) await new Promise<void>((resolve) => (waiting = resolve))
}

startWatchdog()
onMessage((message) => {
  if (message.kind === 'start') void parse(message.job, send).then(post)
  else {
    underway -= 1
    waiting?.()
    waiting = undefined
  }
})
