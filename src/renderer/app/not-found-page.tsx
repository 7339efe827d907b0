import { LinkButton } from '../components/button'
import { PageHead } from '../components/page-head'

/** A route that leads nowhere: usually a record that was undone. */
export function NotFoundPage() {
  return (
    <PageHead
      title="There is no such page"
      about="The record may have been undone or removed. Nothing else was changed."
      secondary={<LinkButton to="/">Go to the first page</LinkButton>}
    />
  )
}
