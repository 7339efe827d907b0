import type { ListedAcronym } from '../../../../shared/features/packs/library'
import { Button } from '../../../components/button'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { EntryList, type Entry } from '../components/entry-list'
import { LibraryNav } from '../components/library-nav'
import { Marks } from '../components/marks'
import { useOwnActions } from '../components/own-actions'
import { AcronymPanel } from '../components/own-panels'
import { ListOnPaper } from '../components/paper-buttons'
import { useOwnPanel } from '../lib/use-own-panel'

/** What the letters stand for. */
export function AcronymsPage() {
  const read = useRead('library.acronyms', {})
  const panel = useOwnPanel(read.data?.acronyms)
  const actionsOf = useOwnActions('acronym', panel.change)
  return (
    <>
      <PageHead
        title="Acronyms"
        about="What the letters stand for, those of older papers included. Add the ones your school uses."
        trail={[{ title: 'Library', to: '/library' }]}
        primary={
          <Button kind="primary" onPress={panel.add}>
            Add an acronym
          </Button>
        }
      />
      <LibraryNav />
      <ReadState read={read}>
        {({ acronyms }) => (
          <EntryList
            findLabel="Find an acronym"
            counted={['acronym', 'acronyms']}
            entries={acronyms.map((one): Entry => ({ ...entryOf(one), actions: actionsOf(one) }))}
            tools={<ListOnPaper kind="acronym" />}
          />
        )}
      </ReadState>
      {panel.open && <AcronymPanel entry={panel.open.entry} onClose={panel.close} />}
    </>
  )
}

function entryOf({ id, acronym, meaning, note, isHistoric, from }: ListedAcronym): Omit<Entry, 'actions'> {
  return {
    id,
    name: acronym,
    words: `${acronym} ${meaning} ${note}`,
    meaning: (
      <>
        <p>{meaning}</p>
        {note !== '' && <p className="entry-note">{note}</p>}
      </>
    ),
    marks: <Marks from={from} isHistoric={isHistoric} />,
  }
}
