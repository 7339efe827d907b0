import { join } from 'node:path'
import log from 'electron-log/node'

/** Five files of a megabyte are kept by rotation; nothing is sent anywhere. */
const MAX_BYTES = 1_000_000

export interface Logger {
  /** A bug: where it happened and the error. Never the input, which may be personal. */
  bug(where: string, error: unknown): void
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
    note: (text) => logger.info(text),
  }
}
