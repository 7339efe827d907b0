import { join } from 'node:path'
import log from 'electron-log/node'

/** Five files of a megabyte are kept by rotation; nothing is sent anywhere. */
const MAX_BYTES = 1_000_000

export interface Logger {
  /** A bug: where it happened and the error. Never the input, which may be personal. */
  bug(where: string, error: unknown): void
  /** Something that could not be done, by its code alone: what a system error says quotes paths. */
  failure(where: string, cause: unknown): void
  /** One plain fact about the program itself. */
  note(text: string): void
}

/** A log in the given folder. It says nothing on the console, whose output belongs to the command line. */
export function fileLogger(folder: string): Logger {
  const logger = log.create({ logId: 'cpd-binder' })
  logger.transports.console.level = false
  logger.transports.file.resolvePathFn = () => join(folder, 'main.log')
  logger.transports.file.maxSize = MAX_BYTES
  return {
    bug: (where, error) =>
      logger.error(where, error instanceof Error ? (error.stack ?? error.message) : String(error)),
    failure: (where, cause) => logger.warn(where, codeOf(cause)),
    note: (text) => logger.info(text),
  }
}

/** `file.in-use`, `SQLITE_BUSY`, `ENOENT`; the kind of error where it has no code. */
function codeOf(cause: unknown): string {
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return cause instanceof Error ? cause.name : typeof cause
}
