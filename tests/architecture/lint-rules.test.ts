import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

/** A file that a rule must refuse, and the rule that must speak. `files` are neighbours that it needs. */
interface BadSample {
  readonly path: string
  readonly text: string
  readonly rule: string
  readonly files?: Readonly<Record<string, string>>
}

const lines = (count: number) => Array.from({ length: count }, (_, i) => `export const n${i} = ${i}`).join('\n')
const RESTRICTED = 'no-restricted-imports'
const importing = (from: string, name = 'x') => `import { ${name} } from '${from}'\nexport const y = ${name}\n`

const BAD: Readonly<Record<string, BadSample>> = {
  'shared imports Node': { path: 'src/shared/kernel/a.ts', text: importing('node:fs'), rule: RESTRICTED },
  'shared imports Electron': { path: 'src/shared/kernel/b.ts', text: importing('electron'), rule: RESTRICTED },
  'shared imports React': { path: 'src/shared/features/costs/a.ts', text: importing('react'), rule: RESTRICTED },
  'shared imports main': {
    path: 'src/shared/kernel/c.ts',
    text: importing('../../main/db/handle'),
    rule: RESTRICTED,
  },
  'shared imports the renderer': {
    path: 'src/shared/kernel/d.ts',
    text: importing('../../renderer/lib/x'),
    rule: RESTRICTED,
  },
  'renderer imports main': {
    path: 'src/renderer/lib/a.ts',
    text: importing('../../main/lib/files'),
    rule: RESTRICTED,
  },
  'renderer imports Node': { path: 'src/renderer/app/a.tsx', text: importing('node:path'), rule: RESTRICTED },
  'renderer imports Electron': {
    path: 'src/renderer/features/costs/a.tsx',
    text: importing('electron'),
    rule: RESTRICTED,
  },
  'main imports the renderer': {
    path: 'src/main/lib/a.ts',
    text: importing('../../renderer/lib/x'),
    rule: RESTRICTED,
  },
  'main imports React': { path: 'src/main/documents/a.ts', text: importing('react'), rule: RESTRICTED },
  'the kit knows a feature': {
    path: 'src/renderer/components/a.tsx',
    text: importing('../features/costs/api'),
    rule: RESTRICTED,
  },
  'a feature knows the app': {
    path: 'src/renderer/features/costs/b.tsx',
    text: importing('../../app/routes'),
    rule: RESTRICTED,
  },
  'a writer knows a feature': {
    path: 'src/main/documents/b.ts',
    text: importing('../features/costs/service'),
    rule: RESTRICTED,
  },
  'a feature of main imports another': {
    path: 'src/main/features/costs/a.ts',
    text: importing('../staff/service'),
    rule: RESTRICTED,
  },
  'a folder in a feature of main imports another feature': {
    path: 'src/main/features/costs/ledger/a.ts',
    text: importing('../../staff/service'),
    rule: RESTRICTED,
  },
  'a feature of the renderer imports another': {
    path: 'src/renderer/features/costs/c.tsx',
    text: importing('../staff/api'),
    rule: RESTRICTED,
  },
  'a page of the renderer imports another feature': {
    path: 'src/renderer/features/costs/pages/a.tsx',
    text: importing('../../staff/api'),
    rule: RESTRICTED,
  },
  'a service opens the database': {
    path: 'src/main/features/costs/b.ts',
    text: importing('better-sqlite3'),
    rule: RESTRICTED,
  },
  'a service knows Electron': {
    path: 'src/main/features/costs/c.ts',
    text: importing('electron', 'app'),
    rule: RESTRICTED,
  },
  'the window listens to messages': {
    path: 'src/main/app/a.ts',
    text: importing('electron', 'ipcMain'),
    rule: RESTRICTED,
  },
  'ipc plays the renderer': {
    path: 'src/main/ipc/a.ts',
    text: importing('electron', 'ipcRenderer'),
    rule: RESTRICTED,
  },
  'the preload opens the database': {
    path: 'src/main/preload/a.ts',
    text: importing('../db/handle'),
    rule: RESTRICTED,
  },
  'the product imports its tools': {
    path: 'src/main/lib/b.ts',
    text: importing('../../../tools/lib/run.mjs'),
    rule: RESTRICTED,
  },
  'a cycle': {
    path: 'src/main/lib/c.ts',
    text: `import { d } from './d'\nexport const c = () => d\n`,
    rule: 'no-cycle',
    files: { 'src/main/lib/d.ts': `import { c } from './c'\nexport const d = () => c\n` },
  },
  'a default export': {
    path: 'src/main/lib/e.ts',
    text: 'export default function e() {}\n',
    rule: 'no-default-export',
  },
  any: { path: 'src/main/lib/f.ts', text: 'export const f = (x: any) => x\n', rule: 'no-explicit-any' },
  'a promise nobody waits for': {
    path: 'src/main/lib/g.ts',
    text: 'async function work() {}\nexport function g() { work() }\n',
    rule: 'no-floating-promises',
  },
  'a file over 400 lines': { path: 'src/main/lib/h.ts', text: lines(401), rule: 'max-lines' },
  'a function over 60 lines': {
    path: 'src/main/lib/i.ts',
    text: `export function i() {\n${'  Math.random()\n'.repeat(61)}}\n`,
    rule: 'max-lines-per-function',
  },
  'a picture without words': {
    path: 'src/renderer/components/b.tsx',
    text: 'export const B = () => <img src="x.png" />\n',
    rule: 'alt-text',
  },
  'a printed line in the product': { path: 'src/main/lib/j.ts', text: "console.log('x')\n", rule: 'no-console' },
  'a test left out': {
    path: 'src/main/lib/k.test.ts',
    text: "import { expect, it } from 'vitest'\nit.skip('k', () => expect(1).toBe(1))\n",
    rule: 'no-disabled-tests',
  },
}

