/**
 * Says something to screen readers without showing it: rows found, saved, where one has come to. The region is made
 * once, outside React, so that an announcement survives a change of page.
 */
let region: HTMLElement | undefined

function liveRegion(): HTMLElement {
  if (region?.isConnected === true) return region
  region = document.createElement('div')
  region.className = 'visually-hidden'
  region.setAttribute('role', 'status')
  region.setAttribute('aria-live', 'polite')
  document.body.append(region)
  return region
}

/** Announces politely. The same words twice in a row are still spoken. */
export function announce(text: string): void {
  const target = liveRegion()
  const line = document.createElement('p')
  line.textContent = text
  target.replaceChildren(line)
}
