import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { menuTemplate, type MenuCommand } from './menu'

function items(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])])
}

describe.each(['win32', 'darwin', 'linux'] as const)('the menu on %s', (platform) => {
  const sent: MenuCommand[] = []
  const all = items(menuTemplate((command) => sent.push(command), platform))

  it('sends a command for every item that is not a role', () => {
    const ours = all.filter((item) => item.click)
    for (const item of ours) (item.click as () => void)()
    expect(sent).toEqual(ours.map((item) => item.id))
    expect(new Set(sent).size).toBe(sent.length)
  })

  it('gives no shortcut twice, and none of the text field’s own', () => {
    const shortcuts = all.flatMap((item) => item.accelerator ?? [])
    expect(new Set(shortcuts).size).toBe(shortcuts.length)
    expect(shortcuts.filter((each) => /^CmdOrCtrl\+[ZXCVAYFP]$/.test(String(each)))).toEqual([])
  })

  it('has no developer tools and no reload', () => {
    expect(all.map((item) => item.role).filter((role) => /reload|devtools/i.test(role ?? ''))).toEqual([])
  })
})
