// Writes docs/THIRD-PARTY-NOTICES.md: every package that is in the shipped program, with its licence and its text.
// Shipped is what the bundles import, which is what package.json's `shipped` list names, and all that those depend on.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const allowed = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'OFL-1.1',
  'MPL-2.0',
  '0BSD',
  'Unlicense',
  'BlueOak-1.0.0',
  'CC0-1.0',
  // The two-clause BSD licence under its short name (duck).
  'BSD',
  '(MIT OR GPL-3.0-or-later)',
  '(MIT AND Zlib)',
  'Python-2.0',
  '(MIT OR CC0-1.0)',
  'MIT AND ISC AND BSD-3-Clause',
])

/** @param {string} name */
const folderOf = (name) => join(root, 'node_modules', name)
/** @param {string} name */
const manifestOf = (name) => JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8'))

/** @returns {string[]} */
function shippedPackages() {
  /** @type {Set<string>} */
  const found = new Set()
  /** @param {string} name */
  const walk = (name) => {
    if (found.has(name) || name.startsWith('@types/') || !existsSync(join(folderOf(name), 'package.json'))) return
    found.add(name)
    for (const dependency of Object.keys(manifestOf(name).dependencies ?? {})) walk(dependency)
  }
  for (const name of JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).shipped) walk(name)
  return [...found].sort((a, b) => a.localeCompare(b))
}

/** @param {string} name */
function licenceText(name) {
  const file = readdirSync(folderOf(name)).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry))
  return file
    ? readFileSync(join(folderOf(name), file), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim()
    : ''
}

const packages = shippedPackages().map((name) => {
  const { version, license, licenses } = manifestOf(name)
  return { name, version, licence: license ?? licenses?.[0]?.type ?? 'not stated', text: licenceText(name) }
})
const refused = packages.filter(({ licence }) => !allowed.has(licence))
if (refused.length > 0) {
  console.error(`Licences that were not looked at: ${refused.map((p) => `${p.name} (${p.licence})`).join(', ')}`)
  process.exit(1)
}
const texts = new Map()
for (const { name, text } of packages) if (text) texts.set(text, [...(texts.get(text) ?? []), name])
const lines = [
  '# Third-party notices',
  '',
  'CPD Binder is made with these packages, and runs on Electron (MIT), which brings its own notices. This page is written by `node tools/notices.mjs`.',
  '',
  '| Package | Version | Licence |',
  '|---|---|---|',
  ...packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
  '',
  '## Licence texts',
  ...[...texts].flatMap(([text, names]) => ['', `### ${names.join(', ')}`, '', '```', text, '```']),
  '',
]
const target = join(root, 'docs', 'THIRD-PARTY-NOTICES.md')
if (process.argv.includes('--check')) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== lines.join('\n')) {
    console.error('docs/THIRD-PARTY-NOTICES.md is out of date: run node tools/notices.mjs')
    process.exit(1)
  }
} else {
  writeFileSync(target, lines.join('\n'))
  console.log(`${packages.length} packages`)
}
