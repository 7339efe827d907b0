import type { ListedTerm } from '../../../../shared/features/packs/library'
import { foldText } from '../../../../shared/kernel/fold-text'
import { Button, TextLink } from '../../../components/button'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { EntryList, type Entry } from '../components/entry-list'
import { LibraryNav } from '../components/library-nav'
import { Marks } from '../components/marks'
import { useOwnActions } from '../components/own-actions'
import { TermPanel } from '../components/own-panels'
import { ListOnPaper } from '../components/paper-buttons'
import { placeOf } from '../lib/places'
import { useOwnPanel } from '../lib/use-own-panel'

/** The words of CPD and what they mean. */
export function GlossaryPage() {
  const read = useRead('library.terms', {})
  const panel = useOwnPanel(read.data?.terms)
  const actionsOf = useOwnActions('term', panel.change)
  return (
    <>
      <PageHead
        title="Glossary"
        about="The words of CPD and what they mean. Write your school’s own meaning where it differs."
        trail={[{ title: 'Library', to: '/library' }]}
        primary={
          <Button kind="primary" onPress={panel.add}>
            Add a word
          </Button>
        }
      />
      <LibraryNav />
      <ReadState read={read}>
        {({ terms }) => {
          const ids = new Map(terms.map(({ id, term }) => [foldText(term), id]))
          return (
            <EntryList
              findLabel="Find a word"
              counted={['word', 'words']}
              entries={terms.map((one): Entry => ({ ...entryOf(one, ids), actions: actionsOf(one) }))}
              tools={<ListOnPaper kind="term" />}
            />
          )
        }}
      </ReadState>
      {panel.open && <TermPanel entry={panel.open.entry} onClose={panel.close} />}
    </>
  )
}

function entryOf(
  { id, term, meaning, seeAlso, from }: ListedTerm,
  ids: ReadonlyMap<string, string>,
): Omit<Entry, 'actions'> {
  return {
    id,
    name: term,
    words: `${term} ${meaning}`,
    meaning: (
      <>
        <p>{meaning}</p>
        {seeAlso.length > 0 && (
          <p className="entry-note">
            See also{' '}
            {seeAlso.map((name, index) => (
              <span key={name}>
                {index > 0 && ', '}
                <SeeAlso name={name} id={ids.get(foldText(name))} />
              </span>
            ))}
          </p>
        )}
      </>
    ),
    marks: <Marks from={from} />,
  }
}

/** A word that the list does not have is named and leads nowhere. */
function SeeAlso({ name, id }: { readonly name: string; readonly id: string | undefined }) {
  return id === undefined ? name : <TextLink to={placeOf({ kind: 'term', id })}>{name}</TextLink>
}
