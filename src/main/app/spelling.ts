/**
 * Whether the system itself looks after spelling: macOS does, in the languages that a person has set there. On Windows and
 * Linux Electron would fetch a dictionary from a server first, and this program asks no server for anything.
 */
export const systemSpells = process.platform === 'darwin'
