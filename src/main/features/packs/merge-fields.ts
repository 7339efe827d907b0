import { fieldsIn, type RichText } from '../../../shared/kernel/rich-text'
import type { ContentKind } from '../../../shared/features/packs/content'
import { isTableField, isWordField } from '../../../shared/features/packs/merge-fields'

/** What is wrong with the fields of a text: only templates have any, and only those that are known. */
export function fieldProblems(text: RichText, kind: ContentKind): string[] {
  const { words, tables, gaps } = fieldsIn(text)
  if (kind !== 'template' && words.length + tables.length + gaps > 0)
    return ['only a template has fields ({{…}}) and gaps ([[…]])']
  return [
    ...words
      .filter((name) => !isWordField(name))
      .map((name) =>
        isTableField(name)
          ? `the field {{${name}}} is a table and stands on a line of its own`
          : `there is no field {{${name}}}`,
      ),
    ...tables.filter((name) => !isTableField(name)).map((name) => `there is no field {{${name}}}`),
  ]
}
