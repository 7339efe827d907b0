import { TextLink } from '../../../components/button'
import { Block, SectionTitle } from '../../../components/page-head'
import { useRead } from '../../../lib/contract-client'

/** The way to the round of a form in which a need was found; nothing where it was found elsewhere. */
export function FoundInRound({ needId }: { readonly needId: string }) {
  const origin = useRead('needs.get', { id: needId }).data?.origin
  const isRound = origin?.kind === 'surveyRound'
  const rounds = useRead('surveys.list', {}, { enabled: isRound })
  const round = rounds.data?.rounds.find(({ id }) => id === origin?.id)
  if (!isRound || round === undefined) return null
  return (
    <Block>
      <SectionTitle>Where it was found</SectionTitle>
      <TextLink to={`/needs/forms/${round.id}?view=needs`}>{round.title}</TextLink>
    </Block>
  )
}
