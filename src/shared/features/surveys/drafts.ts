/** Under what a sheet is kept while somebody keys it in. */
export const sheetDraft = 'surveys.sheet'

/** The key of a sheet of a round that was not saved yet. */
export const newSheetDraft = (roundId: string): string => `new-${roundId}`
