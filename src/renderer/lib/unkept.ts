/** What the page shows and the file does not have yet: drafts that wait for a pause, marks that wait for their turn. */
const keepers = new Set<() => Promise<unknown>>()

/** Has `keep` awaited before the window closes; gives back how to let it go. */
export function keepBeforeClosing(keep: () => Promise<unknown>): () => void {
  keepers.add(keep)
  return () => {
    keepers.delete(keep)
  }
}

/** Keeps now what was typed and waits for a pause, and leaves the focus where it is: before something reads drafts. */
export async function keepTyped(): Promise<void> {
  await Promise.allSettled([...keepers].map((keep) => keep()))
}

/** Keeps now what the file does not have yet, the word at the cursor included: before the window closes. */
export async function keepAll(): Promise<void> {
  // Some fields give their text on only when they are left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await keepTyped()
}
