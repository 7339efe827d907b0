import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** The rules that colours alone can break: all that another theme of a page can change. */
const COLOURS = ['color-contrast', 'link-in-text-block']

/**
 * Fails with the list of what axe finds wrong with the page as it stands (WCAG 2.2 AA and good practice), or with its
 * colours alone. Left out is react-aria's announcer, which for some seconds goes on naming a button that may have gone.
 */
export async function expectNoAxeViolations(
  page: Page,
  what: 'everything' | 'colours' = 'everything',
): Promise<void> {
  // A colour on its way from one theme to the other is nobody's.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axeSource)
  const rules = what === 'everything' ? { type: 'tag', values: WCAG } : { type: 'rule', values: COLOURS }
  const found = (await page.evaluate(
    `axe.run({ exclude: ['[data-live-announcer]'] }, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then((r) => r.violations)`,
  )) as readonly Violation[]
  const told = found.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.html}`).join('\n')}`,
  )
  expect(told.join('\n')).toBe('')
}

/** The sizes at which every screen is looked at. */
export const SIZES = {
  small: { width: 1280, height: 640 },
  laptop: { width: 1366, height: 768 },
  wide: { width: 1920, height: 1080 },
  phone: { width: 320, height: 640 },
} as const

/**
 * Sets the size of the window and, where somebody means to look (`CPD_SCREENSHOTS=1`), keeps a picture of the page in
 * out/screenshots, which git ignores. Drawing them takes a fifth of all journeys, so a plain `npm test` does without.
 */
export async function screenshot(page: Page, name: string, size?: keyof typeof SIZES): Promise<void> {
  if (size) await page.setViewportSize(SIZES[size])
  if (process.env['CPD_SCREENSHOTS'] !== '1') return
  const folder = resolve('out/screenshots')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}${size ? `-${SIZES[size].width}` : ''}.png`) })
}
