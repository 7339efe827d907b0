import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mapFile, toolkitMap } from '../../tools/toolkit-map.mjs'
import { readBuiltInPacks } from '../../src/main/features/packs/built-in-content'
import { placeOf } from '../../src/shared/features/binder/places'
import { zOpens, type ContentsEntry, type ContentsOrder } from '../../src/shared/features/packs/content'
import { zReadableKind } from '../../src/shared/features/packs/library'
import { binderPages, partsToCome } from '../../src/shared/features/packs/pages'

const contents = readBuiltInPacks().flatMap((pack) => pack.contents)
const orders = contents.flatMap(({ kind, fields }) => (kind === 'contents' ? [fields as ContentsOrder] : []))
const order = (id: string): ContentsOrder => {
  const found = orders.find((one) => one.id === id)
  if (!found) throw new Error(`no order ${id}`)
  return found
}
const entriesOf = ({ sections }: ContentsOrder): ContentsEntry[] => sections.flatMap(({ entries }) => entries)
const keyOf = ({ opens }: ContentsEntry): string | undefined => {
  if ('library' in opens) return `${opens.library.kind} ${opens.library.id}`
  return 'template' in opens ? `template ${opens.template}` : undefined
}

/** Every route that the window draws, from the route lists of the features. */
function routesOfWindow(): RegExp[] {
  const features = resolve('src/renderer/features')
  return readdirSync(features).flatMap((feature) => {
    const file = readdirSync(join(features, feature)).find((name) => /^routes\.tsx?$/.test(name))
    if (file === undefined) return []
    const text = readFileSync(join(features, feature, file), 'utf8')
    return [...text.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => pathAsPattern(path))
  })
}

function pathAsPattern(path: string): RegExp {
  const pattern = path.replace(/\/:\w+\?/g, '(/[^/]+)?').replace(/:\w+/g, '[^/]+')
  return new RegExp(`^${pattern}$`)
}

describe('the contents of the binder by toolkit', () => {
  it('has the four orders, each whole: 63 components, nine sections, four sections and seven principles', () => {
    expect(orders.map(({ id }) => id)).toEqual([
      'ours',
      'everybodys-learning',
      'cpd-leadership-guidance',
      'londons-learning',
    ])
    const everybody = order('everybodys-learning').sections
    expect(everybody.map(({ entries }) => entries.length)).toEqual([3, 5, 11, 4, 6, 7, 6, 5, 7, 9])
    expect(entriesOf(order('everybodys-learning'))).toHaveLength(63)
    expect(order('cpd-leadership-guidance').sections).toHaveLength(9)
    expect(order('londons-learning').sections.map(({ entries }) => entries.length)).toEqual([1, 3, 7, 3])
  })

  it('has no entry that leads nowhere', () => {
    const routes = routesOfWindow()
    expect(routes.length).toBeGreaterThan(30)
    const there = new Set(contents.map(({ kind, id }) => `${kind} ${id}`))
    const lost = orders.flatMap((one) =>
      entriesOf(one).flatMap((entry) => {
        const key = keyOf(entry)
        const place = placeOf(entry.opens, new Map())
        const isFound =
          'route' in place
            ? routes.some((route) => route.test(place.route.split('?')[0] ?? ''))
            : Object.hasOwn(partsToCome, place.comesWith)
        return isFound && (key === undefined || there.has(key)) ? [] : [`${one.id}: ${entry.id}`]
      }),
    )
    expect(lost).toEqual([])
    expect(Object.keys(binderPages).filter((page) => !routes.some((route) => route.test(page)))).toEqual([])
  })

  it('names no kind of text that has no page of its own', () => {
    const library = zReadableKind.options.map((kind) => ({ library: { kind, id: 'x' } }))
    expect(library.every((opens) => zOpens.safeParse(opens).success)).toBe(true)
    expect(zOpens.safeParse({ library: { kind: 'acronym', id: 'x' } }).success).toBe(false)
    expect(zOpens.safeParse({ page: '/nowhere' }).success).toBe(false)
    expect(zOpens.safeParse({ comesWith: 'luck' }).success).toBe(false)
  })

  it('leaves no text and no template of the packs out of our own order, and names none twice', () => {
    const wanted: ReadonlySet<string> = new Set([...zReadableKind.options, 'template'])
    const all = contents.filter(({ kind }) => wanted.has(kind)).map(({ kind, id }) => `${kind} ${id}`)
    expect(all.length).toBeGreaterThan(80)
    const named = entriesOf(order('ours')).flatMap((entry) => keyOf(entry) ?? [])
    expect(named.toSorted()).toEqual([...new Set(all)].toSorted())
  })

  it('is what docs/toolkit-map.md says; if it is not, run node tools/toolkit-map.mjs', () => {
    expect(readFileSync(mapFile, 'utf8')).toBe(toolkitMap())
  })
})
