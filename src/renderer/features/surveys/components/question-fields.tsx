import {
  rowsOf,
  type FormRow,
  type RoundForm,
  type RoundQuestion,
} from '../../../../shared/features/surveys/round-form'
import { CheckBox } from '../../../components/fields/check-box'
import { NumberField } from '../../../components/fields/number-field'
import { RadioGroup } from '../../../components/fields/radio-group'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { FormPart } from '../../../components/form'
import './question-fields.css'

/** A field for each row of a form, in the order of the paper. */
export function QuestionFields({ form }: { readonly form: RoundForm }) {
  const places = new Map(rowsOf(form).map(({ key }, index) => [key, index]))
  return form.sections.map((section) => (
    <FormPart key={section.id} title={section.title}>
      {section.questions.map((question, index) => (
        <Question
          key={question.id}
          question={question}
          isFirstOfScale={stepsOf(question) !== '' && stepsOf(question) !== stepsOf(section.questions[index - 1])}
          placeOf={(key) => places.get(key) ?? 0}
        />
      ))}
    </FormPart>
  ))
}

/** What the figures of a scale mean: "1 Strongly disagree, 2 Disagree". */
function stepsOf(question: RoundQuestion | undefined): string {
  const answering = question?.rows[0]?.answering
  return answering?.kind === 'scale'
    ? answering.levels.map(({ level, label }) => `${level} ${label}`).join(' · ')
    : ''
}

interface QuestionProps {
  readonly question: RoundQuestion
  readonly isFirstOfScale: boolean
  readonly placeOf: (key: string) => number
}

function Question({ question, isFirstOfScale, placeOf }: QuestionProps) {
  const { kind, rows, text, help } = question
  const steps = isFirstOfScale && <p className="question-steps">{stepsOf(question)}</p>
  if (kind === 'many' || kind === 'pick' || kind === 'standing')
    return (
      <fieldset className="question">
        <legend>{text}</legend>
        {help !== '' && <p className="question-steps">{help}</p>}
        {steps}
        <div className={kind === 'standing' ? 'question-rows' : 'question-ticks'}>
          {rows.map((row) => (
            <RowField key={row.key} row={row} name={`rows.${placeOf(row.key)}`} />
          ))}
        </div>
      </fieldset>
    )
  return (
    <>
      {steps}
      {rows.map((row) => (
        <RowField key={row.key} row={row} name={`rows.${placeOf(row.key)}`} />
      ))}
    </>
  )
}

function RowField({ row: { text, answering }, name }: { readonly row: FormRow; readonly name: string }) {
  switch (answering.kind) {
    case 'scale':
      return (
        <div className="question-line">
          <TextField name={name} label={text} width="short" saysOptional={false} />
        </div>
      )
    case 'choice':
      return (
        <RadioGroup
          name={name}
          label={text}
          options={answering.options.map(({ id, label }) => ({ value: id, title: label }))}
          saysOptional={false}
        />
      )
    case 'tick':
      return <CheckBox name={name} label={text} saysOptional={false} />
    case 'words':
      return <TextArea name={name} label={text} rows={answering.lines} saysOptional={false} />
    case 'number':
      return (
        <NumberField
          name={name}
          label={text}
          unit={answering.unit}
          decimals={2}
          minValue={answering.min}
          maxValue={answering.max}
          saysOptional={false}
        />
      )
  }
}
