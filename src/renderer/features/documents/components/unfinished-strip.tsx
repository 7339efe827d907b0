import { useRef, type ReactNode } from 'react'
import type { Document } from '../../../../shared/features/documents/model'
import { Button, TextLink } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { announce } from '../../../lib/announcer'
import { plural } from '../../../lib/format'
import { fieldTitle } from '../lib/field-words'
import { showFound } from '../lib/find'
import { comesWithApproval } from '../words'

const placeSelector = '.doc-text .rich-gap, .doc-text .doc-field-missing, .doc-text .doc-field-unknown'

/** What is still to be filled in the text, and the way to each place. Nothing when the text is finished. */
export function UnfinishedStrip({ document }: { readonly document: Document }) {
  const { gaps, empty, unknown } = document.unfinished
  const missing = empty.filter((name) => !comesWithApproval(name))
  if (document.status === 'approved') return null
  if (gaps === 0 && missing.length === 0 && unknown.length === 0) return null
  return (
    <Notice tone={unknown.length > 0 ? 'bad' : 'warn'} title="Still to be finished" action={<NextPlace />}>
      {gaps > 0 && <p>{plural(gaps, 'gap', 'gaps')} to be written.</p>}
      {missing.length > 0 && (
        <p>
          Not recorded yet:{' '}
          {joined(missing.map((name) => <MissingFact key={name} name={name} to={placeOf(document, name)} />))}.
        </p>
      )}
      {unknown.length > 0 && <p>No such fact any more: {unknown.join(', ')}. Put another in its place.</p>}
    </Notice>
  )
}

function placeOf(document: Document, name: string): string | null {
  return document.values.find((value) => value.name === name)?.to ?? null
}

function joined(parts: readonly ReactNode[]): ReactNode {
  return parts.flatMap((part, index) => (index === 0 ? [part] : ['; ', part]))
}

function MissingFact({ name, to }: { readonly name: string; readonly to: string | null }) {
  const title = fieldTitle(name).replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase())
  return to === null ? title : <TextLink to={to}>{title}</TextLink>
}

/** From one unfinished place to the next, and again from the first. */
function NextPlace() {
  const at = useRef(-1)
  const goToNext = () => {
    const places = [...document.querySelectorAll(placeSelector)].map((place) => {
      const range = document.createRange()
      range.selectNodeContents(place)
      return range
    })
    if (places.length === 0) return
    at.current = (at.current + 1) % places.length
    showFound(places, at.current)
    announce(`${at.current + 1} of ${places.length}: ${places[at.current]?.toString() ?? ''}`)
  }
  return (
    <Button size="small" onPress={goToNext}>
      Show the next place
    </Button>
  )
}
