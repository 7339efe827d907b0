import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectNoAxeViolations, screenshot, SIZES } from './checks'
import { launchApp } from './harness'

const themes = ['light', 'dark', 'contrast'] as const

/** Every path of every feature, read from their route lists, so that a new page is looked at without being named here. */
function allPaths(): string[] {
  const features = resolve('src/renderer/features')
  const paths = readdirSync(features).flatMap((feature) => {
    const file = readdirSync(join(features, feature)).find((name) => /^routes\.tsx?$/.test(name))
    if (file === undefined) return []
    return [...readFileSync(join(features, feature, file), 'utf8').matchAll(/path: '([^']+)'/g)].map(
      (match) => match[1] as string,
    )
  })
  return [...new Set(paths)].filter((path) => !path.startsWith('/start'))
}

/** A record of the sample school to open for each kind of page with an id. */
async function idFor(page: Page, path: string): Promise<string> {
  const sources: Readonly<Record<string, [text: string, kind: string]>> = {
    '/staff': ['class teacher', 'person'],
    '/entitlements/people': ['class teacher', 'person'],
    '/activities/person': ['class teacher', 'person'],
    '/activities': ['phonics', 'event'],
    '/priorities': ['every child', 'priority'],
    '/providers': ['ridgeway', 'provider'],
    '/opportunities': ['talk partners', 'opportunity'],
    '/money/funds': ['school budget', 'fund'],
    '/money/costs': ['course fee', 'cost'],
  }
  const source = Object.entries(sources).find(
    ([start]) => path.startsWith(`${start}/:`) || path.startsWith(`${start}/:id`),
  )?.[1]
  if (path === '/reports/:kind') return 'governors'
  if (path.startsWith('/library/:kind/:id')) return firstText(page)
  if (path.startsWith('/documents/:id')) return beginPolicy(page)
  const list = path.startsWith('/mentoring/:') ? pairs : path.startsWith('/induction/:') ? inductions : undefined
  if (list) return firstOf(page, list)
  if (path.startsWith('/requests/:id')) return firstOf(page, requests)
  if (path === '/opportunities/offers/:id') return firstOf(page, offers)
  if (path.startsWith('/opportunities/partners')) return firstOf(page, partners)
  if (path.startsWith('/needs/forms/:')) return firstOf(page, rounds)
  if (path === '/plan/lines/:id') return firstPlanLine(page)
  if (path === '/entitlements/rules/:id') return firstOf(page, rules)
  const talk = talks[path]
  if (talk !== undefined) return firstOf(page, ['talks.list', 'lines'], { kind: talk })
  if (path.startsWith('/needs/record/:id')) return firstOf(page, ['needs.list', 'needs'])
  if (!source) return 'none'
  return page.evaluate(async ([text, kind]) => {
    const bridge = (
      globalThis as unknown as {
        cpd: { call(c: string, i: unknown): Promise<{ value: { found: { id: string; kind: string }[] } }> }
      }
    ).cpd
    const { value } = await bridge.call('search.find', { text, limit: 50 })
    return value.found.find((found) => found.kind === kind)?.id ?? 'none'
  }, source)
}

const pairs = ['mentoring.list', 'pairs'] as const
const offers = ['offers.list', 'offers'] as const
const partners = ['partners.list', 'partners'] as const
const rules = ['entitlements.list', 'rules'] as const
const requests = ['requests.list', 'requests'] as const
const talks: Readonly<Record<string, string>> = {
  '/needs/reviews/:id': 'review',
  '/needs/meetings/:id': 'meeting',
  '/needs/walks/:id': 'walk',
  '/needs/voices/:id': 'voice',
  '/needs/routes/:id': 'route',
}
const rounds = ['surveys.list', 'rounds'] as const
const inductions = ['induction.list', 'inductions'] as const

/** The id of the first of a list: the channel that gives it, and what it calls it. */
async function firstOf(
  page: Page,
  list: readonly [channel: string, key: string],
  input: object = {},
): Promise<string> {
  return page.evaluate(
    async ([[channel, key], asked]) => {
      const bridge = (
        globalThis as unknown as {
          cpd: { call(c: string, i: unknown): Promise<{ value: Record<string, { id: string }[]> }> }
        }
      ).cpd
      return (await bridge.call(channel, asked)).value[key]?.[0]?.id ?? 'none'
    },
    [list, input] as const,
  )
}

/** The first line of this year’s plan. */
async function firstPlanLine(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const bridge = (
      globalThis as unknown as {
        cpd: { call(c: string, i: unknown): Promise<{ value: { plan: { lines: { id: string }[] } | null } }> }
      }
    ).cpd
    return (await bridge.call('plan.get', { year: 2025 })).value.plan?.lines[0]?.id ?? 'none'
  })
}

/** The first text of the library: its kind and its id. */
async function firstText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const bridge = (
      globalThis as unknown as {
        cpd: { call(c: string, i: unknown): Promise<{ value: { lines: { kind: string; id: string }[] } }> }
      }
    ).cpd
    const { value } = await bridge.call('library.contents', {})
    const [line] = value.lines
    return line === undefined ? 'guide/none' : `${line.kind}/${line.id}`
  })
}

/** The sample has no document yet: one is begun, and found again. */
async function beginPolicy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const bridge = (
      globalThis as unknown as {
        cpd: { call(c: string, i: unknown): Promise<{ value: { id: string; documents: { id: string }[] } }> }
      }
    ).cpd
    const [known] = (await bridge.call('documents.list', {})).value.documents
    const policy = { templateId: 'cpd-policy', title: 'CPD policy', personId: null }
    return known?.id ?? (await bridge.call('documents.create', policy)).value.id
  })
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((route) => void (location.hash = route), path)
  await page.waitForFunction((route) => location.hash.endsWith(route), path)
  await page.waitForSelector('main h1')
}

describe('every screen', () => {
  it('has nothing for axe to find, in light, dark and high contrast, and fits 320 pixels', async () => {
    const { page } = await launchApp()
    // The colours of a theme are looked at, not the way from one to the other.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.waitForSelector('h1')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Open the sample school' }).click()
    // The sample takes a moment to make, and the window then goes to its first page by itself.
    await page.getByRole('link', { name: 'School and staff' }).waitFor()
    const paths = allPaths()
    expect(paths.length).toBeGreaterThan(10)
    const trouble: string[] = []
    for (const path of paths) {
      const route = path.includes(':')
        ? path.replace(/:\w+\??(\/:\w+)?/, await idFor(page, path)).replace(':sheetId', 'new')
        : path
      const name = path.replaceAll(/[^a-z]+/gi, '-').replace(/^-|-$/g, '') || 'today'
      await page.setViewportSize(SIZES.small)
      await goTo(page, route)
      for (const theme of themes) {
        await page.evaluate((chosen) => void (document.documentElement.dataset['theme'] = chosen), theme)
        await expectNoAxeViolations(page, theme === 'light' ? 'everything' : 'colours').catch((error: unknown) =>
          trouble.push(`${theme} ${path}: ${String(error)}`),
        )
        await screenshot(page, `${name}-${theme}`)
      }
      await page.evaluate(() => void (document.documentElement.dataset['theme'] = 'light'))
      await page.setViewportSize(SIZES.phone)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (overflow > 0) trouble.push(`${path} is ${overflow} pixels too wide at 320`)
      await screenshot(page, `${name}-320`)
    }
    expect(trouble.join('\n\n')).toBe('')
  }, 600_000)
})
