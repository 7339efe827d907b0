/** How talks are spoken of, on the screen and on paper. */
import type { NeedState } from '../needs/model'
import type { Talk, TalkKind, Voice } from './model'
import { isSmall, resultOf } from './rules'

interface KindWords {
  /** The page of all of them. */
  readonly title: string
  /** What the page is for. */
  readonly about: string
  /** One of them, in a sentence. */
  readonly one: string
  /** Over its paper. */
  readonly sheet: string
  /** On the button that begins one, and over its form. */
  readonly begin: string
  readonly save: string
  /** What its paper says beneath the title: what is not to be written on it. */
  readonly promise: string
  readonly empty: string
}

/** The words of each kind. */
export const kindWords: Readonly<Record<TalkKind, KindWords>> = {
  review: {
    title: 'Reviews of development',
    about: 'Once a year, two people talk about what somebody has learned and what they need next.',
    one: 'review',
    sheet: 'Review of development',
    begin: 'Record a review',
    save: 'Save the review',
    promise:
      'This is about development alone: nothing on pay, and no judgement of how somebody does their job. The two who talked see it, and whoever leads CPD; only the needs and promises that both agree to go further.',
    empty:
      'Print the form for the talk, or type while you talk. When both agree, the needs in it are raised and agreed in one go.',
  },
  meeting: {
    title: 'Team exercises',
    about: 'A team puts topics forward, votes, and ranks what is left: half an hour of a meeting.',
    one: 'team exercise',
    sheet: 'Team exercise',
    begin: 'Record a team exercise',
    save: 'Save the exercise',
    promise: 'Votes and ranks are counted; who gave them is not written down.',
    empty:
      'Print the voting sheets, hold the exercise, and type in how often each topic was chosen. The first places can be raised as needs of the team.',
  },
  walk: {
    title: 'Learning walks',
    about: 'What was seen in many places on one question: strengths to share, questions to work on.',
    one: 'learning walk',
    sheet: 'Learning walk',
    begin: 'Record a learning walk',
    save: 'Save the walk',
    promise: 'Places, never names: a learning walk looks at the school, not at who taught there.',
    empty: 'Print the form, walk, and type in what was seen and how often. Questions can be raised as needs.',
  },
  voice: {
    title: 'Pupils and parents',
    about: 'What pupils or parents told us that staff could learn from.',
    one: 'note',
    sheet: 'What pupils or parents say',
    begin: 'Record what they said',
    save: 'Save the note',
    promise: 'Groups and numbers, never names of pupils or parents, and nothing that points to one of them.',
    empty:
      'Write down whom you asked, what you asked and what they said in summary. What could be better can be raised as a need.',
  },
  route: {
    title: 'Ways to a qualification',
    about: 'For support staff: five steps from a wish or a new duty to an agreement that both sign.',
    one: 'way to a qualification',
    sheet: 'Way to a qualification',
    begin: 'Begin the five steps',
    save: 'Save this step',
    promise: 'For the two who sign it. It is about learning, not about pay.',
    empty:
      'Go through the steps together: each is kept when it is saved, and you can go on another day. At the end there is an agreement to print and sign.',
  },
}

/** Where the pages of each kind are. */
export const kindRoutes: Readonly<Record<TalkKind, string>> = {
  review: '/needs/reviews',
  meeting: '/needs/meetings',
  walk: '/needs/walks',
  voice: '/needs/voices',
  route: '/needs/routes',
}

export const whomNames: Readonly<Record<Voice['whom'], string>> = { pupils: 'Pupils', parents: 'Parents' }
export const howNames: Readonly<Record<Voice['how'], string>> = {
  talk: 'Talked with them',
  survey: 'Survey',
  council: 'School council or parents’ forum',
  written: 'Letters or comments',
  other: 'Another way',
}
export const sightingNames = { strength: 'Strength', question: 'Question' } as const
export const pointNames = { good: 'Goes well', better: 'Could be better' } as const

/** What a talk goes by where its people are named beside it. */
export function subjectOf(talk: Talk): string {
  return talk.kind === 'review' ? 'Review of development' : talk.title
}

const count = (many: number, one: string, more: string) => `${many} ${many === 1 ? one : more}`

/** What a talk came to, in a few words; it names nobody, and of few people no figures. */
export function gistOf(talk: Talk): string {
  switch (talk.kind) {
    case 'review':
      return `${count(talk.needs.length, 'need', 'needs')}, ${count(talk.promises.length, 'promise', 'promises')}`
    case 'meeting':
      return `First: ${resultOf(talk.topics)
        .filter(({ place }) => place === 1)
        .map(({ title }) => title)
        .join('; ')}`
    case 'walk':
      return [
        count(talk.placesSeen, 'place', 'places'),
        count(talk.sightings.filter(({ kind }) => kind === 'strength').length, 'strength', 'strengths'),
        count(talk.sightings.filter(({ kind }) => kind === 'question').length, 'question', 'questions'),
      ].join(', ')
    case 'voice':
      return `${whomNames[talk.whom]}, ${talk.group}: ${isSmall(talk.asked) ? 'fewer than 5' : talk.asked} asked`
    case 'route':
      return talk.qualification ?? `Step ${talk.step} of 5`
  }
}

const goneOn: ReadonlySet<NeedState> = new Set(['agreed', 'planned', 'met', 'partly'])

/** "3 needs raised, 2 agreed": by both, and whatever became of it since. */
export function raisedWords(needs: readonly { readonly state: NeedState }[]): string {
  if (needs.length === 0) return 'No need raised'
  const further = needs.filter(({ state }) => goneOn.has(state)).length
  return `${count(needs.length, 'need', 'needs')} raised${further === 0 ? '' : `, ${further} agreed`}`
}
