import { Dialog } from '../components/dialog'
import { DefinitionList } from '../components/definition-list'
import { KeyHint } from '../components/key-hint'
import { SectionTitle } from '../components/page-head'
import { dividers } from './routes'
import './shortcuts-help.css'

interface ShortcutsHelpProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

const everywhere = [
  { term: 'Find anything', value: <KeyHint keys="Ctrl+K" /> },
  { term: 'Undo the last change', value: <KeyHint keys="Ctrl+Z" /> },
  { term: 'Back, and forward again', value: <KeyHint keys="Alt+←+→" /> },
  { term: 'This list', value: <KeyHint keys="?" /> },
  { term: 'Close what is open', value: <KeyHint keys="Esc" /> },
]

const inLists = [
  { term: 'Up and down, first and last row', value: <KeyHint keys="↑+↓+Home+End" /> },
  { term: 'Open the row', value: <KeyHint keys="Enter" /> },
  { term: 'A chart as a table, and back', value: <KeyHint keys="T" /> },
]

/** Every shortcut on one card, under `?`. */
export function ShortcutsHelp({ isOpen, onClose }: ShortcutsHelpProps) {
  const places = dividers.map((divider) => ({
    term: divider.title,
    value: <KeyHint keys={`g+${divider.letter}`} />,
  }))
  return (
    <Dialog title="Keyboard shortcuts" isOpen={isOpen} onClose={onClose}>
      <div className="shortcuts">
        <SectionTitle level={3}>Everywhere</SectionTitle>
        <DefinitionList items={everywhere} />
        <SectionTitle level={3}>In a list or by a chart</SectionTitle>
        <DefinitionList items={inLists} />
        <SectionTitle level={3}>Go to a divider: one key after the other</SectionTitle>
        <DefinitionList items={places} />
      </div>
    </Dialog>
  )
}
