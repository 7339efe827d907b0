import { zLinkTarget, type LinkTarget } from '../../../../shared/features/documents/model'

/** What a document belongs to: a priority, an event, a person, an issued report. */
export interface Owner {
  readonly target: LinkTarget
  readonly targetId: string
}

/** The page on which a document is begun from a template (or none: the list of them), for something where there is one. */
export function newDocumentPath(templateId: string | undefined, owner: Owner | undefined): string {
  const params = new URLSearchParams()
  if (templateId !== undefined) params.set('template', templateId)
  if (owner !== undefined) params.set('for', `${owner.target}:${owner.targetId}`)
  return params.size === 0 ? '/documents/new' : `/documents/new?${params.toString()}`
}

/** Reads what {@link newDocumentPath} wrote; undefined for nothing or nonsense. */
export function ownerOf(param: string | undefined): Owner | undefined {
  const [, kind, targetId] = /^(\w+):(.+)$/.exec(param ?? '') ?? []
  const target = zLinkTarget.safeParse(kind)
  return target.success && targetId !== undefined ? { target: target.data, targetId } : undefined
}
