import { app, session, shell, type WebContents } from 'electron'
import { lockNavigation } from './navigation'
import { lockPermissions } from './permissions'
import { systemSpells } from './spelling'

/** Before the application is ready: every renderer is sandboxed, and every contents ever made is locked at birth. */
export function hardenBeforeReady(): void {
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
}

/** Once the application is ready: permissions are refused, words are not looked up on a server. */
export function hardenWhenReady(): void {
  lockPermissions(session.defaultSession)
  session.defaultSession.setSpellCheckerEnabled(systemSpells)
}

function lockContents(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault())
  lockNavigation(contents, (url) => void shell.openExternal(url))
}
