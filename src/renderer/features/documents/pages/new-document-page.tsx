import type { DocumentKind, TemplateLine } from '../../../../shared/features/documents/model'
import { TextLink } from '../../../components/button'
import { Chip, Chips } from '../../../components/chip'
import { MasterDetail } from '../../../components/master-detail'
import { Block, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { SearchField } from '../../../components/fields/search-field'
import { useRead } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { useQueryParam } from '../../../lib/navigation'
import { BeginForm } from '../components/begin-form'
import { newDocumentPath, ownerOf, type Owner } from '../lib/owner'
import { kindNames } from '../words'
import { useState } from 'react'
import './new-document-page.css'

const groups: readonly { readonly title: string; readonly kinds: readonly DocumentKind[] }[] = [
  { title: 'Policies and statements', kinds: ['policy', 'statement'] },
  { title: 'Plans', kinds: ['plan'] },
  { title: 'People: roles, agreements, letters', kinds: ['role', 'agreement', 'letter'] },
  { title: 'Meetings and records', kinds: ['agenda', 'record', 'note'] },
  { title: 'How we do it here', kinds: ['protocol', 'guide'] },
]

/** Chooses what a document is begun from. */
export function NewDocumentPage() {
  const [chosen] = useQueryParam('template')
  const [param] = useQueryParam('for')
  const owner = ownerOf(param)
  const read = useRead('documents.templates', {})
  return (
    <>
      <PageHead
        title="Begin a document"
        about="A template brings sections with guidance beside them. Everything in it can be changed, and what is not for your school can be left out."
        trail={[{ title: 'Documents', to: '/documents' }]}
      />
      <ReadState read={read}>
        {({ templates }) => {
          const template = templates.find(({ id }) => id === chosen)
          const isBegun = chosen === 'none' || template !== undefined
          return (
            <MasterDetail
              backTo={newDocumentPath(undefined, owner)}
              detailLabel="Begin"
              list={<Templates templates={templates} chosen={chosen} owner={owner} />}
              detail={isBegun ? <BeginForm key={chosen} template={template} owner={owner} /> : undefined}
            />
          )
        }}
      </ReadState>
    </>
  )
}

interface TemplatesProps {
  readonly templates: readonly TemplateLine[]
  readonly chosen: string | undefined
  readonly owner: Owner | undefined
}

function Templates({ templates, chosen, owner }: TemplatesProps) {
  const [words, setWords] = useState('')
  const wanted = words.trim().toLowerCase()
  const shown = templates.filter(({ title, summary, audience, kind }) =>
    `${title} ${summary} ${audience} ${kindNames[kind]}`.toLowerCase().includes(wanted),
  )
  return (
    <>
      <SearchField label="Find a template" value={words} onChange={setWords} />
      {wanted === '' && (
        <Block>
          <SectionTitle>From nothing</SectionTitle>
          <ul className="templates">
            <li className={chosen === 'none' ? 'templates-chosen' : undefined}>
              <TextLink to={newDocumentPath('none', owner)} strong>
                A blank document
              </TextLink>
              <p>One empty section; add what you need.</p>
            </li>
            <li>
              <TextLink to="/documents/word" strong>
                A Word document you have
              </TextLink>
              <p>Its headings become sections; you see first what can be kept.</p>
            </li>
          </ul>
        </Block>
      )}
      {groups
        .map(({ title, kinds }) => ({ title, own: shown.filter(({ kind }) => kinds.includes(kind)) }))
        .filter(({ own }) => own.length > 0)
        .map(({ title, own }) => (
          <Block key={title}>
            <SectionTitle>{title}</SectionTitle>
            <ul className="templates">
              {own.map((template) => (
                <TemplateItem
                  key={template.id}
                  template={template}
                  isChosen={template.id === chosen}
                  to={newDocumentPath(template.id, owner)}
                />
              ))}
            </ul>
          </Block>
        ))}
      {shown.length === 0 && <p>No template fits “{words}”.</p>}
    </>
  )
}

interface TemplateItemProps {
  readonly template: TemplateLine
  readonly isChosen: boolean
  readonly to: string
}

function TemplateItem({ template, isChosen, to }: TemplateItemProps) {
  return (
    <li className={isChosen ? 'templates-chosen' : undefined}>
      <TextLink to={to} strong>
        {template.title}
      </TextLink>
      <p>{template.summary}</p>
      <Chips>
        <Chip>{kindNames[template.kind]}</Chip>
        <Chip>For {template.audience}</Chip>
        {template.needsApproval && <Chip>Needs approval</Chip>}
        {template.used > 0 && <Chip>Used for {plural(template.used, 'document', 'documents')}</Chip>}
      </Chips>
    </li>
  )
}
