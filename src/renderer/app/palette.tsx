import { useQueryClient } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import { KeyHint } from '../components/key-hint'
import { announce } from '../lib/announcer'
import { undoNewest } from '../lib/contract-client'
import { plural } from '../lib/format'
import { navigate } from '../lib/navigation'
import type { FoundItem } from '../lib/routes'
import { dividers, features } from './routes'
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

function Finder({ onClose, onHelp }: Omit<PaletteProps, 'isOpen'>) {
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const commands = useCommands(onHelp)
  const found = useFound(typed)
  const entries = useMemo((): readonly Entry[] => [...found, ...fitting(commands, typed)], [found, commands, typed])
  useEffect(() => setActive(0), [typed])
  useEffect(() => {
    if (typed !== '') announce(plural(entries.length, 'thing found', 'things found'))
  }, [entries.length, typed])
  useEffect(() => document.getElementById(`find-${active}`)?.scrollIntoView({ block: 'nearest' }), [active])

  const open = (entry: Entry | undefined) => {
    if (entry === undefined) return
    onClose()
    if (entry.run !== undefined) entry.run()
    else navigate(entry.to)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && entries.length > 0) {
      event.preventDefault()
      setActive((active + step + entries.length) % entries.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      open(entries[active])
    }
  }
  return (
    <>
      <div className="palette-box">
        <Search aria-hidden="true" />
        <input
          role="combobox"
          aria-label="Find people, activities, documents and commands"
          aria-expanded="true"
          aria-controls="find-list"
          aria-autocomplete="list"
          aria-activedescendant={entries.length > 0 ? `find-${active}` : undefined}
          placeholder="Find people, activities, commands"
          // The palette is opened to type in: react-aria returns the focus when it closes.
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <KeyHint keys="Esc" />
      </div>
      <ul className="palette-list" id="find-list" role="listbox" aria-label="Found">
        {entries.map((entry, index) => (
          <li
            key={entry.key}
            id={`find-${index}`}
            role="option"
            aria-selected={index === active}
            data-section={entry.section}
            onPointerMove={() => setActive(index)}
            onClick={() => open(entry)}
          >
            <span className="palette-title">{entry.title}</span>
            {entry.note !== undefined && <small>{entry.note}</small>}
            {entry.shortcut !== undefined && <KeyHint keys={entry.shortcut} />}
          </li>
        ))}
      </ul>
      {entries.length === 0 && <p className="palette-none">Nothing by that name. Try part of it.</p>}
    </>
  )
}

/** Asks every feature that can be searched. Their hooks are a fixed list, so their order never changes. */
function useFound(typed: string): readonly FoundItem[] {
  const answers: (readonly FoundItem[])[] = []
  for (const feature of features) {
    const useFind = feature.useFind
    if (useFind !== undefined) answers.push(useFind(typed.trim()))
  }
  return answers.flat()
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
