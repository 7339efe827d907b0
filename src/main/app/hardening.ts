import { app, session, shell, type WebContents } from 'electron'
import { lockNavigation } from './navigation'
import { lockPermissions } from './permissions'

/** Before the application is ready: every renderer is sandboxed, and every contents ever made is locked at birth. */
export function hardenBeforeReady(): void {
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
}

/** Once the application is ready: permissions are refused, words are not looked up on a server. */
export function hardenWhenReady(): void {
  lockPermissions(session.defaultSession)
  // The spelling dictionaries of Chromium are fetched from a server.
  session.defaultSession.setSpellCheckerEnabled(false)
}

function lockContents(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault())
  lockNavigation(contents, (url) => void shell.openExternal(url))
}
