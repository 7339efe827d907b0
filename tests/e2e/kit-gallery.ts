import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build } from 'vite'
import { quietly } from '../../tools/electron-on-chromium/quietly'
import { findBrowser } from '../../tools/lib/find-browser.mjs'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}
const origin = 'http://kit.localhost'
/** As strict as the application's own, which has its own test. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-kit'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; object-src 'none'"

export interface Look {
  readonly theme?: 'light' | 'dark' | 'contrast'
  readonly forcedColors?: boolean
  readonly width?: number
  readonly height?: number
}

export interface Gallery {
  /** A page of the gallery in a fresh window. */
  open(route: string, look?: Look): Promise<Page>
  /** The same in one window that goes from page to page, where nothing is typed or chosen. */
  show(route: string, look: Look): Promise<Page>
  /** Page errors, console errors and refusals of the content policy so far. */
  readonly problems: readonly string[]
  close(): Promise<void>
}

/** Builds the gallery and serves it to the system's Chromium under the application's own content policy. */
export async function openGallery(): Promise<Gallery> {
  const executablePath = process.env['CPD_CHROMIUM'] ?? findBrowser()
  if (executablePath === undefined)
    throw new Error('No Chrome, Chromium or Edge was found; install one or set CPD_CHROMIUM.')
  const folder = mkdtempSync(join(tmpdir(), 'cpd-kit-'))
  await build({
    configFile: false,
    root: resolve('tests/kit'),
    base: './',
    plugins: [react()],
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 2_000 },
  })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', ...quietly] })
  const problems: string[] = []
  let shown: Promise<Page> | undefined
  return {
    open: (route, look = {}) => openPage(browser, folder, route, look, problems),
    show: async (route, look) => {
      shown ??= openPage(browser, folder, '/', {}, problems)
      const page = await shown
      await page.emulateMedia({ forcedColors: look.forcedColors === true ? 'active' : 'none' })
      await page.setViewportSize({ width: look.width ?? 1280, height: look.height ?? 800 })
      await page.evaluate(
        ([hash, theme]) => {
          document.documentElement.dataset['theme'] = theme
          location.hash = hash
        },
        [`#${route}`, look.theme ?? 'light'] as const,
      )
      await page.locator(`main[data-at="${route}"]`).waitFor({ state: 'attached' })
      await page.locator('.chart-waiting').first().waitFor({ state: 'detached' })
      return page
    },
    problems,
    close: async () => {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function openPage(
  browser: Browser,
  folder: string,
  route: string,
  look: Look,
  problems: string[],
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: look.height ?? 800 },
    forcedColors: look.forcedColors === true ? 'active' : 'none',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.route(`${origin}/**`, async (request) => {
    const path = new URL(request.request().url()).pathname
    await request.fulfill(answer(join(folder, path === '/' ? 'index.html' : path), look.theme ?? 'light'))
  })
  await page.goto(`${origin}/#${route}`)
  await page.locator('h1, [role=dialog]').first().waitFor()
  return page
}

function answer(file: string, theme: string): { body: Buffer; headers: Record<string, string> } {
  const type = types[extname(file)] ?? 'text/plain'
  const headers = { 'content-type': type, 'content-security-policy': policy }
  const body = readFileSync(file)
  if (extname(file) !== '.html') return { body, headers }
  return {
    body: Buffer.from(body.toString('utf8').replace('data-theme="light"', `data-theme="${theme}"`)),
    headers,
  }
}
