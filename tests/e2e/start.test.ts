import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'

interface Started {
  readonly child: ChildProcess
  readonly folder: string
  out(): string
  err(): string
  said(words: string | RegExp): Promise<void>
  ended(): Promise<number | null>
}

/** Starts one of the project's own programs, with everything it leaves behind in a folder of its own. */
function start(script: string, ...args: readonly string[]): Started {
  const folder = mkdtempSync(join(tmpdir(), 'cpd-start-'))
  const child = spawn(process.execPath, [resolve(script), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: folder, XDG_DATA_HOME: folder, DISPLAY: '', WAYLAND_DISPLAY: '' },
  })
  let [out, err] = ['', '']
  child.stdout?.on('data', (part: Buffer) => (out += part.toString()))
  child.stderr?.on('data', (part: Buffer) => (err += part.toString()))
  const exit = once(child, 'exit') as Promise<[number | null]>
  onTestFinished(() => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  return {
    child,
    folder,
    out: () => out,
    err: () => err,
    said: async (words) => {
      await expect.poll(() => out, { timeout: 60_000 }).toMatch(words)
    },
    ended: async () => (await exit)[0],
  }
}

describe('npm start', () => {
  it.each([
    ['headless, ended by Ctrl-C', 'SIGINT', ['--headless'], /No window is shown \(headless\)/],
    ['without a display, ended by the system', 'SIGTERM', [], /There is no display/],
  ] as const)(
    '%s: says what it does, shows where the picture is, ends cleanly',
    async (_name, signal, args, says) => {
      const app = start('tools/start/start.mjs', ...args)
      await app.said(/A picture of the window: file:\/\/\S+/)
      expect(app.out()).toMatch(says)
      const picture = fileURLToPath(/file:\/\/\S+/.exec(app.out())?.[0] ?? '')
      expect(statSync(picture).size).toBeGreaterThan(5_000)
      expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG')
      app.child.kill(signal)
      expect(await app.ended()).toBe(0)
    },
  )
})

describe('the command line as a program', () => {
  it('writes its answer, and nothing else, to standard output', async () => {
    const cli = start('tools/cli.mjs', 'channels')
    expect(await cli.ended()).toBe(0)
    expect((JSON.parse(cli.out()) as unknown[]).length).toBeGreaterThan(20)
    expect(cli.err()).toBe('')
  })

  it('tells a failure in one line on standard error, with exit code 1', async () => {
    const cli = start('tools/cli.mjs', 'call', 'school.nothing', '{}')
    expect(await cli.ended()).toBe(1)
    expect(cli.out()).toBe('')
    expect(cli.err().trim().split('\n')).toHaveLength(1)
    expect(JSON.parse(cli.err())).toMatchObject({ code: 'channel.unknown' })
  })

  it('draws a report in a window nobody sees, and prints it as a tagged PDF', async () => {
    const school = start(
      'tools/cli.mjs',
      'create',
      '--file',
      join(tmpdir(), `cpd-start-${process.pid}.cpdschool`),
      '--sample',
    )
    expect(await school.ended()).toBe(0)
    const file = join(tmpdir(), `cpd-start-${process.pid}.cpdschool`)
    const out = join(school.folder, 'report.pdf')
    const report = start(
      'tools/cli.mjs',
      'report',
      'governors',
      '--file',
      file,
      '--year',
      '2025/26',
      '--format',
      'pdf',
      '--out',
      out,
    )
    expect(await report.ended(), report.err()).toBe(0)
    const pdf = readFileSync(out, 'latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf).toContain('/StructTreeRoot')
    expect(pdf).toContain('/Outlines')
    for (const tail of ['', '-wal', '-shm']) rmSync(file + tail, { force: true })
    expect(existsSync(file)).toBe(false)
  })
})

it('hands a long answer of the command line whole to a pipe', () => {
  // A pipe of the shell holds 64 KB; the one of a child process here would hold more and show nothing.
  const answer = execFileSync('sh', ['-c', `"${process.execPath}" tools/cli.mjs channels | cat`], {
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  })
  expect(answer.length).toBeGreaterThan(65_536)
  expect(Array.isArray(JSON.parse(answer))).toBe(true)
})
