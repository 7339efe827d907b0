import { Menu, type MenuItemConstructorOptions } from 'electron'

/**
 * What the menu can ask the window to do, sent as the event `menu.command`. The window may handle the same shortcut
 * itself (and prevent its default); then the menu does not.
 */
export type MenuCommand =
  | 'school.new'
  | 'school.open'
  | 'school.sample'
  | 'school.close'
  | 'backup.open'
  | 'import.staff'
  | 'import.ledger'
  | 'changes.undo'
  | 'changes.open'
  | 'search.open'
  | 'settings.open'
  | 'help.shortcuts'
  | 'help.guide'
  | 'help.about'

interface Entry {
  readonly label: string
  readonly command: MenuCommand
  readonly accelerator?: string
}

const FILE: readonly (Entry | 'line')[] = [
  { label: 'Start a school…', command: 'school.new' },
  { label: 'Open a school…', command: 'school.open', accelerator: 'CmdOrCtrl+O' },
  { label: 'Open the sample school', command: 'school.sample' },
  'line',
  { label: 'Import staff…', command: 'import.staff' },
  { label: 'Import ledger lines…', command: 'import.ledger' },
  'line',
  { label: 'Backup and restore…', command: 'backup.open', accelerator: 'CmdOrCtrl+Shift+B' },
  { label: 'Close the school', command: 'school.close' },
]

const HELP: readonly Entry[] = [
  { label: 'User guide', command: 'help.guide', accelerator: 'F1' },
  { label: 'Keyboard shortcuts', command: 'help.shortcuts', accelerator: 'CmdOrCtrl+/' },
  { label: 'About CPD Binder', command: 'help.about' },
]

/** The application menu as a template; `send` gets the command of the chosen item. */
export function menuTemplate(
  send: (command: MenuCommand) => void,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const item = ({ label, command, accelerator }: Entry): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => send(command),
  })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const mac: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : []
  return [
    ...mac,
    {
      label: '&File',
      submenu: [
        ...FILE.map((entry) => (entry === 'line' ? line : item(entry))),
        line,
        platform === 'darwin' ? { role: 'close' } : { role: 'quit', label: 'Exit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item({ label: 'Undo the last change', command: 'changes.undo', accelerator: 'CmdOrCtrl+Alt+Z' }),
        item({ label: 'Changes…', command: 'changes.open' }),
        line,
        { role: 'undo', label: 'Undo typing' },
        { role: 'redo', label: 'Redo typing' },
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        line,
        item({ label: 'Find anything…', command: 'search.open', accelerator: 'CmdOrCtrl+K' }),
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom', label: 'Normal size' },
        { role: 'togglefullscreen' },
        line,
        item({ label: 'Settings…', command: 'settings.open', accelerator: 'CmdOrCtrl+,' }),
      ],
    },
    { label: '&Help', submenu: HELP.map(item) },
  ]
}

/** Sets the menu of every window. */
export function setMenu(send: (command: MenuCommand) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(send, process.platform)))
}
