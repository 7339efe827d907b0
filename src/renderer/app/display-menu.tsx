import { SlidersHorizontal } from 'lucide-react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { KeyHint } from '../components/key-hint'
import { useRead, useWrite, type InputFor } from '../lib/contract-client'
import '../components/menu-button.css'
import '../components/popover.css'

type Settings = InputFor<'pc.saveSettings'>

const themes: readonly { readonly id: NonNullable<Settings['theme']>; readonly title: string }[] = [
  { id: 'system', title: 'As the system is set' },
  { id: 'light', title: 'Light' },
  { id: 'dark', title: 'Dark' },
  { id: 'contrast', title: 'High contrast' },
]
const sizes: readonly { readonly id: NonNullable<Settings['textSize']>; readonly title: string }[] = [
  { id: 'normal', title: 'Normal' },
  { id: 'large', title: 'Large' },
  { id: 'largest', title: 'Largest' },
]

const singleKeys: readonly { readonly id: 'on' | 'off'; readonly title: string }[] = [
  { id: 'on', title: 'On' },
  { id: 'off', title: 'Off' },
]

/** Theme, text size and shortcuts of this PC, and the list of shortcuts. */
export function DisplayMenu({ onHelp }: { readonly onHelp: () => void }) {
  const settings = useRead('pc.settings', {})
  const save = useWrite('pc.saveSettings', { toastFailure: true })
  return (
    <MenuTrigger>
      <Button className="tab">
        <SlidersHorizontal aria-hidden="true" />
        <span className="tab-word">Display and help</span>
      </Button>
      <Popover className="popover" placement="right bottom">
        <Menu className="menu" aria-label="Display and help">
          <Choices
            title="Theme"
            choices={themes}
            chosen={settings.data?.theme ?? 'system'}
            onChoose={(theme) => void save.send({ theme })}
          />
          <Choices
            title="Text size"
            choices={sizes}
            chosen={settings.data?.textSize ?? 'normal'}
            onChoose={(textSize) => void save.send({ textSize })}
          />
          <Choices
            title="Shortcuts of one key"
            choices={singleKeys}
            chosen={settings.data?.singleKeys === false ? 'off' : 'on'}
            onChoose={(choice) => void save.send({ singleKeys: choice === 'on' })}
          />
          <MenuSection>
            <Header className="menu-head">Help</Header>
            <MenuItem className="menu-item" id="shortcuts" textValue="Keyboard shortcuts" onAction={onHelp}>
              Keyboard shortcuts <KeyHint keys="?" />
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

interface ChoicesProps<V extends string> {
  readonly title: string
  readonly choices: readonly { readonly id: V; readonly title: string }[]
  readonly chosen: V
  readonly onChoose: (value: V) => void
}

function Choices<V extends string>({ title, choices, chosen, onChoose }: ChoicesProps<V>) {
  return (
    <MenuSection selectionMode="single" selectedKeys={[chosen]} disallowEmptySelection>
      <Header className="menu-head">{title}</Header>
      {choices.map((choice) => (
        <MenuItem
          key={choice.id}
          id={choice.id}
          className="menu-item"
          textValue={choice.title}
          onAction={() => onChoose(choice.id)}
        >
          {choice.title}
        </MenuItem>
      ))}
    </MenuSection>
  )
}
