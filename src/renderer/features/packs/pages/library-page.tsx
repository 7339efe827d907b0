import { useDeferredValue, useEffect } from 'react'
import { useParams } from 'wouter'
import { zReadableKind, type LibraryLine, type ReadableKind } from '../../../../shared/features/packs/library'
import { LinkButton } from '../../../components/button'
import { EmptyState } from '../../../components/empty-state'
import { SearchField } from '../../../components/fields/search-field'
import { Select } from '../../../components/fields/select'
import { MasterDetail } from '../../../components/master-detail'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { announce } from '../../../lib/announcer'
import { useRead } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { useQueryParam, withQuery } from '../../../lib/navigation'
import { LibraryNav } from '../components/library-nav'
import { Reading } from '../components/reading'
import { FoundList, TextList } from '../components/text-list'
import { groupsOf, type Group } from '../lib/groups'
import { useInView } from '../lib/use-in-view'

interface Chosen {
  readonly kind: ReadableKind
  readonly id: string
}

/** Guides, checklists, questions, roles and case studies: to be found, read and printed. */
export function LibraryPage() {
  const chosen = useChosen()
  const read = useRead('library.contents', {})
  return (
    <>
      <PageHead
        title="Library"
        about="What there is to know about CPD in a school, in plain words: read it, print it, add your own."
        secondary={<LinkButton to="/binder">Contents of the binder</LinkButton>}
      />
      <LibraryNav />
      <ReadState read={read}>
        {({ lines }) => (
          <MasterDetail
            backTo={withQuery('/library')}
            detailLabel="Text"
            list={<Texts lines={lines} chosen={chosen} />}
            detail={chosen && <Reading key={`${chosen.kind} ${chosen.id}`} kind={chosen.kind} id={chosen.id} />}
          />
        )}
      </ReadState>
    </>
  )
}

function useChosen(): Chosen | undefined {
  const { kind, id } = useParams<{ kind?: string; id?: string }>()
  const known = zReadableKind.safeParse(kind)
  return known.success && id !== undefined ? { kind: known.data, id: decodeURIComponent(id) } : undefined
}

interface TextsProps {
  readonly lines: readonly LibraryLine[]
  readonly chosen: Chosen | undefined
}

function Texts({ lines, chosen }: TextsProps) {
  const [words = '', setWords] = useQueryParam('words')
  const [topic, setTopic] = useQueryParam('topic')
  const groups = groupsOf(lines)
  const selected = chosen && `${chosen.kind} ${chosen.id}`
  const list = useInView(selected)
  if (lines.length === 0) return <NoTexts />
  return (
    <div className="library-texts" ref={list}>
      <div className="library-tools">
        <SearchField
          label="Find in every text"
          value={words}
          onChange={(text) => setWords(text === '' ? undefined : text)}
        />
        <Select
          label="Topic"
          noneTitle="Every topic"
          value={topic ?? null}
          onChange={(key) => setTopic(key ?? undefined)}
          options={groups.map((group) => ({ value: group.key, title: group.title }))}
        />
      </div>
      {words.trim() === '' ? (
        <TextList groups={groups.filter(({ key }) => topic === undefined || key === topic)} selected={selected} />
      ) : (
        <FoundTexts words={words} group={groups.find(({ key }) => key === topic)} selected={selected} />
      )}
    </div>
  )
}

interface FoundTextsProps {
  readonly words: string
  /** The topic that is asked for; undefined for every topic and the lists beside the texts. */
  readonly group: Group | undefined
  readonly selected: string | undefined
}

function FoundTexts({ words, group, selected }: FoundTextsProps) {
  const asked = useDeferredValue(words.slice(0, 200))
  const read = useRead('library.find', { words: asked }, { keepPrevious: true })
  const found = read.data?.found.filter(
    (one) => group === undefined || group.lines.some(({ kind, id }) => kind === one.kind && id === one.id),
  )
  const count = found?.length
  useEffect(() => {
    if (count !== undefined) announce(plural(count, 'thing found', 'things found'))
  }, [count, asked])
  return (
    <ReadState read={{ ...read, data: found }}>
      {(things) =>
        things.length === 0 ? (
          <p className="library-none">
            {group === undefined ? 'Nothing in the library' : `Nothing under “${group.title}”`} has these words. Try
            fewer of them, or part of a word.
          </p>
        ) : (
          <FoundList found={things} words={asked} selected={selected} />
        )
      }
    </ReadState>
  )
}

function NoTexts() {
  return (
    <EmptyState
      title="There is nothing to read yet"
      about="Guides, checklists and questions come in packs: with the program, or from your authority or trust."
      primary={<LinkButton to="/library/packs">Add a pack</LinkButton>}
      secondary={<LinkButton to="/library/acronyms">Look up an acronym</LinkButton>}
    />
  )
}
