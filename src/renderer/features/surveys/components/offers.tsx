import { z } from 'zod'
import { levelNames } from '../../../../shared/features/needs/words'
import { TextLink } from '../../../components/button'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { Block, SectionTitle } from '../../../components/page-head'
import { Rows } from '../../../components/rows'
import { useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'

type Offer = OutputFor<'surveys.gaps'>['offers'][number]

interface OffersProps {
  readonly roundId: string
  readonly offers: readonly Offer[]
}

/** What people offered to share: what would change in the register of expertise, and what would not. */
export function Offers({ roundId, offers }: OffersProps) {
  const open = offers.filter(({ state }) => state === 'new' || state === 'changed')
  const kept = offers.filter(({ state }) => state !== 'new' && state !== 'changed')
  return (
    <Block>
      <SectionTitle about="What somebody ticked as something they could help others with.">
        {plural(offers.length, 'offer', 'offers')} to share
      </SectionTitle>
      {open.length > 0 && <OfferForm key={open.map(({ key }) => key).join()} roundId={roundId} offers={open} />}
      {kept.length > 0 && (
        <>
          <SectionTitle level={3}>Stay as the register has them</SectionTitle>
          <Rows
            label="Stay as the register has them"
            items={kept.map((offer) => ({ key: offer.key, title: titleOf(offer), about: whyKept(offer) }))}
          />
        </>
      )}
      <p>
        <TextLink to="/needs/expertise">Look at the register</TextLink>
      </p>
    </Block>
  )
}

const zChosen = z.object({ keys: z.array(z.string()).min(1, 'input.required') })

function OfferForm({ roundId, offers }: OffersProps) {
  const form = useZodForm(zChosen, { keys: offers.map(({ key }) => key) })
  const record = useWrite('surveys.recordExpertise', {
    saved: ({ recorded }) => `${plural(recorded, 'line', 'lines')} in the register of expertise`,
  })
  return (
    <Form form={form} label="Offers to share" onSubmit={({ keys }) => record.send({ id: roundId, keys })}>
      <CheckBoxGroup
        name="keys"
        label="What would change in the register of expertise"
        options={offers.map((offer) => ({ value: offer.key, title: titleOf(offer), note: whatChanges(offer) }))}
        isRequired
      />
      <FormActions submit="Put these into the register" kind="plain" />
    </Form>
  )
}

const titleOf = ({ name, subject }: Offer): string => `${name}: ${subject}`
const levelOf = (level: number): string => levelNames[level] ?? String(level)

const whatChanges = ({ state, level, wasLevel }: Offer): string =>
  state === 'new' || wasLevel === null || wasLevel === level
    ? `${state === 'new' ? 'New' : 'Changed'}: ${levelOf(level)}`
    : `Changed: ${levelOf(wasLevel)} becomes ${levelOf(level)}`

function whyKept({ state, level, wasLevel }: Offer): string {
  const was = levelOf(wasLevel ?? level)
  if (state === 'by-hand') return `${was}, entered or corrected by hand; this form says ${levelOf(level)}`
  return state === 'older' ? `${was}, from something later than this form` : `${was}, in the register already`
}
