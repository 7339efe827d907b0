import {
  zOwnCode,
  zOwnKind,
  zOwnType,
  type ListedCode,
  type ListedKind,
  type ListedType,
  type OwnList,
  type SchoolLists,
} from '../../../../shared/features/packs/own-lists'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { Select } from '../../../components/fields/select'
import { Switch } from '../../../components/fields/switch'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { useWrite } from '../../../lib/contract-client'
import { addWords } from '../lib/list-words'

export interface ListPanelProps {
  readonly list: OwnList
  readonly lists: SchoolLists
  /** The entry that is changed; '' for a new one, undefined while nothing is open. */
  readonly code: string | undefined
  readonly onClose: () => void
}

/** Adds an entry to one of the lists, or changes one. */
export function ListPanel({ list, lists, code, onClose }: ListPanelProps) {
  const entry = lists[list].find((one) => one.code === code)
  const isOpen = code === '' || entry !== undefined
  return (
    <SidePanel
      title={entry === undefined ? addWords[list] : `Change ${entry.name}`}
      isOpen={isOpen}
      onClose={onClose}
    >
      {isOpen && <EntryForm key={`${list} ${code}`} {...{ list, lists, code, onClose }} />}
    </SidePanel>
  )
}

function EntryForm({ list, lists, code, onClose }: ListPanelProps) {
  switch (list) {
    case 'types':
      return <TypeForm entry={lists.types.find((one) => one.code === code)} {...{ lists, onClose }} />
    case 'kinds':
      return <KindForm entry={lists.kinds.find((one) => one.code === code)} {...{ lists, onClose }} />
    case 'codes':
      return <CodeForm entry={lists.codes.find((one) => one.code === code)} onClose={onClose} />
  }
}

interface FormProps<T> {
  readonly entry: T | undefined
  readonly lists: SchoolLists
  readonly onClose: () => void
}

const optionsOf = (entries: readonly { readonly code: string; readonly name: string }[]) =>
  entries.map(({ code, name }) => ({ value: code, title: name }))

function TypeForm({ entry, lists, onClose }: FormProps<ListedType>) {
  const form = useZodForm(zOwnType, {
    code: entry?.code ?? null,
    name: entry?.name ?? '',
    provision: entry?.provision ?? 'within',
    level: entry?.level ?? lists.levels[0]?.code ?? '',
  })
  const draft = useDraft(form, 'lists.type', entry?.code ?? 'new')
  const save = useWrite('lists.saveType', { saved: 'Kind of activity saved' })
  return (
    <Form
      form={form}
      draft={draft}
      label="Kind of activity"
      onSubmit={(values) => save.send(values)}
      onSaved={onClose}
    >
      <DraftNotice draft={draft} />
      <TextField name="name" label="What your school calls it" isRequired autoFocus />
      <Select
        name="provision"
        label="Where it usually comes from"
        hint="Proposed when such an activity is recorded; each can differ"
        options={optionsOf(lists.provisions)}
        isRequired
      />
      <Select name="level" label="At which level it usually happens" options={optionsOf(lists.levels)} isRequired />
      <FormActions submit="Save the kind" onCancel={onClose} />
    </Form>
  )
}

function KindForm({ entry, lists, onClose }: FormProps<ListedKind>) {
  const form = useZodForm(zOwnKind, {
    code: entry?.code ?? null,
    name: entry?.name ?? '',
    financeCode: entry?.financeCode ?? null,
    isCover: entry?.isCover ?? false,
  })
  const draft = useDraft(form, 'lists.kind', entry?.code ?? 'new')
  const save = useWrite('lists.saveKind', { saved: 'Kind of cost saved' })
  return (
    <Form form={form} draft={draft} label="Kind of cost" onSubmit={(values) => save.send(values)} onSaved={onClose}>
      <DraftNotice draft={draft} />
      <TextField name="name" label="What your school calls it" isRequired autoFocus />
      <Select
        name="financeCode"
        label="Usual finance code"
        hint="Proposed for each such cost; costs that are recorded keep theirs"
        noneTitle="None"
        options={lists.codes.map(({ code, name }) => ({ value: code, title: `${code} ${name}` }))}
      />
      {(entry === undefined || (entry.origin === 'own' && entry.usedCount === 0)) && (
        <Switch
          name="isCover"
          label="It pays for cover"
          hint="Reports count such costs as cover, and hours with cover are not counted twice"
        />
      )}
      <FormActions submit="Save the kind" onCancel={onClose} />
    </Form>
  )
}

function CodeForm({ entry, onClose }: Omit<FormProps<ListedCode>, 'lists'>) {
  const form = useZodForm(zOwnCode, {
    code: entry?.code ?? '',
    name: entry?.name ?? '',
    isNew: entry === undefined,
  })
  const draft = useDraft(form, 'lists.code', entry?.code ?? 'new')
  const save = useWrite('lists.saveCode', { saved: 'Finance code saved' })
  return (
    <Form form={form} draft={draft} label="Finance code" onSubmit={(values) => save.send(values)} onSaved={onClose}>
      <DraftNotice draft={draft} />
      <TextField
        name="code"
        label="Code"
        hint="As your finance system writes it"
        width="short"
        isRequired
        isDisabled={entry !== undefined}
        autoFocus={entry === undefined}
      />
      <TextField name="name" label="What it stands for" isRequired autoFocus={entry !== undefined} />
      <FormActions submit="Save the code" onCancel={onClose} />
    </Form>
  )
}
