/** The five steps to a qualification as a sheet. */
import { formatDay } from '../../kernel/dates'
import { formatPence, pence } from '../../kernel/money'
import type { QualificationSet } from '../packs/qualification-content'
import {
  basicNames,
  caseNames,
  enoughNames,
  foundInNames,
  informalNames,
  payerNames,
  practicalNames,
  situationNames,
  skillNames,
  stepNames,
} from './route-words'
import { basicSkills, cases, foundIns, informalWays, practicalities, type Route } from './route'
import { promiseRows, type SheetPart } from './sheet-parts'

/** The parts of the form that the five steps ask for, filled or empty. */
export function routeSheet(route: Route | null, set: QualificationSet | undefined): SheetPart[] {
  return [...itsReason(route), ...itsNeed(route), ...itsWay(route, set), ...practice(route), ...itsEnd(route)]
}

const heading = (step: 0 | 1 | 2 | 3 | 4): SheetPart => ({
  kind: 'heading',
  title: `${step + 1}. ${stepNames[step]}`,
})
const words = (title: string, value: string | null | undefined, lines = 3): SheetPart => ({
  kind: 'words',
  title,
  words: value ?? null,
  lines,
})

function itsReason(route: Route | null): SheetPart[] {
  return [
    heading(0),
    {
      kind: 'ticks',
      title: 'What began it',
      ticks: foundIns.map((key) => ({ label: foundInNames[key], isTicked: route?.foundIn === key, note: null })),
    },
  ]
}

function itsNeed(route: Route | null): SheetPart[] {
  const situation = route?.situation
  return [
    heading(1),
    {
      kind: 'facts',
      facts: [
        ['For which role', situation == null ? null : situationNames[situation]],
        ['The role', route?.role ?? null],
        ...basicSkills.map((skill) => {
          const stands = route?.basics[skill]
          return [skillNames[skill], stands == null ? null : basicNames[stands]] as const
        }),
      ],
    },
    words('What the role asks that is still missing', route?.roleAsks),
    words('Help with English, maths or ICT', route?.basicsHelp, 2),
    words('What they aim at', route?.aspiration),
    words('What should change in their work', route?.impactOnPractice),
    words('What pupils should gain', route?.impactOnPupils),
  ]
}

function itsWay(route: Route | null, set: QualificationSet | undefined): SheetPart[] {
  const named = (
    list: readonly { readonly id: string; readonly label: string }[] | undefined,
    id: string | null | undefined,
  ) => (id == null ? null : (list?.find((one) => one.id === id)?.label ?? id))
  const enough = route?.isInformalEnough
  return [
    heading(2),
    {
      kind: 'ticks',
      title: 'Informal ways first',
      ticks: informalWays.map((key) => ({
        label: informalNames[key],
        isTicked: route?.informal.includes(key) ?? false,
        note: null,
      })),
    },
    words('Who, where and when', route?.informalNote, 2),
    { kind: 'facts', facts: [['Is that enough?', enough == null ? null : enoughNames[enough]]] },
    {
      kind: 'ticks',
      title: 'A qualification may be right because',
      ticks: cases.map((key) => ({
        label: caseNames[key],
        isTicked: route?.cases.includes(key) ?? false,
        note: null,
      })),
    },
    {
      kind: 'facts',
      facts: [
        ['Qualification', route?.qualification ?? null],
        ['Kind', named(set?.kinds, route?.qualificationKind)],
        ['Level', named(set?.levels, route?.level)],
        ['Status aimed at', named(set?.statuses, route?.status)],
        ['Awarded by', route?.awardedBy ?? null],
      ],
    },
  ]
}

function practice(route: Route | null): SheetPart[] {
  return [
    heading(3),
    {
      kind: 'ticks',
      title: 'Seen to before anybody begins',
      ticks: practicalities.map((key) => ({
        label: practicalNames[key].title,
        isTicked: route?.practical[key].isSeenTo ?? false,
        note: route?.practical[key].note ?? null,
      })),
    },
    costRows(route),
  ]
}

/** What it costs, line by line, and who pays. */
export function costRows(route: Pick<Route, 'costs'> | null): SheetPart {
  return {
    kind: 'rows',
    title: 'What it costs, and who pays',
    columns: ['What', 'Amount', 'Who pays'],
    rows: (route?.costs ?? []).map(({ what, amountPence, payer }) => [
      what,
      formatPence(pence(amountPence)),
      payerNames[payer],
    ]),
    lines: 5,
  }
}

function itsEnd(route: Route | null): SheetPart[] {
  return [
    heading(4),
    promiseRows('Who does what by when', route?.promises ?? []),
    words('How we shall see that it worked', route?.measure),
    words('How others here will gain from it', route?.sharing, 2),
    words('Paying back, if they leave soon', route?.repay, 2),
    { kind: 'facts', facts: [['We look back on', route?.lookOn == null ? null : formatDay(route.lookOn)]] },
  ]
}