const GOOD: Readonly<Record<string, string>> = {
  'src/main/features/staff/good.ts':
    "import { x } from '../../../shared/features/costs/model'\nexport const y = x\n",
  'src/main/features/staff/parts/good.ts': "import { x } from '../rules'\nexport const y = x\n",
  'src/renderer/features/staff/good.ts': "import { x } from '../../components/field'\nexport const y = x\n",
  'src/renderer/features/staff/pages/good.ts': "import { x } from '../api'\nexport const y = x\n",
  'src/main/app/good.ts': "import { app } from 'electron'\nexport const y = app\n",
  'src/main/db/good.ts': "import { Database } from 'better-sqlite3'\nexport const y = Database\n",
}

interface Found {
  readonly filename: string
  readonly code?: string
}

const config = resolve('config/oxlint.json')
const oxlint = resolve('node_modules/oxlint/bin/oxlint')
let found: readonly Found[] = []

function lint(folder: string): readonly Found[] {
  let output: string
  try {
    output = execFileSync(process.execPath, [oxlint, '--type-aware', '-c', config, '-f', 'json', '.'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch (error) {
    // Something was found, which is what we want to read.
    output = (error as { stdout: string }).stdout
  }
  return (JSON.parse(output) as { diagnostics: readonly Found[] }).diagnostics
}

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'cpd-lint-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  write('tsconfig.json', JSON.stringify({ compilerOptions: { strict: true, jsx: 'react-jsx', module: 'esnext' } }))
  for (const { path, text, files } of Object.values(BAD)) {
    write(path, text)
    for (const [name, content] of Object.entries(files ?? {})) write(name, content)
  }
  for (const [path, text] of Object.entries(GOOD)) write(path, text)
  found = lint(folder)
})

const rulesFor = (path: string) =>
  found.filter(({ filename }) => filename.replaceAll('\\', '/').endsWith(path)).map(({ code }) => code ?? '')

describe('the linter refuses', () => {
  it.each(Object.entries(BAD))('%s', (_name, { path, rule }) => {
    expect(rulesFor(path)).toContainEqual(expect.stringContaining(`(${rule})`))
  })
})

describe('the linter accepts', () => {
  it.each(Object.keys(GOOD))('%s', (path) => {
    expect(rulesFor(path)).toEqual([])
  })
})
