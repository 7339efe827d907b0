import type { Document } from '../../../../shared/features/documents/model'
import { Button, TextLink } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { plural } from '../../../lib/format'
import { fieldTitle } from '../lib/field-words'
import { showFound } from '../lib/find'
import { useRef } from 'react'

const gapSelector = '.doc-text .rich-gap, .doc-text .doc-field-missing, .doc-text .doc-field-unknown'

/** What is still to be filled in the text, and the way to each. Nothing when the text is finished. */
export function UnfinishedStrip({ document }: { readonly document: Document }) {
  const { gaps, empty, unknown } = document.unfinished
  const at = useRef(-1)
  if (gaps === 0 && empty.length === 0 && unknown.length === 0) return null
  const goToNext = () => {
    const places = [...window.document.querySelectorAll(gapSelector)].map((place) => {
      const range = window.document.createRange()
      range.selectNodeContents(place)
      return range
    })
    at.current = places.length === 0 ? -1 : (at.current + 1) % places.length
    showFound(places.slice(at.current, at.current + 1), 0)
  }
  return (
    <Notice
      tone={unknown.length > 0 ? 'bad' : 'warn'}
      title="Still to be finished"
      action={
        <Button size="small" onPress={goToNext}>
          Show the next place
        </Button>
      }
    >
      <ul className="doc-unfinished">
        {gaps > 0 && <li>{plural(gaps, 'gap', 'gaps')} to be written</li>}
        {empty.map((name) => (
          <li key={name}>
            <MissingFact name={name} to={document.values.find((value) => value.name === name)?.to ?? null} />
          </li>
        ))}
        {unknown.map((name) => (
          <li key={name}>“{name}” is a fact that does not exist any more: put another in its place</li>
        ))}
      </ul>
    </Notice>
  )
}

function MissingFact({ name, to }: { readonly name: string; readonly to: string | null }) {
  const words = `${fieldTitle(name)} is not recorded yet`
  if (name.startsWith('document.')) return `${fieldTitle(name)} stands in the text once it is approved`
  return to === null ? words : <TextLink to={to}>{words}</TextLink>
}
