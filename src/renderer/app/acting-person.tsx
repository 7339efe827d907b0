import { UserRound } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useRead, useWrite } from '../lib/contract-client'
import '../components/menu-button.css'
import '../components/popover.css'

const nobody = 'nobody'

/** Who is working now: written beside every change. Chosen from the staff who work in the binder; no password. */
export function ActingPerson() {
  const acting = useRead('pc.actingPerson', {})
  const choose = useWrite('pc.actAs', { toastFailure: true })
  const choices = acting.data?.choices ?? []
  if (choices.length === 0) return null
  const items = [
    ...choices.map((person) => ({ id: person.personId, name: person.name })),
    { id: nobody, name: 'Nobody in particular' },
  ]
  return (
    <MenuTrigger>
      <Button className="tab">
        <UserRound aria-hidden="true" />
        <span className="tab-word">{acting.data?.name ?? 'Who is working?'}</span>
      </Button>
      <Popover className="popover" placement="right bottom">
        <Menu
          className="menu"
          aria-label="Who is working now"
          selectionMode="single"
          selectedKeys={[acting.data?.personId ?? nobody]}
          onAction={(key) => void choose.send({ personId: key === nobody ? null : String(key) })}
          items={items}
        >
          {(item) => (
            <MenuItem className="menu-item" textValue={item.name}>
              {item.name}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
