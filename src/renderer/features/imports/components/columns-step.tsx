import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { SectionTitle } from '../../../components/page-head'
import type { WizardKind } from '../words'
import type { ImportFlow, Looked } from '../use-import'
import { FileColumns } from './file-columns'
import { ReadingOptions } from './reading-options'
import { RowChoice } from './row-choice'

export interface ColumnsStepProps {
  readonly flow: ImportFlow
  readonly looked: Looked
  readonly kind: WizardKind
}

/** How each file was understood, and which of its columns goes where. */
export function ColumnsStep({ flow, looked, kind }: ColumnsStepProps) {
  return (
    <>
      {looked.files.map((file, index) => (
        <section key={file.name} className="import-file">
          <SectionTitle about={aboutFile(file)}>{file.name}</SectionTitle>
          {file.shape.encodingGuessed && (
            <Notice tone="warn" title="Look at the names below">
              <p>
                The file does not say which character set it is written in. If accents look wrong (Siân, Zoë,
                Łukasz), choose another under “Characters”.
              </p>
            </Notice>
          )}
          <ReadingOptions
            shape={file.shape}
            options={flow.choices[index]?.options ?? { header: 'auto' }}
            isDisabled={flow.busy !== undefined}
            onChange={(options) => void flow.read(index, options)}
          />
          <FileColumns
            file={file}
            fields={looked.fields}
            mapping={flow.choices[index]?.mapping ?? {}}
            onChange={(mapping) => flow.map(index, mapping)}
          />
        </section>
      ))}
      {kind === 'ledger' && <RowChoice flow={flow} looked={looked} />}
      <div className="form-actions import-actions">
        <Button kind="primary" isBusy={flow.busy !== undefined} onPress={() => void flow.preview()}>
          Look it over
        </Button>
        <Button kind="quiet" onPress={flow.restart}>
          Choose another file
        </Button>
      </div>
    </>
  )
}

function aboutFile(file: Looked['files'][number]): string {
  const known = file.remembered
    ? 'Matched as you matched a file like this before.'
    : 'Matched by the names of its columns.'
  return `${file.shape.columns.length} columns. ${known} Nothing is kept yet.`
}
