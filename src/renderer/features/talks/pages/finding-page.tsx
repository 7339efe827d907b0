import { TextLink } from '../../../components/button'
import { PageHead } from '../../../components/page-head'
import { Rows } from '../../../components/rows'
import { useExtensions, type WayOfFinding } from '../../../lib/extensions'

/** Every way to find needs, each with what it is for, how it stands and its page. */
export function FindingPage() {
  const { waysOfFinding } = useExtensions()
  return (
    <>
      <PageHead
        title="Finding needs"
        about="Nobody needs all of these. Take one that asks people, one that looks, and one that listens."
      />
      <Rows
        label="Ways to find needs"
        items={waysOfFinding.map((way) => ({
          key: way.key,
          title: <TextLink to={way.to}>{way.title}</TextLink>,
          about: way.about,
          action: <Standing way={way} />,
        }))}
      />
    </>
  )
}

/** How a way stands this year. */
function Standing({ way }: { readonly way: WayOfFinding }) {
  return <span className="muted">{way.useStanding()}</span>
}
