import { formatDay } from '../../../../shared/kernel/dates'
import type { ListedLink } from '../../../../shared/features/packs/library'
import { Button } from '../../../components/button'
import { OutsideLink } from '../../../components/outside-link'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { EntryList, type Entry } from '../components/entry-list'
import { LibraryNav } from '../components/library-nav'
import { Marks } from '../components/marks'
import { useOwnActions } from '../components/own-actions'
import { LinkPanel } from '../components/own-panels'
import { ListOnPaper } from '../components/paper-buttons'
import { useOwnPanel } from '../lib/use-own-panel'

/** Where to read more on the web. */
export function LinksPage() {
  const read = useRead('library.links', {})
  const panel = useOwnPanel(read.data?.links)
  const actionsOf = useOwnActions('link', panel.change)
  return (
    <>
      <PageHead
        title="Web links"
        about="Where to read more. A link opens in your own browser; CPD Binder itself never goes online."
        trail={[{ title: 'Library', to: '/library' }]}
        primary={
          <Button kind="primary" onPress={panel.add}>
            Add a link
          </Button>
        }
      />
      <LibraryNav />
      <ReadState read={read}>
        {({ links }) => (
          <EntryList
            findLabel="Find a link"
            counted={['link', 'links']}
            entries={links.map((one): Entry => ({ ...entryOf(one), actions: actionsOf(one) }))}
            tools={<ListOnPaper kind="link" />}
          />
        )}
      </ReadState>
      {panel.open && <LinkPanel entry={panel.open.entry} onClose={panel.close} />}
    </>
  )
}

function entryOf({ id, title, url, about, topics, asOf, from }: ListedLink): Omit<Entry, 'actions'> {
  return {
    id,
    name: title,
    title: <OutsideLink href={url}>{title}</OutsideLink>,
    words: [title, url, about, ...topics].join(' '),
    meaning: (
      <>
        <p>{about}</p>
        <p className="entry-note">Looked at on {formatDay(asOf)}</p>
      </>
    ),
    marks: <Marks from={from} />,
  }
}
