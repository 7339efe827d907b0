import { formatDay } from '../../../../shared/kernel/dates'
import type { Source } from '../../../../shared/features/packs/content-parts'
import type { ShownRule } from '../../../../shared/features/entitlements/model'
import { OutsideLink } from '../../../components/outside-link'

interface RuleSourceProps {
  readonly origin: Pick<NonNullable<ShownRule['origin']>, 'packTitle' | 'packId' | 'isToBeChecked'> & {
    readonly version?: string
    readonly isChangedHere?: boolean
  }
  readonly sources: readonly Source[]
}

/** Where a rule is from, with its sources and the day on which each was looked at. */
export function RuleSource({ origin, sources }: RuleSourceProps) {
  const { packTitle, packId, version, isChangedHere, isToBeChecked } = origin
  const from = `From “${packTitle ?? packId}”${version === undefined ? '' : `, version ${version}`}`
  return (
    <>
      <p>
        {from}
        {isChangedHere === true ? ', and changed here' : ''}.{isToBeChecked ? ' Check before relying on it.' : ''}
      </p>
      {sources.length > 0 && (
        <ul>
          {sources.map(({ title, url, asOf }) => (
            <li key={title}>
              {url === null ? title : <OutsideLink href={url}>{title}</OutsideLink>}, looked at on {formatDay(asOf)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
