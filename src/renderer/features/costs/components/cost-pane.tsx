import { useState } from 'react'
import { formatDay } from '../../../../shared/kernel/dates'
import { formatPence } from '../../../../shared/kernel/money'
import type { Cost } from '../../../../shared/features/costs/model'
import { Button, TextLink } from '../../../components/button'
import { DefinitionList } from '../../../components/definition-list'
import { FigureStrip } from '../../../components/figures'
import { MenuButton } from '../../../components/menu-button'
import { Block, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { Rows } from '../../../components/rows'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { navigate, withQuery } from '../../../lib/navigation'
import { CostStateMark } from '../lib/cost-words'
import { Movements } from './movements'
import { SettlePanel, type SettleKind } from './settle-panel'

/** One cost: where it stands, what happened to it, what it is for. */
export function CostPane({ id }: { readonly id: string }) {
  const cost = useRead('costs.get', { id })
  const choices = useRead('costs.choices', {})
  return (
    <ReadState read={cost}>
      {(found) => <ReadState read={choices}>{(known) => <CostDetail cost={found} choices={known} />}</ReadState>}
    </ReadState>
  )
}

interface CostDetailProps {
  readonly cost: Cost
  readonly choices: OutputFor<'costs.choices'>
}

function CostDetail({ cost, choices }: CostDetailProps) {
  const isOpen = cost.promisedPence > 0
  return (
    <>
      <SectionTitle aside={<CostStateMark state={cost.state} />}>{cost.description}</SectionTitle>
      <div className="cost-figures">
        <FigureStrip
          items={[
            { label: 'Paid', value: formatPence(cost.paidPence) },
            { label: 'Promised', value: formatPence(cost.promisedPence) },
            ...(isOpen || cost.paidPence !== 0
              ? []
              : [{ label: 'Expected', value: formatPence(cost.estimatedPence) }]),
          ]}
        />
      </div>
      <NextSteps cost={cost} />
      <Block>
        <Movements cost={cost} />
      </Block>
      <Block>
        <SectionTitle level={3}>What it is</SectionTitle>
        <DefinitionList items={factsOf(cost, choices)} />
      </Block>
      {cost.people.length > 0 && <People cost={cost} />}
      {cost.ledgerLines.length > 0 && <LedgerBehind cost={cost} />}
    </>
  )
}

function NextSteps({ cost }: { readonly cost: Cost }) {
  const [open, setOpen] = useState<SettleKind | undefined>(undefined)
  const remove = useWrite('costs.remove', { saved: 'Cost taken away', toastFailure: true })
  const takeAway = () =>
    void remove.send({ id: cost.id }).then((result) => (result.ok ? navigate('/money/costs') : undefined))
  const isUntouched = cost.movements.every((movement) => movement.kind === 'estimated')
  const hasToInvoice = isUntouched || cost.toInvoice.netPence + cost.toInvoice.vatPence > 0
  const hasToPay = isUntouched || cost.toPay.netPence + cost.toPay.vatPence > 0
  return (
    <div className="cost-buttons">
      {hasToInvoice && <Button onPress={() => setOpen('invoiced')}>Mark invoiced</Button>}
      {hasToPay && <Button onPress={() => setOpen('paid')}>Mark paid</Button>}
      <MenuButton
        label="More"
        items={[
          { key: 'change', title: 'Change what it is', to: withQuery(`/money/costs/${cost.id}/edit`) },
          ...(isUntouched
            ? []
            : [{ key: 'credit', title: 'Record a credit note', onAction: () => setOpen('credited') }]),
          { key: 'remove', title: 'Take it away', isDanger: true, onAction: takeAway },
        ]}
      />
      {open !== undefined && <SettlePanel kind={open} cost={cost} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

function factsOf(cost: Cost, { financeCodes, funds }: OutputFor<'costs.choices'>) {
  const code = financeCodes.codes.find((known) => known.code === cost.financeCode)
  const nameOf = (id: string) => funds.find((fund) => fund.id === id)?.name ?? 'A fund'
  const total = cost.funds.reduce((sum, fund) => sum + fund.weight, 0)
  const vat =
    cost.vatPence === 0
      ? ''
      : ` and ${formatPence(cost.vatPence)} VAT that ${cost.isVatRecoverable ? 'the school gets back' : 'does not come back'}`
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    ['For', cost.eventId === null ? 'The school as a whole' : eventLink(cost.eventId, cost.eventTitle)],
    ['Person', cost.personName],
    ['Kind', cost.kindName],
    ['Expected', `${formatPence(cost.netPence)}${vat}, on ${formatDay(cost.expectedOn)}`],
    ['Finance code', cost.financeCode === null ? 'None yet' : `${cost.financeCode}${code ? `, ${code.name}` : ''}`],
    ['Local code', cost.localCode],
    [
      'Fund',
      cost.funds.length === 0
        ? 'None named'
        : cost.funds
            .map(
              (fund) =>
                nameOf(fund.fundId) +
                (cost.funds.length === 1 ? '' : ` ${Math.round((fund.weight / total) * 100)}%`),
            )
            .join(', '),
    ],
    ['Supplier', cost.supplier],
    ['Order number', cost.orderNumber],
    [
      'Covers',
      cost.coveredMinutes === 0
        ? null
        : `${(cost.coveredMinutes / 60).toLocaleString('en-GB', { maximumFractionDigits: 2 })} hours of staff time`,
    ],
    ['Note', cost.note],
  ]
  return facts.flatMap(([term, value]) => (value === null || value === '' ? [] : [{ term, value }]))
}

function eventLink(eventId: string, title: string | null) {
  return <TextLink to={`/activities/${eventId}`}>{title ?? 'An event'}</TextLink>
}

const shareWords = {
  none: 'For this person',
  heads: 'Divided equally among those booked',
  hours: 'Divided by credited hours',
  named: 'Divided among those named',
} as const

function People({ cost }: { readonly cost: Cost }) {
  return (
    <Block>
      <SectionTitle level={3} about={`${shareWords[cost.shareBasis]}, to the penny`}>
        Who it is for
      </SectionTitle>
      <Rows
        label="Who it is for"
        items={cost.people.map((person) => ({
          key: person.bookingId,
          title: person.name,
          action: <span className="number">{formatPence(person.pence)}</span>,
        }))}
      />
    </Block>
  )
}

function LedgerBehind({ cost }: { readonly cost: Cost }) {
  return (
    <Block>
      <SectionTitle level={3}>In the ledger</SectionTitle>
      <Rows
        label="In the ledger"
        items={cost.ledgerLines.map((line) => ({
          key: line.id,
          title: <TextLink to={`/money/ledger/${line.id}`}>{line.documentNumber ?? 'Without a number'}</TextLink>,
          about: formatDay(line.postedOn),
          action: <span className="number">{formatPence(line.grossPence)}</span>,
        }))}
      />
    </Block>
  )
}
