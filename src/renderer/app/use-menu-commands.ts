import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { call, undoNewest, useEvent } from '../lib/contract-client'
import { navigate } from '../lib/navigation'
import { changing } from '../lib/read-anew'
import { failureSentence } from '../lib/sentence'
import { showToast } from '../lib/toasts'
import { features, pages } from './routes'

/** What the shell itself does for a command of the host's menu; the page alone (no binder) has neither. */
export interface MenuActions {
  readonly onFind?: () => void
  readonly onHelp?: () => void
  readonly onAbout?: () => void
}

type SchoolChannel = 'school.open' | 'school.openSample' | 'school.close'

/** Calls a channel of the school file and goes to its first page; stopping at the dialog says nothing. */
async function turnTo(client: QueryClient, channel: SchoolChannel, to: string): Promise<void> {
  const result = await changing(client, () => call(channel, {}))
  if (result.ok) navigate(to)
  else if (result.code !== 'cancelled') showToast({ text: failureSentence(result), tone: 'bad' })
}

/** The route of the first page whose pattern begins so; undefined when no feature has one. */
function routeOf(...beginnings: readonly string[]): string | undefined {
  return beginnings.find((beginning) =>
    pages.some((page) => page.path === beginning || page.path.startsWith(`${beginning}/:`)),
  )
}

/**
 * Answers the host's menu. A feature answers a command by registering one of the same key in its `commands`; the shell
 * knows only those of the file, of undo and of help.
 */
export function useMenuCommands(actions: MenuActions): void {
  const client = useQueryClient()
  const own: Readonly<Record<string, (() => void) | undefined>> = {
    'school.new': () => navigate('/start/new'),
    'school.open': () => void turnTo(client, 'school.open', '/'),
    'school.sample': () => void turnTo(client, 'school.openSample', '/'),
    'school.close': () => void turnTo(client, 'school.close', '/start'),
    'changes.undo': () => void undoNewest(client),
    'search.open': actions.onFind,
    'help.shortcuts': actions.onHelp,
    'help.about': actions.onAbout,
  }
  const places: Readonly<Record<string, readonly string[]>> = {
    'changes.open': ['/school/log'],
    'settings.open': ['/school'],
    'backup.open': ['/school/backups'],
    'import.staff': ['/imports/staff'],
    'import.ledger': ['/imports/ledger'],
    'help.guide': ['/help'],
  }
  useEvent('menu.command', ({ command }) => {
    const ofFeature = features.flatMap((feature) => feature.commands ?? []).find((item) => item.key === command)
    if (ofFeature?.run !== undefined) return ofFeature.run()
    const to = ofFeature?.to ?? routeOf(...(places[command] ?? []))
    if (to !== undefined) return navigate(to)
    return own[command]?.()
  })
}
