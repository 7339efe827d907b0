// The least that the same host can do: one window with one word in it. What the application's start is compared with.
// With a folder as its argument the page comes out of it through the application's scheme, as the application's own
// pages do; without one it is in its address and asks the host for nothing.
import { app, BrowserWindow } from 'electron'
import { APP_ORIGIN } from '../src/main/app/origin'
import { registerScheme, serveApp } from '../src/main/app/protocol'

const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))

registerScheme()
app.on('window-all-closed', () => app.quit())
await app.whenReady()
if (folder !== undefined) serveApp(folder)
const window = new BrowserWindow({
  width: 1366,
  height: 768,
  webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
})
await window.loadURL(
  folder === undefined ? 'data:text/html,<title>Blank</title><h1>Blank</h1>' : `${APP_ORIGIN}/index.html`,
)
