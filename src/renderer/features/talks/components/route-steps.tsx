import type { QualificationSet } from '../../../../shared/features/packs/qualification-content'
import { basicSkills } from '../../../../shared/features/talks/route'
import {
  basicNames,
  caseNames,
  enoughNames,
  foundInNames,
  informalNames,
  situationNames,
  skillNames,
} from '../../../../shared/features/talks/route-words'
import { formatDay } from '../../../../shared/kernel/dates'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { DateField } from '../../../components/fields/date-field'
import { RadioGroup } from '../../../components/fields/radio-group'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { FormPart, FormRow } from '../../../components/form'
import { Around } from './around'
import { PromiseLines, TwoPeople, Words } from './needed-fields'

const optionsOf = <V extends string>(names: Readonly<Record<V, string>>) =>
  Object.entries<string>(names).map(([value, title]) => ({ value, title }))

/** Step 1: whom it is about and how it came up. */
export function ReasonStep() {
  return (
    <>
      <TwoPeople withHint="Who goes through the steps with them." />
      <TextField
        name="title"
        label="What is to be learned"
        hint="In a line: “supporting children who learn English”."
        isRequired
      />
      <RadioGroup name="foundIn" label="How it came up" isRequired options={optionsOf(foundInNames)} />
      <Around kind="route" />
    </>
  )
}

/** Step 2: what exactly is needed, basic skills first, and where they want to go. */
export function NeedStep() {
  return (
    <>
      <FormPart title="The role">
        <RadioGroup name="situation" label="For which role" options={optionsOf(situationNames)} />
        <TextField name="role" label="The role" />
        <Words
          name="roleAsks"
          label="What the role asks that is still missing"
          hint="Skills, knowledge, or both."
        />
      </FormPart>
      <FormPart title="Basic skills first">
        <FormRow>
          {basicSkills.map((skill) => (
            <Select
              key={skill}
              name={`basics.${skill}`}
              label={skillNames[skill]}
              noneTitle="Not talked about"
              options={optionsOf(basicNames)}
            />
          ))}
        </FormRow>
        <Words
          name="basicsHelp"
          label="Help with it"
          hint="Functional skills courses are often free for adults: ask a college near you."
          rows={2}
        />
      </FormPart>
      <FormPart title="What it is for">
        <Words name="aspiration" label="What they aim at" />
        <Words name="impactOnPractice" label="What should change in their work" />
        <Words name="impactOnPupils" label="What pupils should gain" />
      </FormPart>
    </>
  )
}

/** Step 3: informal ways first, then whether and which qualification. */
export function WayStep({ set }: { readonly set: QualificationSet | undefined }) {
  return (
    <>
      <FormPart title="Informal ways first">
        <CheckBoxGroup name="informal" label="What could be done" options={optionsOf(informalNames)} />
        <Words name="informalNote" label="Who, where and when" rows={2} />
        <RadioGroup name="isInformalEnough" label="Is that enough?" options={optionsOf(enoughNames)} />
      </FormPart>
      <FormPart title="A qualification">
        <CheckBoxGroup name="cases" label="It may be right because" options={optionsOf(caseNames)} />
        <FormRow>
          <TextField name="qualification" label="Qualification" />
          <TextField name="awardedBy" label="Awarded by" />
        </FormRow>
        <FormRow>
          <Choice name="qualificationKind" label="Kind" list={set?.kinds} />
          <Choice name="level" label="Level" list={set?.levels} />
          <Choice name="status" label="Status aimed at" list={set?.statuses} />
        </FormRow>
        {set && <Levels set={set} />}
      </FormPart>
    </>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly list: readonly { readonly id: string; readonly label: string; readonly examples?: string }[] | undefined
}

function Choice({ name, label, list }: ChoiceProps) {
  return (
    <Select
      name={name}
      label={label}
      noneTitle="None or not known"
      options={(list ?? []).map((one) => ({ value: one.id, title: one.label, note: one.examples }))}
    />
  )
}

/** Kinds and levels to look at, with where they are from. */
function Levels({ set }: { readonly set: QualificationSet }) {
  const [source] = set.sources
  return (
    <details className="talk-levels">
      <summary>Kinds and levels of qualifications</summary>
      <p>{set.about}</p>
      <ul>
        {set.kinds.map((kind) => (
          <li key={kind.id}>
            <b>{kind.label}.</b> {kind.about} It suits {kind.suits.join('; ')}. {kind.assessed}
          </li>
        ))}
        {set.statuses.map((status) => (
          <li key={status.id}>
            <b>{status.label}.</b> {status.about}
          </li>
        ))}
      </ul>
      <ul>
        {set.levels.map((level) => (
          <li key={level.id}>
            <b>{level.label}:</b> {level.examples}
            {level.higher === '' ? '' : `; in higher education: ${level.higher}`}
          </li>
        ))}
      </ul>
      {source && (
        <p className="muted">
          {source.title}, as of {formatDay(source.asOf)}. Check it before you rely on it.
        </p>
      )}
    </details>
  )
}

/** Step 5: who does what, and how it is looked at afterwards. */
export function EndStep() {
  return (
    <>
      <PromiseLines title="Who does what by when" />
      <FormPart title="Afterwards">
        <Words name="measure" label="How you will see that it worked" />
        <Words name="sharing" label="How others here will gain from it" rows={2} />
        <DateField name="lookOn" label="When you look back at it" />
      </FormPart>
      <FormPart title="Paying back">
        <Words
          name="repay"
          label="What is to be paid back, if they leave soon"
          hint="Leave it empty for no such clause. Ask your personnel adviser before you write one."
          rows={2}
        />
      </FormPart>
    </>
  )
}
