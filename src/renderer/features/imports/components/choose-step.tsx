import { FileSpreadsheet } from 'lucide-react'
import { Button } from '../../../components/button'
import { withheldExamples } from './withheld-examples'
import type { ImportFlow } from '../use-import'
import type { ImportWords } from '../words'

/** What may be chosen, and what becomes of it. */
export function ChooseStep({ flow, words }: { readonly flow: ImportFlow; readonly words: ImportWords }) {
  return (
    <div className="import-choose">
      <FileSpreadsheet aria-hidden="true" />
      <div>
        <h2>{words.choose}</h2>
        <p>{words.hint}</p>
        <p className="import-quiet">{withheldExamples}</p>
        <Button kind="primary" isBusy={flow.busy !== undefined} onPress={() => void flow.choose()}>
          Choose a file…
        </Button>
      </div>
    </div>
  )
}
