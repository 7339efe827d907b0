// The module that stands in for `electron` in the main process, over the system's Chromium. See README.md beside it.
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { startBrowser } from './browser.ts'
import { dialog } from './dialog.ts'
import { ipcMain } from './ipc-main.ts'
import { clickByName, Menu, MenuItem } from './menu.ts'
import { nativeTheme } from './native-theme.ts'
import { listenToParent } from './parent.ts'
import { protocol } from './schemes.ts'
import { session } from './session.ts'
import { net, safeStorage, screen, shell } from './small-modules.ts'
import { utilityProcess } from './utility-process.ts'
import { WebContents } from './web-contents.ts'

const webContents = {
  fromId: (id: number) => WebContents.fromId(id),
  getAllWebContents: () => WebContents.getAllWebContents(),
}

app.beforeReady(startBrowser)
listenToParent({
  quit: () => app.quit(),
  clickMenu: (item) => clickByName(item, BrowserWindow.getFocusedWindow() ?? undefined),
})

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
}
