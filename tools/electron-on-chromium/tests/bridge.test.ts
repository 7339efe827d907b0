import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { ipcMain, type BrowserWindow } from '../electron.ts'
import { closeBrowser } from '../browser.ts'
import { openWindow } from './fixture.ts'

let page: Page
let window: BrowserWindow

/** Runs in the page; given as text because this process has no types for a page. */
const inPage = (code: string): Promise<unknown> => page.evaluate(`(async () => { ${code} })()`)

beforeAll(async () => ({ page, window } = await openWindow()))
afterAll(closeBrowser)

describe('context isolation, as Electron documents it', () => {
  it('shows the page only the frozen, deeply frozen exposed object', async () => {
    expect(
      await inPage(`return [typeof require, typeof process, typeof __electronIpc, typeof __electronDeliver,
        Object.isFrozen(api), Object.isFrozen(api.nested), Object.isFrozen(api.nested.list), Object.isFrozen(api.echo)]`),
    ).toEqual(['undefined', 'undefined', 'undefined', 'undefined', true, true, true, true])
  })

  it('cannot be replaced or removed by the page', async () => {
    expect(
      await inPage(`const before = api; try { window.api = 1 } catch {} ; try { delete window.api } catch {}
        return window.api === before`),
    ).toBe(true)
  })

  it('is there before the first script of the page, and again after a reload', async () => {
    expect(await inPage('return window.early')).toBe('object')
    await page.reload()
    expect(await inPage('return window.early')).toBe('object')
    expect(await inPage('return await api.echo(1)')).toBe(1)
  })

  it('lets a sandboxed preload load electron and nothing of Node', async () => {
    expect(await inPage(`return [api.canLoad('electron'), api.canLoad('node:fs')]`)).toEqual([
      true,
      'module not found: node:fs',
    ])
  })

  it('passes plain results synchronously, promises as promises, errors by message only', async () => {
    expect(await inPage(`return [api.sum(1, 2), api.nested.twice(4), api.echo(1) instanceof Promise]`)).toEqual([
      3,
      8,
      true,
    ])
    expect(await inPage(`try { api.fails() } catch (e) { return [e.name, e.message] }`)).toEqual([
      'Error',
      'no such sum',
    ])
  })
})

describe('ipcMain.handle and ipcRenderer.invoke', () => {
  it('carries structured-clone values there and back', async () => {
    expect(
      await inPage(`
        const sent = { when: new Date(0), big: 2n ** 60n, map: new Map([[1, new Set(['a'])]]), nan: NaN, minusZero: -0,
          nothing: undefined, bytes: new Uint8Array([1, 2, 255]), pattern: /a/gi, error: new TypeError('t'), list: [{ a: [1, [2]] }] }
        sent.self = sent
        const got = await api.echo(sent)
        return [got.when instanceof Date && got.when.getTime() === 0, got.big === 2n ** 60n, got.map.get(1).has('a'), Number.isNaN(got.nan),
          Object.is(got.minusZero, -0), 'nothing' in got && got.nothing === undefined, got.bytes instanceof Uint8Array && got.bytes[2] === 255,
          String(got.pattern), got.error instanceof TypeError, got.self === got, got.list[0].a[1][0]]`),
    ).toEqual([true, true, true, true, true, true, true, '/a/gi', true, true, 2])
  })

  it('flattens a typed error to a plain Error with its text', async () => {
    expect(
      await inPage(`try { await api.boom() } catch (e) { return [e.name, e.message, e.code ?? null] }`),
    ).toEqual(['Error', "Error invoking remote method 'boom': DomainError: The budget year is closed", null])
  })

  it('refuses a channel without a handler and a result that cannot be cloned', async () => {
    expect(await inPage(`try { await api.missing() } catch (e) { return e.message }`)).toBe(
      "Error invoking remote method 'missing': Error: No handler registered for 'missing'",
    )
    expect(await inPage(`try { await api.uncloneable() } catch (e) { return e.message }`)).toContain(
      'An object could not be cloned.',
    )
  })

  it('drops prototypes and accessors of class instances, and refuses symbols', async () => {
    expect(
      await inPage(`class P { constructor() { this.x = 1 } get y() { return 2 } }
        const got = await api.echo(new P()); return [got.constructor.name, Object.keys(got), got.y ?? null]`),
    ).toEqual(['Object', ['x'], null])
    expect(
      await inPage(`try { await api.echo(Symbol('s')); return 'accepted' } catch (e) { return e.message }`),
    ).toContain('could not be cloned')
  })

  it('refuses a second handler for one channel', () => {
    expect(() => ipcMain.handle('echo', () => 1)).toThrow("Attempted to register a second handler for 'echo'")
  })

  it('tells the handler who asked, in the scheme of the application', async () => {
    expect(await inPage('return await api.who()')).toEqual({
      url: 'app://test/index.html',
      origin: 'app://test',
      parent: null,
    })
  })
})

describe('events', () => {
  it('pushes to the renderer until it stops listening', async () => {
    await inPage(`window.got = []; window.stop = api.on((...args) => window.got.push(args))`)
    window.webContents.send('news', 1, { two: new Date(2) })
    await page.waitForFunction('window.got.length === 1')
    expect(await inPage('return [got[0][0], got[0][1].two.getTime()]')).toEqual([1, 2])
    await inPage('window.stop()')
    window.webContents.send('news', 2)
    // A round trip: had the event been delivered, it would have come before this answer.
    await inPage('return await api.echo(0)')
    expect(await inPage('return got.length')).toBe(1)
  })

  it('throws when an event cannot be cloned', () => {
    expect(() => window.webContents.send('news', () => 1)).toThrow('Failed to serialize arguments')
  })

  it('receives what the renderer sends', async () => {
    const told = new Promise((resolve) => ipcMain.once('told', (_event, ...args) => resolve(args)))
    await inPage(`api.tell('a', new Map([[1, 2]]))`)
    expect(await told).toEqual(['a', new Map([[1, 2]])])
  })
})
