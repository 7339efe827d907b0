/** What the plan, and the plan against actual, can be saved as. */
export const planFiles = [
  ['pdf', 'PDF'],
  ['docx', 'Word document'],
  ['xlsx', 'Excel workbook'],
  ['csv', 'CSV'],
  ['json', 'JSON'],
] as const
