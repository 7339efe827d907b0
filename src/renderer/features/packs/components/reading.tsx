import { useEffect, useRef } from 'react'
import type { LibraryItem, ReadableKind } from '../../../../shared/features/packs/library'
import { aboutKind, cautionOf, fromSentence, topicTitles } from '../../../../shared/features/packs/words'
import { formatDay } from '../../../../shared/kernel/dates'
import { Notice } from '../../../components/notice'
import { OutsideLink } from '../../../components/outside-link'
import { ReadState } from '../../../components/read-state'
import { RichTextView } from '../../../components/rich-text-view'
import { useRead } from '../../../lib/contract-client'
import { arrivedAtRecord } from '../../../lib/navigation'
import { OwnWordingNotice, TextActions } from './own-wording'

/** One text, to be read: what it is, the text, its sources and where it came from. */
export function Reading({ kind, id }: { readonly kind: ReadableKind; readonly id: string }) {
  const read = useRead('library.item', { kind, id })
  return <ReadState read={read}>{(item) => <Text item={item} />}</ReadState>
}

function Text({ item }: { readonly item: LibraryItem }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => arrivedAtRecord(item.title, heading.current), [item.title])
  const caution = cautionOf(item.from)
  return (
    <article className="library-text">
      <p className="library-kind">
        {[aboutKind(item.kind), item.topic === null ? undefined : topicTitles[item.topic]]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {item.title}
      </h2>
      {item.kind !== 'role' && <p className="library-lead">{item.summary}</p>}
      <TextActions item={item} />
      <OwnWordingNotice item={item} />
      {caution !== undefined && <Notice tone="warn">{caution}</Notice>}
      <RichTextView text={item.text} topLevel={3} />
      <Foot item={item} />
    </article>
  )
}

function Foot({ item: { sources, from } }: { readonly item: LibraryItem }) {
  return (
    <footer className="library-foot">
      {sources.length > 0 && (
        <>
          <h3>Sources</h3>
          <ul>
            {sources.map(({ title, url, asOf }) => (
              <li key={`${title} ${url ?? ''}`}>
                {url === null ? title : <OutsideLink href={url}>{title}</OutsideLink>}, looked at on{' '}
                {formatDay(asOf)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{fromSentence(from)}</p>
    </footer>
  )
}
