import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { zNeededText } from '../../../../shared/kernel/texts'
import type { LostKind } from '../../../../shared/kernel/word-text'
import { zDocumentKind } from '../../../../shared/features/documents/model'
import { Button } from '../../../components/button'
import { CheckBox } from '../../../components/fields/check-box'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { Notice } from '../../../components/notice'
import { Block, PageHead, SectionTitle } from '../../../components/page-head'
import { RichTextView } from '../../../components/rich-text-view'
import { useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { navigate } from '../../../lib/navigation'
import { failureSentence } from '../../../lib/sentence'
import type { Failure } from '../../../../shared/kernel/result'
import { kindNames } from '../words'

type Word = OutputFor<'documents.readWord'>

/** Takes in a policy that the school has in Word: first what was read and what could not be kept, then it is a document. */
export function WordPage() {
  const [word, setWord] = useState<Word | undefined>(undefined)
  const [failure, setFailure] = useState<Failure | undefined>(undefined)
  const read = useWrite('documents.readWord')
  const choose = async () => {
    const result = await read.send({})
    setFailure(result.ok || result.code === 'cancelled' ? undefined : result)
    if (result.ok) setWord(result.value)
  }
  const button = (
    <Button
      kind={word === undefined ? 'primary' : 'plain'}
      icon={<FileUp aria-hidden="true" />}
      isBusy={read.isSending}
      onPress={() => void choose()}
    >
      {word === undefined ? 'Choose a Word document' : 'Choose another'}
    </Button>
  )
  return (
    <>
      <PageHead
        title="Take in a Word document"
        about="A policy or a guide that you have already. Its headings become sections; lists, tables, bold, italic and links stay. You see what was read before anything is kept, and the file itself is not changed."
        trail={[
          { title: 'Documents', to: '/documents' },
          { title: 'Begin a document', to: '/documents/new' },
        ]}
        primary={button}
      />
      {failure !== undefined && (
        <Notice tone="bad" title="The file was not read">
          {failureSentence(failure)} Nothing was taken in.
        </Notice>
      )}
      {word !== undefined && <ReadWord key={`${word.fileName} ${word.sections.length}`} word={word} />}
    </>
  )
}

const zTaking = z.object({ title: zNeededText(200), kind: zDocumentKind, needsApproval: z.boolean() })

function ReadWord({ word }: { readonly word: Word }) {
  const form = useZodForm(zTaking, {
    title: word.title ?? word.fileName.replace(/\.docx$/i, ''),
    kind: 'policy',
    needsApproval: true,
  })
  const takeIn = useWrite('documents.takeIn', { saved: 'Document taken in' })
  return (
    <>
      <Lost word={word} />
      <Block>
        <Form
          form={form}
          label="Take the document in"
          onSubmit={(values) => takeIn.send({ ...values, sections: word.sections })}
          onSaved={({ id }) => navigate(`/documents/${id}`)}
        >
          <TextField name="title" label="Its name" isRequired />
          <Select
            name="kind"
            label="What it is"
            isRequired
            width="medium"
            options={zDocumentKind.options.map((value) => ({ value, title: kindNames[value] }))}
          />
          <CheckBox name="needsApproval" label="It is approved by a meeting, such as the governors’" />
          <FormActions submit="Take the document in" cancelTo="/documents/new" />
        </Form>
      </Block>
      <Block>
        <SectionTitle about={`As it was read from ${word.fileName}.`}>
          {plural(word.sections.length, 'section', 'sections')}
        </SectionTitle>
        {word.sections.map(({ title, body }, index) => (
          <section key={`${index} ${title}`} className="block">
            <h3>{title}</h3>
            <RichTextView text={body} topLevel={3} />
          </section>
        ))}
      </Block>
    </>
  )
}

function Lost({ word }: { readonly word: Word }) {
  if (word.lost.length === 0)
    return (
      <Notice tone="good" title="All of it can be kept">
        Nothing in {word.fileName} has to be left behind.
      </Notice>
    )
  return (
    <Notice tone="warn" title="This could not be kept">
      <ul>
        {word.lost.map(({ what, count }) => (
          <li key={what}>{lostWords[what](count)}</li>
        ))}
      </ul>
    </Notice>
  )
}

const lostWords: Readonly<Record<LostKind, (count: number) => string>> = {
  pictures: (count) => `${plural(count, 'picture', 'pictures')}: left out.`,
  drawings: (count) => `${plural(count, 'chart or drawing', 'charts or drawings')}: left out.`,
  'text-boxes': (count) =>
    `${plural(count, 'text box', 'text boxes')}: where its words could be read, they stand after the paragraph it belongs to.`,
  footnotes: (count) => `${plural(count, 'footnote or endnote', 'footnotes or endnotes')}: left out.`,
  comments: (count) => `${plural(count, 'comment', 'comments')}: left out.`,
  'tracked-changes': (count) =>
    `${plural(count, 'tracked change', 'tracked changes')}: taken as accepted; what was struck out is gone.`,
  'joined-cells': (count) => `${plural(count, 'joined cell', 'joined cells')} in tables: apart again.`,
  'tables-in-tables': (count) => `${plural(count, 'table within a table', 'tables within tables')}: now lines.`,
  'contents-list': () => 'The list of contents: made anew when the document is printed.',
  'headers-footers': () => 'Headers and footers: the binder prints its own.',
  equations: (count) => `${plural(count, 'equation', 'equations')}: left out.`,
  links: (count) =>
    `${plural(count, 'link', 'links')} to a file or to something else than the web: now plain words.`,
  looks: (count) => `Underlining, striking out or marking in ${plural(count, 'place', 'places')}: plain words.`,
}
