import type { ReportAsk } from '../../../../shared/features/reports/model'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { useRead } from '../../../lib/contract-client'
import { saysMore } from '../../../lib/follow'
import { useQueryParam } from '../../../lib/navigation'
import { textsDraft } from '../lib/unsaved-texts'

/** Says above the pages of a report that words typed for it are not in them. Nothing where all are saved. */
export function UnsavedTexts({ ask }: { readonly ask: ReportAsk }) {
  const [, setView] = useQueryParam('view')
  const kept = useRead('drafts.get', textsDraft(ask))
  if (!saysMore(kept.data?.body)) return null
  return (
    <Notice
      tone="warn"
      title="Some of your texts are not saved"
      action={
        <Button size="small" onPress={() => setView('texts')}>
          Go to your texts
        </Button>
      }
    >
      The report is made from what is saved, so they are not in it yet.
    </Notice>
  )
}
