/** A small sound pack for tests, as its files. */
export function soundFiles(changes: Readonly<Record<string, string | undefined>> = {}): Map<string, string> {
  const files = new Map<string, string>(Object.entries(sound))
  for (const [name, text] of Object.entries(changes))
    if (text === undefined) files.delete(name)
    else files.set(name, text)
  return files
}

export const manifest = {
  id: 'northshire',
  title: 'Northshire’s own texts',
  about: 'What Northshire hands to its schools.',
  version: '2026.2',
  dated: '2026-09-01',
  licence: 'CC BY 4.0',
  minimumAppVersion: '0.0.0',
  isToBeChecked: false,
  sources: [],
}

export const guide = {
  id: 'what-counts',
  title: 'What counts',
  summary: 'What counts as CPD.',
  topic: 'basics',
  file: 'guides/what-counts.md',
}

const sound: Readonly<Record<string, string>> = {
  'pack.json': JSON.stringify(manifest),
  'guides.json': JSON.stringify({ guides: [guide] }),
  'guides/what-counts.md': '## First\n\nOne.\n\n## Second\n\nTwo.\n',
  'templates.json': JSON.stringify({
    templates: [
      {
        id: 'policy',
        title: 'CPD policy',
        kind: 'policy',
        audience: 'whole school',
        phases: ['primary'],
        reviewMonths: 12,
        needsApproval: true,
        summary: 'A policy.',
        file: 'templates/policy.md',
      },
    ],
  }),
  'templates/policy.md': '## Aims {#aims}\n\nAt {{school.name}} we [[say what]].\n\n{{table.priorities}}\n',
  'acronyms.json': JSON.stringify({
    acronyms: [
      { acronym: 'CPD', meaning: 'continuing professional development' },
      { acronym: 'CPD', meaning: 'central purchasing department' },
    ],
  }),
  'checklists.json': JSON.stringify({ checklists: ['checklists/day.json'] }),
  'checklists/day.json': JSON.stringify({
    id: 'day',
    title: 'Before the day',
    about: 'What to see to.',
    items: [{ id: 'room', text: 'Is the room booked?' }],
  }),
}
