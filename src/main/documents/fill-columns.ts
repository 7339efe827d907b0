/** Where a fill-in file has what, counted from 0; apart from its writer, which loads all that writes workbooks. */
export const fillColumns = { key: 0, number: 1, question: 2, how: 3, answer: 4 } as const
