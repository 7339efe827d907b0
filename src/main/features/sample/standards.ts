import england from '../../../../resources/packs/england-2026/frameworks.json'
import ours from '../../../../resources/packs/toolkit-core/frameworks.json'
import type { Standard } from '../../../shared/features/needs/model'

const standards = new Map(
  [...england.frameworks, ...ours.frameworks].flatMap(({ id: framework, statements }) =>
    statements.map(({ code, text: label }): [string, Standard] => [code, { code, framework, label }]),
  ),
)

/** A standard of the sample, in the words of the packs that ship; null where it names none. */
export function sampleStandard(code: string | undefined): Standard | null {
  if (code === undefined) return null
  const standard = standards.get(code)
  if (standard === undefined) throw new Error(`no framework has ${code}`)
  return standard
}
