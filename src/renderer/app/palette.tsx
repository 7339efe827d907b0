import { useQueryClient } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useContext, useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import {
  Autocomplete,
  Dialog as AriaDialog,
  Input,
  ListBox,
  ListBoxItem,
  ListStateContext,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { KeyHint } from '../components/key-hint'
import { announce } from '../lib/announcer'
import { undoNewest } from '../lib/contract-client'
import { plural } from '../lib/format'
import { navigate } from '../lib/navigation'
import type { FeatureRoutes, FoundItem } from '../lib/routes'
import { paletteOrder } from './palette-order'
import { dividers, features } from './routes'
import '../components/dialog.css'
import './palette.css'

interface PaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onHelp: () => void
}

interface Entry extends FoundItem {
  readonly shortcut?: string | undefined
  readonly run?: (() => void) | undefined
}

/** Ctrl+K: people, activities, documents and commands, found as one types. */
export function Palette({ isOpen, onClose, onHelp }: PaletteProps) {
  return (
    <ModalOverlay
      className="veil palette-veil"
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable
    >
      <Modal className="palette">
        <AriaDialog className="palette-inner" aria-label="Find anything">
          <Finder onClose={onClose} onHelp={onHelp} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

type UseFind = (typed: string) => readonly FoundItem[]

const nothingFound: UseFind = () => []

/** Features that answer by name, in their order, as one hook. Fixed when the program starts: the same hook for life. */
const joined = (answering: readonly FeatureRoutes[]): UseFind =>
  answering.reduce<UseFind>((useBefore, { useFind }) => {
    if (useFind === undefined) return useBefore
    return function useBoth(typed) {
      const before = useBefore(typed)
      const found = useFind(typed)
      return useMemo(() => [...before, ...found], [before, found])
    }
  }, nothingFound)

const useRecords = joined(features.filter((feature) => feature.findsReading !== true))
const useReading = joined(features.filter((feature) => feature.findsReading === true))

/** Keys by which somebody chooses a line: from then on the mark is theirs. */
const movingKeys: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp'])

// react-aria names the list that it controls, but leaves the box a plain search field.
const asCombobox = { role: 'combobox', 'aria-expanded': true, 'aria-haspopup': 'listbox' } as const

function Finder({ onClose, onHelp }: Omit<PaletteProps, 'isOpen'>) {
  const [typed, setTyped] = useState('')
  const commands = useCommands(onHelp)
  const records = useRecords(typed.trim())
  const reading = useReading(typed.trim())
  const entries = useMemo(
    () => paletteOrder<Entry>({ records, commands: fitting(commands, typed), reading }, typed),
    [records, commands, reading, typed],
  )
  const hand = useRef<Hand>({ hasMoved: false, hasTyped: false })
  const type = (text: string) => {
    hand.current = { hasMoved: false, hasTyped: text.trim() !== '' }
    setTyped(text)
  }
  const noteMove = ({ key }: KeyboardEvent) => {
    if (movingKeys.has(key)) hand.current.hasMoved = true
  }
  useEffect(() => {
    if (typed !== '') announce(plural(entries.length, 'thing found', 'things found'))
  }, [entries.length, typed])

  const open = (key: string) => {
    const entry = entries.find((item) => item.key === key)
    if (entry === undefined) return
    onClose()
    if (entry.run !== undefined) entry.run()
    else navigate(entry.to)
  }
  return (
    <Autocomplete inputValue={typed} onInputChange={type}>
      <SearchField className="palette-box" aria-label="Find people, activities, documents and commands" autoFocus>
        <Search aria-hidden="true" />
        <Input {...asCombobox} placeholder="Find people, activities, commands" onKeyDown={noteMove} />
        <KeyHint keys="Esc" />
      </SearchField>
      <ListBox
        className="palette-list"
        aria-label="Found"
        items={entries}
        onAction={(key) => open(String(key))}
        renderEmptyState={() => <p className="palette-none">Nothing by that name. Try part of it.</p>}
      >
        {(entry) => <FoundLine entry={entry} hand={hand} />}
      </ListBox>
    </Autocomplete>
  )
}

/** What the person at the box did last. */
interface Hand {
  /** The mark was moved since the last letter: it is theirs. */
  hasMoved: boolean
  /** Something stands in the box. */
  hasTyped: boolean
}

interface FoundLineProps {
  readonly entry: Entry
  readonly hand: RefObject<Hand>
}

function FoundLine({ entry, hand }: FoundLineProps) {
  return (
    <ListBoxItem id={entry.key} textValue={entry.title} className="palette-item" data-section={entry.section}>
      <HeldFirst entryKey={entry.key} hand={hand} />
      <span className="palette-title">{entry.title}</span>
      {entry.note !== undefined && <small>{entry.note}</small>}
      {entry.shortcut !== undefined && <KeyHint keys={entry.shortcut} />}
    </ListBoxItem>
  )
}

// So long a screen reader has to say the letter that was erased, before the mark speaks.
const afterErasingMs = 300

/**
 * Keeps the mark on the first line. Commands are there at once and what the file holds comes a moment later, above them:
 * the mark would go down with the command that it stood on, and Enter open another thing than the first. And react-aria
 * takes the mark away where a letter is erased or a text pasted: Enter would open nothing.
 */
function HeldFirst({ entryKey, hand }: { readonly entryKey: string } & Pick<FoundLineProps, 'hand'>) {
  const list = useContext(ListStateContext)
  const isFirst = list?.collection.getFirstKey() === entryKey
  useEffect(() => {
    const manager = list?.selectionManager
    if (!isFirst || manager === undefined || hand.current.hasMoved) return
    if (manager.isFocused && manager.focusedKey !== null) {
      if (manager.focusedKey !== entryKey) manager.setFocusedKey(entryKey)
      return
    }
    const timer = setTimeout(() => {
      if (hand.current.hasMoved || !hand.current.hasTyped) return
      manager.setFocused(true)
      manager.setFocusedKey(entryKey)
    }, afterErasingMs)
    return () => clearTimeout(timer)
  }, [isFirst, list, entryKey, hand])
  return null
}

function useCommands(onHelp: () => void): readonly Entry[] {
  const client = useQueryClient()
  return useMemo(() => {
    const places = dividers.map((divider) => ({
      key: `go.${divider.key}`,
      title: `Go to ${divider.title}`,
      to: divider.home,
      section: divider.key,
      shortcut: `g+${divider.letter}`,
    }))
    const ofFeatures = features.flatMap((feature) =>
      (feature.commands ?? []).map((command) => ({ ...command, to: command.to ?? '/', section: feature.section })),
    )
    const own: Entry[] = [
      {
        key: 'own.undo',
        title: 'Undo the last change',
        to: '/',
        shortcut: 'Ctrl+Z',
        run: () => void undoNewest(client),
      },
      { key: 'own.help', title: 'Keyboard shortcuts', to: '/', shortcut: '?', run: onHelp },
    ]
    return [...ofFeatures, ...places, ...own]
  }, [client, onHelp])
}

function fitting(commands: readonly Entry[], typed: string): readonly Entry[] {
  const words = typed.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean)
  return commands.filter((command) =>
    words.every((word) => command.title.toLocaleLowerCase('en-GB').includes(word)),
  )
}
