import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { dividerKeys } from '../../src/shared/features/packs/pages'
import { describe, expect, it } from 'vitest'

const css = readFileSync(resolve('src/renderer/styles/tokens.css'), 'utf8')

type Tokens = ReadonlyMap<string, string>

/** The hex tokens of one theme: those of its own block of tokens.css. */
function tokensOf(theme: string): Tokens {
  const start = css.indexOf(`[data-theme='${theme}'] {`)
  if (start < 0) throw new Error(`no theme ${theme}`)
  const block = css.slice(start, css.indexOf('\n}', start))
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  )
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2.2, relative contrast of two colours. */
function contrast(tokens: Tokens, one: string, other: string): number {
  const [a, b] = [one, other].map((name) => {
    const value = tokens.get(name)
    if (value === undefined) throw new Error(`no token ${name}`)
    return luminance(value)
  }) as [number, number]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const dividers = dividerKeys.map((key) => `d-${key}`)
const surfaces = ['paper', 'paper-2', 'field', 'desk']
const words = ['ink', 'ink-2']
const tones = ['good', 'warn', 'bad', 'info']
const series = ['c-1', 'c-2', 'c-3', 'c-4', 'c-5', 'c-6']

/** Everything that stands on something else, and how far apart they must be. */
const pairs: readonly (readonly [string, string, number])[] = [
  ...words.flatMap((word) => surfaces.map((surface) => [word, surface, 4.5] as const)),
  ...tones.flatMap((tone) => ['paper', 'paper-2', 'field'].map((surface) => [tone, surface, 4.5] as const)),
  // A divider is the colour of links and of the primary button, whose words are paper.
  ...dividers.flatMap((divider) => ['paper', 'paper-2', 'desk'].map((surface) => [divider, surface, 4.5] as const)),
  ...['paper', 'field', 'desk'].map((surface) => ['rule-strong', surface, 3] as const),
  ...series.map((name) => [name, 'paper', 3] as const),
  ['focus-inner', 'focus-outer', 3],
]

describe.each(['light', 'dark', 'contrast'])('the %s theme', (theme) => {
  const tokens = tokensOf(theme)

  it.each(pairs)('%s on %s is at least %s to 1', (one, other, least) => {
    expect(contrast(tokens, one, other)).toBeGreaterThanOrEqual(least)
  })

  it('shows one of the two focus rings on every surface', () => {
    for (const surface of surfaces) {
      const best = Math.max(contrast(tokens, 'focus-inner', surface), contrast(tokens, 'focus-outer', surface))
      expect(best, surface).toBeGreaterThanOrEqual(3)
    }
  })
})

it('sets text at 7 to 1 in high contrast', () => {
  const tokens = tokensOf('contrast')
  for (const name of [...words, ...tones, ...dividers])
    expect(contrast(tokens, name, 'paper'), name).toBeGreaterThanOrEqual(7)
})

it('gives every theme the same tokens', () => {
  const names = (theme: string) => [...tokensOf(theme).keys()].sort()
  expect(names('dark')).toEqual(names('light'))
  expect(names('contrast')).toEqual(names('light'))
})
