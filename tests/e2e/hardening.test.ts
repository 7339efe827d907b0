import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { channelNames, contract } from '../../src/shared/contract'
import { FuzzInputs } from '../fixtures/fuzz-input'
import { seeded } from '../reliability/support'
import { launchApp, type LaunchedApp } from './harness'

/** Runs in the page; as text, so that nothing of the test's own comes with it. */
const inPage = (app: LaunchedApp, code: string): Promise<unknown> =>
  app.page.evaluate(`(async () => { ${code} })()`)

it('the window is walled in: no Node, one frozen bridge, no way out', async () => {
  const app = await launchApp()
  await app.page.getByRole('heading', { level: 1 }).waitFor()

  // Items 2, 3 and 20: what a page can see.
  expect(
    await inPage(
      app,
      'return [typeof require, typeof process, Object.keys(cpd).sort().join(), Object.isFrozen(cpd)]',
    ),
  ).toEqual(['undefined', 'undefined', 'call,on', true])

  // Item 20: a name outside the contract is refused in the preload; main never hears of it.
  expect(await inPage(app, `return await cpd.call('school.nothing', {})`)).toMatchObject({
    code: 'channel.unknown',
  })
  expect(await inPage(app, `return await cpd.call('constructor', {})`)).toMatchObject({ code: 'channel.unknown' })
  expect(await inPage(app, `return typeof cpd.on('constructor', () => {})`)).toBe('function')

  // Items 13 and 14: the window stays, no other opens, and only a good link reaches the system.
  const before = app.page.url()
  for (const url of [
    'https://example.org/',
    'file:///etc/passwd',
    'http://cpd.app.localhost.example.org/',
    'data:text/html,x',
  ]) {
    await inPage(
      app,
      `const a = document.createElement('a'); a.href = ${JSON.stringify(url)}; document.body.append(a); a.click(); a.remove()`,
    )
    await inPage(app, `window.open(${JSON.stringify(url)})`)
  }
  await expect.poll(async () => (await calls(app, 'window-open')).length).toBeGreaterThanOrEqual(2)
  expect((await calls(app, 'window-open')).every(([, action]) => action === 'deny')).toBe(true)
  expect(app.page.url()).toBe(before)
  expect(await calls(app, 'shell.openExternal')).toEqual([])

  // Item 18: nothing outside the folder.
  expect(await inPage(app, `return (await fetch('/..%2f..%2fpackage.json')).status`)).toBe(403)
  expect(await inPage(app, `return (await fetch('/index.html', { method: 'POST' })).status`)).toBe(405)
  await app.kill9()
})

it('answers 1,000 made-up messages through the preload and still works', async () => {
  const app = await launchApp()
  await app.page.getByRole('heading', { level: 1 }).waitFor()
  await inPage(app, `return await cpd.call('school.openSample', {})`)
  // What asks for a file needs a person; the door behind it is the same.
  const names = channelNames.filter((name) => contract[name].kind !== 'host')
  const inputs = new FuzzInputs(seeded(7), { staff_group: ['leadership', 'teacher', 'none'] })
  const messages = Array.from({ length: 1_000 }, (_, index) => {
    const name = names[index % names.length] ?? 'school.status'
    return [name, inputs.make(name)]
  })
  const codes = await inPage(
    app,
    `const codes = {}
     for (const [name, input] of JSON.parse(${JSON.stringify(JSON.stringify(messages))})) {
       const result = await cpd.call(name, input)
       const code = result.ok ? 'ok' : result.code
       codes[code] = (codes[code] ?? 0) + 1
     }
     return codes`,
  )
  expect(codes).toMatchObject({ ok: expect.any(Number) as number, 'input.invalid': expect.any(Number) as number })
  expect(codes).not.toHaveProperty('internal')
  await inPage(app, `await cpd.call('school.openSample', {}); location.hash = '/'; location.reload()`)
  await app.page.getByRole('heading', { level: 1 }).waitFor()
  await app.kill9()
})

it('a script or a style written into the page does not run', async () => {
  const app = await launchApp()
  await app.page.getByRole('heading', { level: 1 }).waitFor()
  await inPage(
    app,
    `const script = document.createElement('script'); script.textContent = 'window.ran = 1'; document.body.append(script)
     const style = document.createElement('style'); style.textContent = 'h1 { letter-spacing: 9px }'; document.head.append(style)`,
  )
  expect(
    await inPage(
      app,
      `return [window.ran ?? null, getComputedStyle(document.querySelector('h1')).letterSpacing === '9px']`,
    ),
  ).toEqual([null, false])
  await expect
    .poll(async () => (await calls(app, 'csp-violation')).map(([directive]) => directive))
    .toEqual(['script-src-elem', 'style-src-elem'])
  await app.kill9()
})

it('nothing is asked for but our own pages', async () => {
  const app = await launchApp()
  await app.page.getByRole('heading', { level: 1 }).waitFor()
  expect(await calls(app, 'denied')).toEqual([])
  const urls = (await app.page.evaluate(
    `performance.getEntriesByType('resource').map((entry) => entry.name)`,
  )) as string[]
  expect(urls.length).toBeGreaterThan(1)
  expect(urls.filter((url) => !url.startsWith('http://cpd.app.localhost/'))).toEqual([])
})

it('killed at once, it leaves no browser behind and starts again', async () => {
  const app = await launchApp()
  await app.page.getByRole('heading', { level: 1 }).waitFor()
  const profile = String((await calls(app, 'chromium'))[0]?.[1] ?? '')
  expect(existsSync(profile)).toBe(true)
  await app.kill9()
  await expect.poll(() => processesNaming(profile), { timeout: 15_000 }).toEqual([])
  const again = await launchApp({ userData: app.userData })
  await again.page.getByRole('heading', { level: 1 }).waitFor()
})

async function calls(app: LaunchedApp, what: string): Promise<readonly (readonly unknown[])[]> {
  return (await app.hostCalls()).filter((call) => call.what === what).map(({ args }) => args)
}

/** Command lines of running processes that name a folder, as far as the system shows them. */
function processesNaming(folder: string): string[] {
  if (!existsSync('/proc/self/cmdline')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [readFileSync(join('/proc', pid, 'cmdline'), 'utf8')]
      } catch {
        // It has ended meanwhile.
        return []
      }
    })
    .filter((line) => line.includes(folder))
}
