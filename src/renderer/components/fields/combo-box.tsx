import { ChevronDown } from 'lucide-react'
import { useRef, useState } from 'react'
import {
  Button,
  ComboBox as AriaComboBox,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  type Key,
} from 'react-aria-components'
import { bindField } from './bind-field'
import { FieldHint, FieldLabel, FieldProblem } from './field-parts'
import { fieldClass, type Controlled, type FieldBase, type Option } from './field-types'
import { optionalMark } from './text-field'
import './select.css'
import { matchOptions } from './read-typed'
import '../popover.css'

export interface ComboBoxProps extends FieldBase {
  readonly options: readonly Option[]
  readonly placeholder?: string
  /** Offers "Add “what was typed”" when nothing has that very name. */
  readonly onCreate?: (text: string) => void
  /** The verb before what was typed; "Add" when left out. */
  readonly createLabel?: string
}

type Chosen = string | null | undefined
const createKey = '\u0000create'

interface Shown extends Option {
  readonly id: string
}

function ComboInput({ registerInput, ...props }: ComboBoxProps & Controlled<Chosen>) {
  const { options, value, onCreate, createLabel = 'Add' } = props
  const chosen = options.find((option) => option.value === value)
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const text = typed ?? chosen?.title ?? ''
  const shown = shownOptions(options, typed ?? '', onCreate === undefined ? undefined : createLabel)

  const lastKey = useRef('')
  const choose = (key: Key | null) => {
    if (key === null) {
      // Leaving by Tab or Enter without a choice arrives as null, and so does Escape, which takes back what was typed.
      if (lastKey.current !== 'Escape') keep(typed, props)
    } else if (key === createKey) onCreate?.((typed ?? '').trim())
    else props.onChange(String(key))
    setTyped(undefined)
  }
  return (
    <AriaComboBox
      className={fieldClass(props.width, 'combo')}
      validationBehavior="aria"
      items={shown}
      value={chosen?.value ?? null}
      onChange={choose}
      inputValue={text}
      onInputChange={(next) => setTyped(next === chosen?.title ? undefined : next)}
      onBlur={() => {
        keep(typed, props)
        setTyped(undefined)
        props.onBlur?.()
      }}
      allowsEmptyCollection
      menuTrigger="focus"
      isInvalid={props.error !== undefined}
      isRequired={props.isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      {...(props.autoFocus === true ? { autoFocus: true } : {})}
    >
      <FieldLabel optional={optionalMark(props)}>{props.label}</FieldLabel>
      <FieldHint>{props.hint}</FieldHint>
      <div className="control-group">
        <Input
          ref={registerInput}
          className="control"
          placeholder={props.placeholder ?? 'Type to find'}
          onKeyDownCapture={(event) => (lastKey.current = event.key)}
        />
        <Button className="control-button">
          <ChevronDown aria-hidden="true" />
        </Button>
      </div>
      <FieldProblem>{props.error}</FieldProblem>
      <Popover className="popover popover-list">
        <ListBox<Shown>
          className="options"
          renderEmptyState={() => <p className="options-none">Nothing by that name.</p>}
        >
          {(option) => <ComboOption option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

/** Leaving the box keeps what was typed: the option of that very name, or a new one where one may be made. */
function keep(typed: string | undefined, props: ComboBoxProps & Controlled<Chosen>): void {
  const text = typed?.trim()
  if (text === undefined) return
  const known = props.options.find((option) => sameWords(option.title, text))
  if (text === '') props.onChange(null)
  else if (known !== undefined) props.onChange(known.value)
  else props.onCreate?.(text)
}

function sameWords(a: string, b: string): boolean {
  return a.toLocaleLowerCase('en-GB') === b.toLocaleLowerCase('en-GB')
}

function ComboOption({ option }: { readonly option: Shown }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.title}
      className={option.id === createKey ? 'option option-create' : 'option'}
    >
      <span>{option.title}</span>
      {option.note !== undefined && <small>{option.note}</small>}
    </ListBoxItem>
  )
}

function shownOptions(options: readonly Option[], typed: string, createLabel: string | undefined): Shown[] {
  const fits = matchOptions(options, typed).map((option) => ({ ...option, id: option.value }))
  const name = typed.trim()
  const isKnown = fits.some((option) => sameWords(option.title, name))
  if (createLabel === undefined || name === '' || isKnown) return fits
  return [...fits, { id: createKey, value: createKey, title: `${createLabel} “${name}”` }]
}

/** One of a long list, found by typing any part of its words; may offer to make a new one. */
export const ComboBox = bindField<Chosen, ComboBoxProps>(ComboInput)
