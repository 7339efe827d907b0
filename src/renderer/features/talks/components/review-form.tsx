import { zReview, type TalkOf } from '../../../../shared/features/talks/model'
import { DateField } from '../../../components/fields/date-field'
import { FormPart, useZodForm } from '../../../components/form'
import { startReview, type Beginning } from '../lib/start-values'
import { Around } from './around'
import { FoundNeedLines, PromiseLines, TwoPeople, Words } from './needed-fields'
import { TalkForm } from './talk-form'

interface ReviewFormProps {
  readonly kept: TalkOf<'review'> | undefined
  readonly begin: Beginning
}

/** A review of development, with what the colleague did and needs beside it. */
export function ReviewForm({ kept, begin }: ReviewFormProps) {
  const form = useZodForm(zReview, startReview(kept, begin))
  return (
    <TalkForm kind="review" form={form} id={kept?.id ?? null}>
      <FormPart title="Who and when">
        <TwoPeople withHint="Who holds the review." />
      </FormPart>
      <Around kind="review" />
      <FormPart title="What you talked about">
        <Words name="sinceLast" label="Since last time: what was learned, and what came of it" />
        <Words name="strengths" label="Strengths to build on, and to share" />
        <Words name="whatNext" label="What next: where they want to go, and what would help" />
      </FormPart>
      <FoundNeedLines />
      <PromiseLines title="Support promised" />
      <DateField name="lookOn" label="When you look back at it" hint="About the middle of the year." />
    </TalkForm>
  )
}
