import { describe, expect, it } from 'vitest'
import { browserPaths, findBrowser } from '../find-browser.mjs'

const WINDOWS = {
  PROGRAMFILES: 'C:\\Program Files',
  'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
  LOCALAPPDATA: 'C:\\Users\\Ann\\AppData\\Local',
}

/** What is on the PC, and what must be found. */
const TABLE: readonly [string, string, Readonly<Record<string, string>>, readonly string[], string | undefined][] =
  [
    [
      'Chrome for everybody',
      'win32',
      WINDOWS,
      ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    [
      'Chrome of one person',
      'win32',
      WINDOWS,
      ['C:\\Users\\Ann\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'],
      'C:\\Users\\Ann\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
    ],
    [
      'Edge, which every Windows has',
      'win32',
      WINDOWS,
      ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    [
      'Chrome before Edge',
      'win32',
      WINDOWS,
      [
        'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
        'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
      ],
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    ],
    [
      'a Windows without those variables',
      'win32',
      {},
      ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
      undefined,
    ],
    [
      'Chrome on a Mac',
      'darwin',
      { HOME: '/Users/ann' },
      ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    [
      'Edge of one person on a Mac',
      'darwin',
      { HOME: '/Users/ann' },
      ['/Users/ann/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
      '/Users/ann/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    ['Chromium of Debian', 'linux', { PATH: '/usr/bin:/bin' }, ['/usr/bin/chromium'], '/usr/bin/chromium'],
    ['Chromium of Ubuntu', 'linux', { PATH: '/bin' }, ['/snap/bin/chromium'], '/snap/bin/chromium'],
    ['Chrome on Linux', 'linux', { PATH: '' }, ['/opt/google/chrome/chrome'], '/opt/google/chrome/chrome'],
    [
      'one on a path of its own',
      'linux',
      { PATH: '/home/ann/bin:/usr/bin' },
      ['/home/ann/bin/google-chrome'],
      '/home/ann/bin/google-chrome',
    ],
    [
      'a relative folder on the path is not looked at',
      'linux',
      { PATH: '.:bin' },
      ['./chromium', 'bin/chromium'],
      undefined,
    ],
    [
      'the one that was named',
      'linux',
      { PATH: '/usr/bin', CPD_CHROMIUM: '/x/chrome' },
      ['/usr/bin/chromium', '/x/chrome'],
      '/x/chrome',
    ],
    [
      'a named one that is not there',
      'linux',
      { PATH: '/usr/bin', CPD_CHROMIUM: '/x/chrome' },
      ['/usr/bin/chromium'],
      '/usr/bin/chromium',
    ],
    ['nothing', 'linux', { PATH: '/usr/bin' }, [], undefined],
    ['nothing on another system', 'freebsd', {}, [], undefined],
  ]

describe('findBrowser', () => {
  it.each(TABLE)('finds %s', (_name, platform, env, there, found) => {
    expect(findBrowser(platform, env, (path: string) => there.includes(path))).toBe(found)
  })

  it('looks in each place once', () => {
    for (const platform of ['win32', 'darwin', 'linux']) {
      const paths = browserPaths(platform, { ...WINDOWS, HOME: '/h', PATH: '/usr/bin:/usr/bin' })
      expect(paths.length).toBeGreaterThan(5)
      expect(new Set(paths).size).toBe(paths.length)
    }
  })
})
