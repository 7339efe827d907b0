/** What a change was, in words, by its channel. Channels without words of their own are read as they are written. */
const words: Readonly<Record<string, string>> = {
  'school.create': 'School started',
  'school.openSample': 'Sample school made',
  'school.saveProfile': 'School details changed',
  'school.saveSettings': 'Settings changed',
  'school.chooseLogo': 'Logo changed',
  'school.saveBandRate': 'Day rate changed',
  'changes.undo': 'Undone',
  'imports.commit': 'Import',
}

export function changeWords(channel: string): string {
  const known = words[channel]
  if (known !== undefined) return known
  const [area = '', action = ''] = channel.split('.')
  const plain = action.replace(/([A-Z])/g, ' $1').toLowerCase()
  return `${area.charAt(0).toUpperCase()}${area.slice(1)}: ${plain}`
}
