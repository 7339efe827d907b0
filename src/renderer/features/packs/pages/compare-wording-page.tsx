import type { ComparedWording, WordedKind } from '../../../../shared/features/packs/library'
import { fromSentence } from '../../../../shared/features/packs/words'
import { Button, LinkButton } from '../../../components/button'
import { ComparedSectionView } from '../../../components/compared-section'
import { Block, PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { navigate } from '../../../lib/navigation'
import { placeOf, wordingPlace } from '../lib/places'
import { useWordedText } from '../lib/use-worded-text'

interface WordedText {
  readonly kind: WordedKind
  readonly id: string
}

/** The school's own wording of a text beside theirs as it is now: to be taken, or ours to be kept. */
export function CompareWordingPage() {
  const text = useWordedText()
  if (text === undefined)
    return (
      <>
        <PageHead title="Ours and theirs" trail={[{ title: 'Library', to: '/library' }]} />
        <p>There is nothing to compare: this text is read as its pack has it.</p>
      </>
    )
  return <Compared text={text} />
}

function Compared({ text }: { readonly text: WordedText }) {
  const read = useRead('library.compareWording', text)
  return (
    <ReadState read={read}>
      {(compared) => (
        <>
          <PageHead
            title={`Ours and theirs: ${compared.title}`}
            about="Your wording on the left, theirs as it is now on the right. If you keep yours, you are asked again only when theirs changes once more."
            trail={[
              { title: 'Library', to: '/library' },
              { title: compared.title, to: placeOf(text) },
            ]}
          />
          <Sections text={text} compared={compared} />
        </>
      )}
    </ReadState>
  )
}

const marks = {
  added: 'Only in theirs',
  removed: 'Only in ours',
  changed: 'Other wording',
  same: 'The same',
} as const

function Sections({ text, compared }: { readonly text: WordedText; readonly compared: ComparedWording }) {
  const { theirs, theirsFrom, sections } = compared
  if (theirs === null || theirsFrom === null)
    return (
      <Block>
        <p role="status">
          {theirs === null
            ? 'Your school has no wording of its own of this text, so there is nothing to compare.'
            : 'Theirs is in no pack of your school any more, so there is nothing to compare.'}
        </p>
        <LinkButton to={placeOf(text)}>Back to the text</LinkButton>
      </Block>
    )
  const changed = sections.filter(({ what }) => what !== 'same')
  return (
    <>
      <Block>
        <p role="status">
          {theirs === 'changed'
            ? 'Theirs has changed since you wrote yours.'
            : 'Theirs reads as it did when you wrote yours.'}{' '}
          {differing(changed.length)}
        </p>
        <p className="quiet-text">{fromSentence(theirsFrom)}</p>
        <Decision text={text} isAsked={theirs === 'changed'} />
      </Block>
      {changed.map((section) => (
        <ComparedSectionView
          key={section.title}
          title={section.title}
          mark={marks[section.what]}
          section={section}
          earlier="Ours"
          later="Theirs now"
        />
      ))}
    </>
  )
}

function differing(count: number): string {
  if (count === 0) return 'The words are the same in both; links, bold or italic words may differ.'
  return `${plural(count, 'part differs', 'parts differ')}.`
}

function Decision({ text, isAsked }: { readonly text: WordedText; readonly isAsked: boolean }) {
  const take = useWrite('library.takeTheirs', { saved: 'Theirs is shown now', toastFailure: true })
  const keep = useWrite('library.keepOurs', { saved: 'Kept as ours', toastFailure: true })
  const isBusy = take.isSending || keep.isSending
  const decide = async (decision: typeof take | typeof keep) => {
    const result = await decision.send(text)
    if (result.ok) navigate(placeOf(text))
  }
  return (
    <div className="compared-actions">
      <Button isBusy={isBusy} onPress={() => void decide(take)}>
        Take theirs
      </Button>
      {isAsked && (
        <Button isBusy={isBusy} onPress={() => void decide(keep)}>
          Keep ours
        </Button>
      )}
      <LinkButton to={wordingPlace(text, 'wording')}>Change our wording</LinkButton>
    </div>
  )
}
