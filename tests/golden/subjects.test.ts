import { expect, it } from 'vitest'
import { binder } from '../fixtures/school'

/** What the binder promises to bring; a pack of another year or place may add to it and take nothing away. */
const library = [
  ['guide', 'what-is-cpd', 'who-is-cpd-for', 'why-cpd-matters', 'types-of-cpd', 'authority-and-trust-view'],
  ['guide', 'inclusive-cpd', 'building-capacity', 'keys-and-pitfalls', 'professional-learning-communities'],
  ['guide', 'collaborative-cpd', 'self-directed-learning', 'research-on-effective-cpd', 'cpd-and-quality-marks'],
  ['guide', 'inspection-and-self-evaluation', 'how-funding-is-found'],
  ['case-study', 'action-research-writing', 'coaching-secondary', 'investors-in-people'],
  ['case-study', 'investing-in-support-staff', 'performance-management-and-cpd', 'working-with-governors'],
  ['checklist', 'provider-code-of-practice'],
] as const

const sections: Readonly<Record<string, readonly RegExp[]>> = {
  'cpd-policy': [
    /principles/i,
    /values/i,
    /entitlement/i,
    /identifying needs/i,
    /provision/i,
    /evaluating impact/i,
    /roles/i,
    /resources/i,
  ],
  'role-cpd-leader': [
    /core purpose/i,
    /climate/,
    /leadership/,
    /systems/,
    /needs/,
    /approaches/,
    /measuring the difference/,
    /competencies/i,
    /needs to learn/,
    /person specification/i,
  ],
}

it('the library has every subject that it promises', async () => {
  const made = binder()
  await made.call('school.openSample', {})
  const { lines } = await made.call('library.contents', {})
  const there = new Set(lines.map(({ kind, id }) => `${kind} ${id}`))
  const promised = library.flatMap(([kind, ...ids]) => ids.map((id) => `${kind} ${id}`))
  expect(promised.filter((name) => !there.has(name))).toEqual([])
  const { text } = await made.call('library.item', { kind: 'guide', id: 'types-of-cpd' })
  const headings = JSON.stringify(text)
  for (const reach of ['alone', 'Pairs', 'Groups', 'whole school', 'Local authority', 'Regional', 'National'])
    expect(headings).toContain(reach)
})

it('the policy and the job description have every part that they promise, and every template fits each phase', async () => {
  const made = binder()
  await made.call('school.openSample', {})
  for (const [templateId, wanted] of Object.entries(sections)) {
    const { id } = await made.call('documents.create', { templateId, title: templateId })
    const titles = (await made.call('documents.get', { id })).sections.map(({ title }) => title).join('\n')
    expect([templateId, wanted.filter((part) => !part.test(titles))]).toEqual([templateId, []])
  }
  const { templates } = await made.call('documents.templates', {})
  for (const { id, phases } of templates)
    expect([
      id,
      ['primary', 'secondary', 'special'].filter((phase) => !phases.some((one) => one === phase)),
    ]).toEqual([id, []])
})
