import { zTalkKind } from '../../../../shared/features/talks/model'
import { kindRoutes, kindWords } from '../../../../shared/features/talks/words'
import { TextLink } from '../../../components/button'
import { Block, SectionTitle } from '../../../components/page-head'
import { useRead } from '../../../lib/contract-client'

/** The way to the talk in which a need was found; nothing where it was found elsewhere. */
export function FoundInTalk({ needId }: { readonly needId: string }) {
  const origin = useRead('needs.get', { id: needId }).data?.origin
  const kind = zTalkKind.safeParse(origin?.kind)
  if (!origin || !kind.success) return null
  return (
    <Block>
      <SectionTitle>Where it was found</SectionTitle>
      <TextLink to={`${kindRoutes[kind.data]}/${origin.id}`}>{`Open the ${kindWords[kind.data].one}`}</TextLink>
    </Block>
  )
}
