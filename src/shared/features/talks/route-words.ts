/**
 * The five steps to a qualification in words, and what the form says to what was entered. What the steps look at follows
 * the guide for school leaders on qualification routes for support staff of 2010; the wording is our own.
 */
import type { QualificationSet } from '../packs/qualification-content'
import { practicalities, type Basic, type Payer, type Practicality, type Route } from './route'

export const stepNames = [
  'How it came up',
  'What is needed',
  'Which way',
  'The practical side',
  'Afterwards, and agreement',
] as const

export const foundInNames: Readonly<Record<Route['foundIn'], string>> = {
  plan: 'The improvement plan asks for new duties',
  review: 'A review of development showed it',
  aspiration: 'They told us what they would like to do',
  starter: 'They are new to the school',
  newRole: 'They take on a new role or duty',
  appraisal: 'It came up in appraisal',
  audit: 'A skills audit showed it',
}

export const situationNames = {
  current: 'For the role they have',
  new: 'For a new or larger role',
} as const

export const skillNames = { english: 'English', maths: 'Maths', ict: 'ICT' } as const
export const basicNames: Readonly<Record<Basic, string>> = {
  secure: 'Secure',
  refresh: 'Would like to brush it up beside it',
  first: 'This comes first',
}

export const informalNames: Readonly<Record<Route['informal'][number], string>> = {
  shadowing: 'Coaching, mentoring or shadowing by a colleague who can do it',
  reading: 'Good things to read or watch, picked by a colleague who knows',
  network: 'A local network or group of schools',
  enquiry: 'An enquiry into our own practice, alone or with another school',
  trainingDay: 'A training day, where several of us need it',
}
export const enoughNames = {
  yes: 'Yes: no qualification is needed',
  partly: 'Partly: it goes with a qualification',
  no: 'No',
} as const

export const caseNames: Readonly<Record<Route['cases'][number], string>> = {
  assurance: 'They have none for their work, and want it shown that they can do it',
  newDuties: 'A new role or duty asks for much that is new, soon',
  specialist: 'One side of the role is a subject of its own',
  notInHouse: 'Nobody here could teach it',
  progression: 'It opens the way to a role they aim at',
  statutory: 'The law asks for proof, as with food hygiene',
}

/** What is asked about each practical matter, and what its note should hold. */
export const practicalNames: Readonly<Record<Practicality, { readonly title: string; readonly note: string }>> = {
  entry: { title: 'They meet what is asked for at entry', note: 'What is asked, and how they meet it' },
  level: { title: 'The level fits what they can do and what the role asks', note: 'Why this level' },
  progression: { title: 'What it leads to is clear, and fits what they aim at', note: 'What can follow' },
  assessment: {
    title: 'Both know what it is like, how it is taught and how it is assessed',
    note: 'How it is taught and assessed',
  },
  chances: {
    title: 'At work there are chances to show what they can do',
    note: 'Where, and what has to be arranged',
  },
  mentor: { title: 'A training mentor is found and knows what to do', note: 'Who' },
  release: { title: 'Time away from work is agreed', note: 'How much, when, and who covers' },
  costs: {
    title: 'All costs are known, hidden ones such as books and travel too, and who pays them',
    note: 'What is still open',
  },
  outcome: {
    title: 'What it changes in role, duties or grade is agreed, even if nothing',
    note: 'What changes',
  },
  impact: {
    title: 'What it should change for pupils and in their work is clear, and how we shall see it',
    note: 'What we shall see',
  },
}

export const payerNames: Readonly<Record<Payer, string>> = {
  school: 'The school',
  person: 'They themselves',
  other: 'Somebody else',
}

/** The practical matters that nobody has seen to yet, in the order of the form. */
export function openPracticalities({ practical }: Pick<Route, 'practical'>): Practicality[] {
  return practicalities.filter((key) => !practical[key].isSeenTo)
}

/** What is worth saying to what was entered, each a sentence; empty when nothing is. */
export function routeAdvice(route: Route, set: QualificationSet | undefined): string[] {
  const first = Object.entries(skillNames).filter(([key]) => route.basics[key as keyof Route['basics']] === 'first')
  const status = set?.statuses.find(({ id }) => id === route.status)
  const kind = set?.kinds.find(({ id }) => id === route.qualificationKind)
  const wantsOne = route.qualification !== null || kind !== undefined
  return [
    ...(first.length === 0
      ? []
      : [
          `${first.map(([, name]) => name).join(' and ')} first: plan that as a step of its own, and begin the rest when it is done.`,
        ]),
    ...(route.isInformalEnough === 'yes' && wantsOne
      ? ['You said that informal ways are enough: then no qualification is needed.']
      : []),
    ...(wantsOne && route.isInformalEnough !== 'yes' && route.cases.length === 0
      ? ['None of the six cases is ticked: ask again whether a qualification is what they need.']
      : []),
    ...(kind?.id === 'occupational' && route.situation === 'new'
      ? ['An occupational qualification is earned in the role itself: it fits better once they have it.']
      : []),
    ...(status === undefined ? [] : [status.about]),
    ...(kind === undefined ? [] : [`How it is assessed: ${lowerFirst(kind.assessed)}`]),
  ]
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
