// The least that the same host can do: one window with one word in it. What the application's start is compared with.
import { app, BrowserWindow } from 'electron'

app.on('window-all-closed', () => app.quit())
await app.whenReady()
const window = new BrowserWindow({
  width: 1366,
  height: 768,
  webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
})
await window.loadURL('data:text/html,<title>Blank</title><h1>Blank</h1>')
