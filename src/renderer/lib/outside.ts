import { outsideHosts } from '../../shared/kernel/outside-hosts'

/** True for an address that the host opens in the person's own browser or mail program; any other is shown as text. */
export function opensOutside(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, username } = new URL(address)
  if (protocol === 'mailto:') return true
  return protocol === 'https:' && port === '' && username === '' && outsideHosts.has(hostname)
}
