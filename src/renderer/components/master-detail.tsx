import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { LinkButton } from './button'
import './master-detail.css'

export interface MasterDetailProps {
  readonly list: ReactNode
  /** Nothing chosen: left out, and the list has the whole width. */
  readonly detail?: ReactNode
  /** The route of the list, for the way back on a narrow window. */
  readonly backTo: string
  /** Names the pane for screen readers: "Provider". */
  readonly detailLabel: string
}

/** A list with its detail beside it when there is room, one at a time when there is not. */
export function MasterDetail({ list, detail, backTo, detailLabel }: MasterDetailProps) {
  const isOpen = detail !== undefined && detail !== null
  return (
    <div className={isOpen ? 'master-detail master-detail-open' : 'master-detail'}>
      <div className="master-pane">{list}</div>
      {isOpen && (
        <section className="detail-pane" aria-label={detailLabel}>
          <div className="detail-back">
            <LinkButton kind="quiet" to={backTo} icon={<ArrowLeft aria-hidden="true" />}>
              Back to the list
            </LinkButton>
          </div>
          {detail}
        </section>
      )}
    </div>
  )
}
