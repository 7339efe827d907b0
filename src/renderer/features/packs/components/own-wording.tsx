import { zWordedKind, type LibraryItem } from '../../../../shared/features/packs/library'
import { fromSentence } from '../../../../shared/features/packs/words'
import { Button, LinkButton, TextLink } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { useWrite } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import { placeOf, wordingPlace } from '../lib/places'
import { ItemOnPaper } from './paper-buttons'

/** What can be done with a text: printed, worded anew, and given back. */
export function TextActions({ item }: { readonly item: LibraryItem }) {
  const isWorded = zWordedKind.safeParse(item.kind).success
  return (
    <div className="library-actions">
      <ItemOnPaper kind={item.kind} id={item.id} />
      {isWorded && (
        <LinkButton to={wordingPlace(item, 'wording')}>
          {item.from.layer === 'own' ? 'Change our wording' : 'Write our own wording'}
        </LinkButton>
      )}
      {item.theirs === 'same' && <BackToTheirs item={item} />}
    </div>
  )
}

function BackToTheirs({ item }: { readonly item: LibraryItem }) {
  const take = useWrite('library.takeTheirs', { saved: 'Theirs is shown again', toastFailure: true })
  const kind = zWordedKind.safeParse(item.kind)
  if (!kind.success) return null
  return (
    <Button isBusy={take.isSending} onPress={() => void take.send({ kind: kind.data, id: item.id })}>
      Go back to theirs
    </Button>
  )
}

/** That a text is the school's own wording, from what, and whether theirs has changed since. */
export function OwnWordingNotice({ item }: { readonly item: LibraryItem }) {
  if (item.theirs === null) return null
  if (item.theirs === 'changed')
    return (
      <Notice
        tone="warn"
        title="Theirs has changed since you wrote yours"
        action={<LinkButton to={wordingPlace(item, 'compare')}>Compare</LinkButton>}
      >
        {fromSentence(item.from)} Yours is still shown: take theirs, or keep yours.
      </Notice>
    )
  if (item.theirs === 'gone')
    return (
      <Notice tone="info" title="Theirs is in no pack any more" action={<RemoveOurs item={item} />}>
        {fromSentence(item.from)} It is read, found and printed as before.
      </Notice>
    )
  return (
    <Notice tone="info">
      {fromSentence(item.from)} <TextLink to={wordingPlace(item, 'compare')}>See what differs from theirs</TextLink>
    </Notice>
  )
}

function RemoveOurs({ item: { kind, id } }: { readonly item: LibraryItem }) {
  const remove = useWrite('library.remove', { saved: 'Own text removed', toastFailure: true })
  const ask = async () => {
    const result = await remove.send({ kind, id })
    if (result.ok && location.hash.includes(placeOf({ kind, id }))) navigate('/library')
  }
  return (
    <Button isBusy={remove.isSending} onPress={() => void ask()}>
      Remove ours
    </Button>
  )
}
