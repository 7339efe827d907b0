import { Worker } from 'node:worker_threads'

/** What a parsing process may use before it is killed (model, section 9). */
export const processLimits = { cpuMilliseconds: 10_000, residentBytes: 512e6 } as const

/** Written to standard error just before the process is killed, so that the parent can say why. */
export const limitMarks = { cpu: 'cpd-limit:cpu', memory: 'cpd-limit:memory' } as const

/**
 * The watching thread. It is text because a thread must not share the event loop that it watches, and a file of its
 * own would have to be found beside the bundle on every platform. It counts the whole process's CPU time and memory.
 */
const watcher = `
const { workerData } = require('node:worker_threads')
const { writeSync } = require('node:fs')
const started = process.cpuUsage()
const stop = (mark) => { try { writeSync(2, mark + '\\n') } finally { process.kill(process.pid, 'SIGKILL') } }
setInterval(() => {
  const used = process.cpuUsage(started)
  if ((used.user + used.system) / 1000 > workerData.cpuMilliseconds) stop(workerData.cpu)
  if (process.memoryUsage.rss() > workerData.residentBytes) stop(workerData.memory)
}, 50)
`

/** Starts the thread that kills this process when it passes a limit, even while its main thread hangs. */
export function startWatchdog(
  limits: { readonly cpuMilliseconds: number; readonly residentBytes: number } = processLimits,
): void {
  const worker = new Worker(watcher, { eval: true, workerData: { ...limits, ...limitMarks } })
  worker.unref()
}
