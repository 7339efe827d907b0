/** What the forms of talks begin with: what is kept, or an empty form of today. */
import type { Day } from '../../../../shared/kernel/dates'
import type { TalkOf, zMeeting, zReview, zVoice, zWalk } from '../../../../shared/features/talks/model'
import { noBasics, nothingSeenTo, type zRoute } from '../../../../shared/features/talks/route'
import type { StartValues } from '../../../components/form'

/** What a new form knows. */
export interface Beginning {
  readonly today: Day
  /** Whom it is about, where the page was opened for somebody. */
  readonly personId: string | undefined
  /** Who works in the binder now. */
  readonly actingPersonId: string | null
}

/** The start of the form of a review. */
export function startReview(kept: TalkOf<'review'> | undefined, begin: Beginning): StartValues<typeof zReview> {
  return {
    kind: 'review',
    id: kept?.id ?? null,
    heldOn: kept?.heldOn ?? begin.today,
    personId: kept?.personId ?? begin.personId ?? null,
    withPersonId: kept?.withPersonId ?? begin.actingPersonId,
    sinceLast: kept?.sinceLast ?? null,
    strengths: kept?.strengths ?? null,
    whatNext: kept?.whatNext ?? null,
    needs: kept?.needs ?? [],
    promises: kept?.promises ?? [],
    lookOn: kept?.lookOn ?? null,
  }
}

/** The start of the form of a team exercise. */
export function startMeeting(kept: TalkOf<'meeting'> | undefined, begin: Beginning): StartValues<typeof zMeeting> {
  return {
    kind: 'meeting',
    id: kept?.id ?? null,
    heldOn: kept?.heldOn ?? begin.today,
    teamId: kept?.teamId ?? null,
    title: kept?.title ?? 'What would help us most to teach better?',
    present: kept?.present ?? null,
    votesEach: kept?.votesEach ?? 3,
    topics: kept?.topics ?? [],
    outcome: kept?.outcome ?? null,
  }
}

/** The start of the form of a learning walk. */
export function startWalk(kept: TalkOf<'walk'> | undefined, begin: Beginning): StartValues<typeof zWalk> {
  return {
    kind: 'walk',
    id: kept?.id ?? null,
    heldOn: kept?.heldOn ?? begin.today,
    title: kept?.title ?? '',
    placesSeen: kept?.placesSeen ?? null,
    where: kept?.where ?? null,
    sightings: kept?.sightings ?? [],
    followUp: kept?.followUp ?? null,
  }
}

/** The start of the form of what pupils or parents said. */
export function startVoice(kept: TalkOf<'voice'> | undefined, begin: Beginning): StartValues<typeof zVoice> {
  return {
    kind: 'voice',
    id: kept?.id ?? null,
    heldOn: kept?.heldOn ?? begin.today,
    whom: kept?.whom ?? 'pupils',
    group: kept?.group ?? '',
    asked: kept?.asked ?? null,
    how: kept?.how ?? 'talk',
    title: kept?.title ?? '',
    points: kept?.points ?? [],
    followUp: kept?.followUp ?? null,
  }
}

/** The start of the five steps to a qualification. */
export function startRoute(kept: TalkOf<'route'> | undefined, begin: Beginning): StartValues<typeof zRoute> {
  return {
    kind: 'route',
    id: kept?.id ?? null,
    heldOn: kept?.heldOn ?? begin.today,
    personId: kept?.personId ?? begin.personId ?? null,
    withPersonId: kept?.withPersonId ?? begin.actingPersonId,
    title: kept?.title ?? '',
    foundIn: kept?.foundIn ?? 'aspiration',
    step: kept?.step ?? 1,
    ...startWay(kept),
    practical: kept?.practical ?? nothingSeenTo,
    costs: kept?.costs ?? [],
    promises: kept?.promises ?? [],
    repay: kept?.repay ?? null,
    measure: kept?.measure ?? null,
    sharing: kept?.sharing ?? null,
    lookOn: kept?.lookOn ?? null,
  }
}

function startWay(kept: TalkOf<'route'> | undefined) {
  return {
    situation: kept?.situation ?? null,
    role: kept?.role ?? null,
    roleAsks: kept?.roleAsks ?? null,
    basics: kept?.basics ?? noBasics,
    basicsHelp: kept?.basicsHelp ?? null,
    aspiration: kept?.aspiration ?? null,
    impactOnPractice: kept?.impactOnPractice ?? null,
    impactOnPupils: kept?.impactOnPupils ?? null,
    informal: kept?.informal ?? [],
    informalNote: kept?.informalNote ?? null,
    isInformalEnough: kept?.isInformalEnough ?? null,
    cases: kept?.cases ?? [],
    qualificationKind: kept?.qualificationKind ?? null,
    level: kept?.level ?? null,
    status: kept?.status ?? null,
    qualification: kept?.qualification ?? null,
    awardedBy: kept?.awardedBy ?? null,
  }
}
