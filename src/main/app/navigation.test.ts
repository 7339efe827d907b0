import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { lockNavigation, mayOpenOutside } from './navigation'

/** Addresses that must never be shown in a window of ours. */
const HOSTILE = [
  'https://example.org/',
  'http://cpd/',
  'app://cpd.example/',
  'app://cpdx/',
  'app://cpd@example.org/',
  'app://example.org/cpd',
  'app://user:pass@cpd/',
  'app://cpd:8080/',
  'App-x://cpd/',
  'apps://cpd/',
  'app:cpd',
  'file:///C:/Windows/win.ini',
  'file://server/share/x.html',
  'data:text/html,<script>1</script>',
  'blob:app://cpd/123',
  'about:blank',
  'about:srcdoc',
  'javascript:alert(1)',
  'view-source:app://cpd/',
  'chrome://settings/',
  'devtools://devtools/x',
  'ftp://cpd/',
  'ws://cpd/',
  'mailto:a@b.c',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x',
  '\\\\server\\share',
  '//cpd/index.html',
  ' ',
  '',
]

const MAY_OPEN = [
  'https://www.gov.uk/government/publications/x',
  'https://WWW.GOV.UK/x',
  'https://www.gov.uk:443/x',
  'https://www.legislation.gov.uk/ukpga/2006/40',
  'https://educationendowmentfoundation.org.uk/x?y=1#z',
  'mailto:office@school.example',
]

const MAY_NOT_OPEN = [
  ...HOSTILE.filter((url) => url !== 'mailto:a@b.c'),
  'http://www.gov.uk/',
  'https://www.gov.uk.example.org/',
  'https://gov.uk/',
  'https://evil.www.gov.uk/',
  'https://www.gov.uk@example.org/',
  'https://user@www.gov.uk/',
  'https://www.gov.uk:8443/',
  'https://www.gov.uk\\@example.org/',
  'https://www.gov.uk/\n',
  'https://www.gov.uk/ x',
  `https://www.gov.uk/${'x'.repeat(2001)}`,
  'mailto:',
  'mailto:nobody',
  'mailto:a@b.c?attach=/etc/passwd',
  'mailto:a@b.c%0d%0abcc:d@e.f?bcc=x',
]

/** A window's contents as far as navigation goes. */
class FakeContents extends EventEmitter {
  handler: ((details: { url: string }) => { action: string }) | undefined
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.handler = handler
  }
  tries(event: string, url: string, isMainFrame = true): boolean {
    let prevented = false
    this.emit(event, { url, isMainFrame, preventDefault: () => (prevented = true) })
    return !prevented
  }
}

function locked(): { contents: FakeContents; opened: string[] } {
  const contents = new FakeContents()
  const opened: string[] = []
  lockNavigation(contents, (url) => opened.push(url))
  return { contents, opened }
}

describe('a window of ours', () => {
  it.each(HOSTILE)('is never led to %j', (url) => {
    const { contents, opened } = locked()
    expect(contents.tries('will-navigate', url)).toBe(false)
    expect(contents.tries('will-redirect', url)).toBe(false)
    expect(contents.tries('will-frame-navigate', url)).toBe(false)
    expect(contents.handler?.({ url })).toEqual({ action: 'deny' })
    expect(opened.filter((each) => !each.startsWith('mailto:'))).toEqual([])
  })

  it('goes to its own pages, in its main frame only', () => {
    const { contents } = locked()
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      expect(contents.tries(event, 'app://cpd/index.html#/staff')).toBe(true)
    }
    expect(contents.tries('will-frame-navigate', 'app://cpd/index.html', false)).toBe(false)
  })

  it('opens no window, not even of its own pages, and hands a good link to the system', () => {
    const { contents, opened } = locked()
    expect(contents.handler?.({ url: 'app://cpd/index.html' })).toEqual({ action: 'deny' })
    expect(contents.handler?.({ url: 'https://www.gov.uk/x' })).toEqual({ action: 'deny' })
    expect(contents.tries('will-navigate', 'https://www.gov.uk/y')).toBe(false)
    expect(opened).toEqual(['https://www.gov.uk/x', 'https://www.gov.uk/y'])
  })
})

describe('mayOpenOutside', () => {
  it.each(MAY_OPEN)('lets %s', (url) => expect(mayOpenOutside(url)).toBe(true))
  it.each(MAY_NOT_OPEN)('refuses %j', (url) => expect(mayOpenOutside(url)).toBe(false))
})
