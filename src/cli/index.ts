import type { Binder } from '../main/compose'
import { factsWithRecords, Refusal } from '../shared/kernel/result'
import { lineFor } from '../shared/kernel/sentences'
import { FailedAnswer, type Command } from './command'
import { backupCommand, restoreCommand, verifyCommand } from './commands/backup'
import { callCommand, channelsCommand } from './commands/call'
import { createCommand } from './commands/create'
import { importCommand } from './commands/import'
import { packCommand } from './commands/pack'
import { ratesCommand } from './commands/rates'
import { reportCommand, reportsCommand } from './commands/report'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  createCommand,
  importCommand,
  ratesCommand,
  reportCommand,
  reportsCommand,
  backupCommand,
  restoreCommand,
  verifyCommand,
  packCommand,
  callCommand,
  channelsCommand,
]

export interface CliStreams {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly isTerminal: boolean
}

/**
 * Runs one command on the same services as the window. The answer is JSON on standard output; a failure is one line
 * `{code, message, …}` on standard error and exit code 1.
 */
export async function runCli(argv: readonly string[], binder: Binder, streams: CliStreams): Promise<number> {
  const [name, ...args] = argv
  if (name === undefined || name === 'help' || name === '--help') {
    streams.out(`${helpText()}\n`)
    return name === undefined ? 1 : 0
  }
  try {
    const command = commands.find((known) => known.name === name)
    if (!command) throw new Refusal('cli.usage', { problem: `there is no command "${name.slice(0, 40)}"` })
    const answer: unknown = await command.run(args, { binder, progress: progressBar(streams) })
    const isFailed = answer instanceof FailedAnswer
    streams.out(`${JSON.stringify(isFailed ? answer.value : answer, null, 2)}\n`)
    if (isFailed) throw answer.refusal
    return 0
  } catch (cause) {
    streams.err(`${JSON.stringify(failureOf(cause))}\n`)
    return 1
  } finally {
    binder.desk.clear()
  }
}

/** Error lines end in scripts' logs: of a record in the way they tell what it is and its id, never its title. */
function failureOf(cause: unknown): Record<string, unknown> {
  if (cause instanceof Refusal) {
    const records = cause.records?.map(({ type, id }) => ({ type, id }))
    const facts = factsWithRecords(cause.facts, cause.records, ({ type, id }) => `${type} ${id}`)
    return {
      code: cause.code,
      message: lineFor(cause.code, facts),
      ...(cause.fields && { fields: cause.fields }),
      ...(cause.facts && { facts: cause.facts }),
      ...(records && { records }),
    }
  }
  const detail = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
  return { code: 'internal', message: lineFor('internal'), detail: detail.slice(0, 300) }
}

function progressBar(streams: CliStreams): (done: number, of: number | undefined) => void {
  return (done, of) => {
    if (!streams.isTerminal) return
    const width = 30
    const part = of === undefined || of === 0 ? 0 : Math.min(width, Math.round((done / of) * width))
    const count = of === undefined ? `${done}` : `${done} of ${of}`
    streams.err(`\r[${'#'.repeat(part)}${' '.repeat(width - part)}] ${count}`)
    if (done === of) streams.err('\n')
  }
}

function helpText(): string {
  const lines = commands.map((command) => `  ${command.name} ${command.usage}\n      ${command.does}`)
  return `cpd-binder <command> …\n\n${lines.join('\n')}`
}
