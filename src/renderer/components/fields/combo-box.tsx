import { ChevronDown } from 'lucide-react'
import { useContext, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import {
  Button,
  ComboBox as AriaComboBox,
  ComboBoxStateContext,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  type Key,
} from 'react-aria-components'
import { bindField } from './bind-field'
import { FieldHint, FieldLabel, FieldProblem } from './field-parts'
import { fieldClass, type Controlled, type FieldBase, type Option } from './field-types'
import { withKept } from './kept-option'
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
/** Tab or Enter that leaves the box with the words in it, instead of choosing the option that is marked. */
const leavingKey = 'leaves'

/** The list beneath the box, as react-aria knows it. */
interface List {
  readonly isOpen: boolean
  close(): void
}

interface Shown extends Option {
  readonly id: string
}

function ComboInput({ registerInput, ...given }: ComboBoxProps & Controlled<Chosen>) {
  const props = { ...given, options: withKept(given.options, given.value) }
  const { options, value, onCreate, createLabel = 'Add' } = props
  const chosen = options.find((option) => option.value === value)
  const { typed, onKey, closeSettled, events } = useWords(props, chosen)
  return (
    <AriaComboBox
      className={fieldClass(props.width, 'combo')}
      validationBehavior="aria"
      items={shownOptions(options, typed ?? '', onCreate === undefined ? undefined : createLabel)}
      value={chosen?.value ?? null}
      inputValue={typed ?? chosen?.title ?? ''}
      {...events}
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
          onKeyDownCapture={onKey}
        />
        <Button className="control-button">
          <ChevronDown aria-hidden="true" />
        </Button>
      </div>
      <FieldProblem>{props.error}</FieldProblem>
      <StaysClosed closeSettled={closeSettled} />
      <OptionList />
    </AriaComboBox>
  )
}

/** The words in the box until they are settled, and what settles them. */
function useWords(props: ComboBoxProps & Controlled<Chosen>, chosen: Option | undefined) {
  const [typed, setTyped] = useState<string | undefined>(undefined)
  // The same at once: an emptied box is told as a choice of nothing before it is drawn anew.
  const words = useRef<string | undefined>(undefined)
  const say = (next: string | undefined) => {
    words.current = next
    setTyped(next)
  }
  const lastKey = useRef('')
  const isSettled = useRef(false)
  // The list marks what is chosen when it opens again; only a mark that was walked to says more than the words.
  const isWalkedTo = useRef(false)
  const onChange = (key: Key | null) => {
    // Leaving without a choice arrives as null, or as what was chosen before; so does Escape, which takes back the words.
    if (key === null) {
      if (lastKey.current !== 'Escape') keep(words.current, props)
    } else if (key === chosen?.value) {
      // Chosen once more from the list, or left by a key; left by a press, the blur keeps the words.
      if (lastKey.current === leavingKey) keep(words.current, props)
    } else if (key === createKey) props.onCreate?.((words.current ?? '').trim())
    else props.onChange(String(key))
    isSettled.current = true
    say(undefined)
  }
  const onInputChange = (next: string) => {
    isSettled.current = false
    isWalkedTo.current = false
    say(next === chosen?.title ? undefined : next)
  }
  const onOpenChange = (isOpen: boolean, trigger?: string) => {
    if (isOpen && trigger !== 'input') isSettled.current = false
  }
  const onBlur = () => {
    keep(words.current, props)
    say(undefined)
    props.onBlur?.()
  }
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (walkingKeys.has(event.key)) isWalkedTo.current = true
    lastKey.current = keyPressed(event, isWalkedTo.current)
  }
  const closeSettled = (list: List | null) => {
    if (!isSettled.current || list?.isOpen !== true) return
    isSettled.current = false
    list.close()
  }
  return { typed, onKey, closeSettled, events: { onChange, onInputChange, onOpenChange, onBlur } }
}

function OptionList() {
  return (
    <Popover className="popover popover-list">
      <ListBox<Shown>
        className="options"
        renderEmptyState={() => <p className="options-none">Nothing by that name.</p>}
      >
        {(option) => <ComboOption option={option} />}
      </ListBox>
    </Popover>
  )
}

/** Closes the list once the words are settled: what the box then shows was not typed, but would open it again. */
function StaysClosed({ closeSettled }: { readonly closeSettled: (list: List | null) => void }) {
  const state = useContext(ComboBoxStateContext)
  useLayoutEffect(() => closeSettled(state))
  return null
}

/** Keys that walk through the list. */
const walkingKeys: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp'])

/** The key that was pressed; Tab and Enter are one of their own while no option was walked to for them to choose. */
function keyPressed({ key, currentTarget }: KeyboardEvent<HTMLInputElement>, isWalkedTo: boolean): string {
  const isMarked = isWalkedTo && currentTarget.hasAttribute('aria-activedescendant')
  return (key === 'Tab' || key === 'Enter') && !isMarked ? leavingKey : key
}

/**
 * Leaving the box keeps what was typed: the option of that very name, or a new one where one may be made. Of two that
 * bear one name none is meant: which, is said by choosing it.
 */
function keep(typed: string | undefined, props: ComboBoxProps & Controlled<Chosen>): void {
  const text = typed?.trim()
  if (text === undefined) return
  const alike = props.options.filter((option) => sameWords(option.title, text))
  const exact = alike.filter((option) => option.title === text)
  const [known, another] = exact.length > 0 ? exact : alike
  if (text === '') props.onChange(null)
  else if (known === undefined) props.onCreate?.(text)
  else if (another === undefined) props.onChange(known.value)
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
