/** Answers the few channels that the shell reads, for the gallery alone; drafts are kept in memory. */
import type { CpdBridge } from '../../src/shared/bridge'

const drafts = new Map<string, unknown>()

const answers: Readonly<Record<string, (input: unknown) => unknown>> = {
  'school.status': () => ({
    isOpen: true,
    fileName: 'hartwell.cpdschool',
    origin: 'own',
    today: '2025-11-20',
    profile: { id: 'p', name: 'Hartwell Park Primary School' },
    cpdLeaderTitle: 'CPD leader',
    academicYear: 2025,
    hasLogo: false,
    namedRefused: null,
  }),
  'pc.settings': () => ({
    theme: document.documentElement.dataset['theme'] ?? 'light',
    textSize: 'normal',
    singleKeys: true,
  }),
  'pc.actingPerson': () => ({
    personId: '1',
    name: 'Joan Ashworth',
    choices: [{ personId: '1', name: 'Joan Ashworth' }],
  }),
  'drafts.get': (input) => ({ body: drafts.get(JSON.stringify(input)) ?? null, savedAtUtc: null }),
  'drafts.save': () => ({}),
  'drafts.clear': () => ({}),
  'changes.undo': () => ({ changeId: '1', undid: '1', channel: 'providers.save' }),
}

const bridge: CpdBridge = {
  call: (channel, input) => {
    const answer = answers[channel]
    return Promise.resolve(
      answer === undefined ? { ok: false, code: 'channel.unknown' } : { ok: true, value: answer(input) },
    )
  },
  on: () => () => undefined,
}

Object.defineProperty(window, 'cpd', { value: bridge })
drafts.set(JSON.stringify({ form: 'kit', recordId: '1' }), { base: {}, typed: { name: 'Northgate Learn' } })
