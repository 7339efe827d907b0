import { Search, X } from 'lucide-react'
import { Button, Input, Label, SearchField as AriaSearchField } from 'react-aria-components'
import './field.css'
import './search-field.css'

export interface SearchFieldProps {
  /** Spoken; shown as the placeholder. */
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly autoFocus?: boolean
  readonly onKeyDown?: (event: { readonly key: string; preventDefault(): void }) => void
  /** Enter; without it Enter does nothing. */
  readonly onEnter?: () => void
}

/** Narrows what is on the page as one types. Escape empties it; Enter never sends the form around it. */
export function SearchField({ label, value, onChange, autoFocus, onKeyDown, onEnter }: SearchFieldProps) {
  return (
    <AriaSearchField
      className="search-field control-group"
      value={value}
      onChange={onChange}
      // With a handler react-aria keeps Enter from the form.
      onSubmit={() => onEnter?.()}
      {...(onKeyDown === undefined ? {} : { onKeyDown })}
      {...(autoFocus === true ? { autoFocus: true } : {})}
    >
      <Label className="visually-hidden">{label}</Label>
      <Search className="search-icon" aria-hidden="true" />
      <Input className="control" placeholder={label} />
      <Button className="control-button search-clear" aria-label="Clear">
        <X aria-hidden="true" />
      </Button>
    </AriaSearchField>
  )
}
