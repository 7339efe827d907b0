/** What happened, what it means for the data, what to do: for the window and for the command line. */
export interface Sentence {
  readonly happened: string
  readonly means: string
  readonly todo: string
}

/** A sentence for a code. `{name}` in it is filled from the facts that come with the code. */
export function sentence(happened: string, todo: string, means = 'Nothing was changed.'): Sentence {
  return { happened, means, todo }
}
