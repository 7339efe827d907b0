/** What a change was, in words, by its channel. Channels without words of their own are read as they are written. */
const words: Readonly<Record<string, string>> = {
  'school.create': 'School started',
  'school.openSample': 'Sample school made',
  'school.saveProfile': 'School details changed',
  'school.saveSettings': 'Settings changed',
  'school.chooseLogo': 'Logo changed',
  'school.saveBandRate': 'Day rate changed',
  'staff.savePerson': 'Person saved',
  'staff.saveHolding': 'Post of a person saved',
  'staff.removeHolding': 'Post of a person removed',
  'staff.recordLeaving': 'Leaving recorded',
  'staff.recordReturn': 'Return recorded',
  'staff.archivePerson': 'Person put away or taken out',
  'staff.saveTeam': 'Team saved',
  'staff.archiveTeam': 'Team put away or taken out',
  'staff.savePost': 'Post saved',
  'staff.archivePost': 'Post put away or taken out',
  'priorities.save': 'Priority saved',
  'priorities.setStatus': 'Status of a priority recorded',
  'priorities.archive': 'Priority put away or taken out',
  'priorities.carryOver': 'Priorities carried over',
  'priorities.saveReading': 'Reading recorded',
  'priorities.removeReading': 'Reading removed',
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
