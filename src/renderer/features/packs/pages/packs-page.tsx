import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { PackLine } from '../../../../shared/features/packs/library'
import { formatDay } from '../../../../shared/kernel/dates'
import type { Failure } from '../../../../shared/kernel/result'
import { Button } from '../../../components/button'
import { Chip, Chips, StatusMark } from '../../../components/chip'
import { DefinitionList } from '../../../components/definition-list'
import { Notice } from '../../../components/notice'
import { OutsideLink } from '../../../components/outside-link'
import { PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { formatCount } from '../../../lib/format'
import { failureSentence } from '../../../lib/sentence'
import { LibraryNav } from '../components/library-nav'
import { addedWords } from '../lib/added-words'

/** Which packs this school reads from, and a way to add one that it was handed. */
export function PacksPage() {
  const read = useRead('packs.list', {})
  const add = useWrite('packs.add', { saved: addedWords })
  const [refused, setRefused] = useState<Failure | undefined>(undefined)
  const ask = async () => {
    setRefused(undefined)
    const result = await add.send({})
    if (!result.ok && result.code !== 'cancelled') setRefused(result)
  }
  return (
    <>
      <PageHead
        title="Packs"
        about="Where the texts of the library come from: the program, your authority or trust, and how old each pack is."
        trail={[{ title: 'Library', to: '/library' }]}
        primary={
          <Button
            kind="primary"
            icon={<Plus aria-hidden="true" />}
            isBusy={add.isSending}
            onPress={() => void ask()}
          >
            Add a pack
          </Button>
        }
      />
      <LibraryNav />
      {refused && (
        <Notice tone="bad" title="The pack was not added" action={<Close onClose={() => setRefused(undefined)} />}>
          {failureSentence(refused)}
        </Notice>
      )}
      <ReadState read={read}>
        {({ packs }) => (
          <div className="packs">
            {inOrder(packs).map((pack) => (
              <PackCard key={pack.packId} pack={pack} />
            ))}
          </div>
        )}
      </ReadState>
    </>
  )
}

/** What was handed to the school first, what is kept for older papers last. */
function inOrder(packs: readonly PackLine[]): readonly PackLine[] {
  const place = ({ layer, isHistory }: PackLine) => (layer === 'handed' ? 0 : isHistory ? 2 : 1)
  return [...packs].sort((a, b) => place(a) - place(b))
}

function Close({ onClose }: { readonly onClose: () => void }) {
  return (
    <Button size="small" onPress={onClose}>
      Close
    </Button>
  )
}

function PackCard({ pack }: { readonly pack: PackLine }) {
  const remove = useWrite('packs.remove', { saved: `“${pack.title}” taken out`, toastFailure: true })
  return (
    <section className="pack" aria-labelledby={`pack-${pack.packId}`}>
      <SectionTitle id={`pack-${pack.packId}`} about={pack.about}>
        {pack.title}
      </SectionTitle>
      <Chips>
        <Chip>{pack.layer === 'handed' ? 'Handed to your school' : 'Comes with CPD Binder'}</Chip>
        {pack.isHistory && <StatusMark tone="none">Kept for reading older papers</StatusMark>}
        {pack.isToBeChecked && <StatusMark tone="warn">Check before relying on it</StatusMark>}
      </Chips>
      <DefinitionList
        items={[
          { term: 'Version', value: `${pack.version}, checked on ${formatDay(pack.dated)}` },
          { term: 'Texts and entries', value: formatCount(pack.count) },
          { term: 'Licence', value: pack.licence },
          ...(pack.sources.length === 0 ? [] : [{ term: 'Sources', value: <Sources pack={pack} /> }]),
        ]}
      />
      {pack.layer === 'handed' && (
        <Button isBusy={remove.isSending} onPress={() => void remove.send({ packId: pack.packId })}>
          Take it out
        </Button>
      )}
    </section>
  )
}

function Sources({ pack: { sources } }: { readonly pack: PackLine }) {
  return (
    <ul>
      {sources.map(({ title, url, asOf }) => (
        <li key={`${title} ${url ?? ''}`}>
          {url === null ? title : <OutsideLink href={url}>{title}</OutsideLink>}, looked at on {formatDay(asOf)}
        </li>
      ))}
    </ul>
  )
}
