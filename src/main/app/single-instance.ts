import { app } from 'electron'

/**
 * One program per person on a PC: a second start hands its wishes to the first and ends. Answers false in the second.
 * `onSecond` gets what the second was asked to open.
 */
export function claimSingleInstance(onSecond: (argv: readonly string[]) => void): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', (_event, argv) => onSecond(argv))
  return true
}

/** The school file named on a command line, if one is (a double click on a file in Windows starts us like that). */
export function schoolFileIn(argv: readonly string[]): string | undefined {
  return argv.slice(1).find((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith('.cpdschool'))
}
