import { createContext, useContext, useEffect } from 'react'

/** What the fields of a form tell it, each by its name, in the order in which they stand. */
export interface FormWords {
  /** What the page calls the field, so that the error summary calls it the same. */
  readonly labels: Map<string, string>
  /** The sentence of a field whose text cannot be read: it knows better than the schema what was meant. */
  readonly unread: Map<string, string>
}

export const FormLabels = createContext<FormWords | undefined>(undefined)

/** An empty set of words, for a form to keep. */
export function formWords(): FormWords {
  return { labels: new Map(), unread: new Map() }
}

/** Tells the form what a field is called; for what is not made with `bindField`. */
export function useFormLabel(name: string, label: string): void {
  const labels = useContext(FormLabels)?.labels
  useEffect(() => {
    labels?.set(name, label)
  }, [labels, name, label])
}
