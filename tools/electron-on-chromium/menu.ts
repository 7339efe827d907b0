import { note } from './host-log.ts'

/** Electron's `MenuItemConstructorOptions`, as far as they are used. */
export interface MenuTemplateItem {
  readonly id?: string
  readonly label?: string
  readonly role?: string
  readonly type?: string
  readonly accelerator?: string
  readonly enabled?: boolean
  readonly checked?: boolean
  readonly submenu?: readonly MenuTemplateItem[] | Menu
  readonly click?: (item: MenuItem, window: unknown, event: object) => void
}

/** Electron's `MenuItem`. */
export class MenuItem {
  readonly id: string | undefined
  readonly label: string
  readonly role: string | undefined
  readonly type: string
  readonly accelerator: string | undefined
  readonly submenu: Menu | undefined
  enabled: boolean
  checked: boolean
  readonly #click: MenuTemplateItem['click']

  constructor(options: MenuTemplateItem) {
    this.id = options.id
    this.label = options.label ?? options.role ?? ''
    this.role = options.role
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal')
    this.accelerator = options.accelerator
    this.enabled = options.enabled ?? true
    this.checked = options.checked ?? false
    const submenu = options.submenu
    this.submenu = submenu instanceof Menu ? submenu : submenu && Menu.buildFromTemplate(submenu)
    this.#click = options.click
  }

  /** Does what a click does; a disabled item does nothing. */
  click(event: object = {}, window?: unknown): void {
    if (!this.enabled) return
    note('menu.click', this.id ?? this.label)
    this.#click?.(this, window, event)
  }
}

let applicationMenu: Menu | null = null

/** Electron's `Menu`. Nothing is drawn: a Chromium window has no menu bar. Shortcuts work. */
export class Menu {
  readonly items: MenuItem[] = []

  static buildFromTemplate(template: readonly MenuTemplateItem[]): Menu {
    const menu = new Menu()
    for (const item of template) menu.append(new MenuItem(item))
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    note('Menu.setApplicationMenu', menu ? outline(menu) : null)
    applicationMenu = menu
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu
  }

  append(item: MenuItem): void {
    this.items.push(item)
  }

  getMenuItemById(id: string): MenuItem | null {
    return allItems(this).find((item) => item.id === id) ?? null
  }

  popup(): void {
    note('menu.popup', outline(this))
  }
}

interface MenuOutline {
  readonly label: string
  readonly accelerator?: string | undefined
  readonly items?: readonly MenuOutline[] | undefined
}

function outline(menu: Menu): readonly MenuOutline[] {
  return menu.items.map((item) => ({
    label: item.label,
    accelerator: item.accelerator,
    items: item.submenu && outline(item.submenu),
  }))
}

function allItems(menu: Menu): MenuItem[] {
  return menu.items.flatMap((item) => [item, ...(item.submenu ? allItems(item.submenu) : [])])
}

const KEY_NAMES: Readonly<Record<string, string>> = { plus: '+', esc: 'escape', return: 'enter', space: ' ' }

/** `CmdOrCtrl+Shift+P` as `ctrl+shift+p`, the form in which the page reports a pressed shortcut. */
export function pressedForm(accelerator: string): string {
  const parts = accelerator.toLowerCase().split('+')
  const key = parts.at(-1) || '+'
  const held = (...names: string[]) => parts.slice(0, -1).some((part) => names.includes(part))
  return [
    held('cmdorctrl', 'commandorcontrol', 'ctrl', 'control', 'cmd', 'command') ? 'ctrl' : '',
    held('alt', 'option', 'altgr') ? 'alt' : '',
    held('shift') ? 'shift' : '',
    KEY_NAMES[key] ?? key,
  ]
    .filter(Boolean)
    .join('+')
}

/** The shortcuts of the application menu that the application itself handles (roles are the browser's own). */
export function menuAccelerators(): string[] {
  return clickable().map((item) => pressedForm(item.accelerator ?? ''))
}

/** Clicks the item with this shortcut. */
export function clickByAccelerator(pressed: string, window: unknown): void {
  clickable()
    .find((item) => pressedForm(item.accelerator ?? '') === pressed)
    ?.click({ triggeredByAccelerator: true }, window)
}

/** Clicks the item of the application menu with this id, else with this label. */
export function clickByName(name: string, window: unknown): void {
  const items = applicationMenu ? allItems(applicationMenu) : []
  const item = items.find(({ id }) => id === name) ?? items.find(({ label }) => label === name)
  item?.click({}, window)
}

function clickable(): MenuItem[] {
  const items = applicationMenu ? allItems(applicationMenu) : []
  return items.filter((item) => item.accelerator !== undefined && item.role === undefined)
}
