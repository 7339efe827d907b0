import { formatDay } from '../../../../shared/kernel/dates'
import { kindRoutes, raisedWords, subjectOf } from '../../../../shared/features/talks/words'
import { LinkButton, TextLink } from '../../../components/button'
import { Block, SectionTitle } from '../../../components/page-head'
import { useRead } from '../../../lib/contract-client'

/** Somebody's reviews of development and ways to a qualification; nothing until there is one. */
export function PersonTalks({ personId }: { readonly personId: string }) {
  const reviews = useRead('talks.list', { kind: 'review', personId })
  const routes = useRead('talks.list', { kind: 'route', personId })
  const lines = [...(reviews.data?.lines ?? []), ...(routes.data?.lines ?? [])]
  if (lines.length === 0) return null
  return (
    <Block>
      <SectionTitle
        aside={
          <LinkButton kind="quiet" to={`${kindRoutes.review}/new?person=${personId}`}>
            Record a review
          </LinkButton>
        }
      >
        Talks about development
      </SectionTitle>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <TextLink to={`${kindRoutes[line.talk.kind]}/${line.id}`}>
              {`${subjectOf(line.talk)}, ${formatDay(line.talk.heldOn)}`}
            </TextLink>
            : {line.agreedOn === null ? 'not agreed yet' : raisedWords(line.needs).toLowerCase()}
          </li>
        ))}
      </ul>
    </Block>
  )
}
