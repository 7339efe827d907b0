/** The person of a number, whom a child saves with a post: one change of at least three rows and their log. */
export const personOf = (number: number) => ({
  forename: `Forename ${number}`,
  surname: `Surname ${number}`,
  staffCode: `K${number}`,
  firstPost: {
    postTitle: `Post ${number % 50}`,
    staffGroupId: 'teacher',
    teamName: `Team ${number}`,
    fromOn: '2024-09-01',
    fteThousandths: 1000,
    isMain: true,
  },
})
