import { readFileSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const packs = join(import.meta.dirname, '../../resources/packs')

/** What a pack says to people: Markdown whole, of JSON only its texts (no addresses). */
function said(path: string): string {
  const text = readFileSync(path, 'utf8')
  if (path.endsWith('.md')) return text
  const texts: string[] = []
  JSON.parse(text, (_key, value: unknown) => {
    if (typeof value === 'string' && !value.startsWith('https:')) texts.push(value)
    return value
  })
  return texts.join('\n')
}

it('prints apostrophes and quotation marks as a printer sets them, in every text of the packs', () => {
  const files = globSync('**/*.{md,json}', { cwd: packs }).toSorted()
  expect(files.length).toBeGreaterThan(100)
  const typed = files.flatMap((file) =>
    said(join(packs, file))
      .split('\n')
      .filter((line) => /['"]/.test(line))
      .map((line) => `${file}: ${line.slice(0, 80)}`),
  )
  expect(typed).toEqual([])
})
