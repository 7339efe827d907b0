const fields =
  'input:not([type=hidden], [type=file]):enabled, textarea:enabled, button[aria-haspopup=listbox]:enabled'

/** The first thing within `box` that can be written in or chosen from. */
export function firstField(box: Element): HTMLElement | null {
  return box.querySelector<HTMLElement>(fields)
}
