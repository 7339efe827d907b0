import { sentence as s, type Sentence } from './sentence'

/** People, their posts and teams. */
export const staffRefusals = {
  'name.missing': s(
    'This person has no name in the file.',
    'Open their page and write it in.',
    'They were taken in under their user name.',
  ),
  'name.half': s(
    'There is a forename and no surname here.',
    'If the cell was merged with another in Excel, part the cells and import again; otherwise write the surname on their page.',
    'They were taken in under their forename.',
  ),
  'staff.nameless': s(
    'There is no name, user name, email or staff code here.',
    'Give at least one of them, so that this person can be found again.',
  ),
  'staff.code-taken': s('That staff code belongs to {name}.', 'Give this person another code, or open {name}.'),
  'staff.same-name': s(
    'There is already someone called {name}.',
    'Open the person who is there, or save again to keep both.',
    'Nothing was saved yet; what you typed is still here.',
  ),
  'staff.ambiguous': s(
    'More than one person in the binder fits this row.',
    'Add a staff code to the file, or to the people in the binder, so that they can be told apart.',
  ),
  'staff.code-twice': s(
    'The file gives this staff code, user name or email to people with different names.',
    'Correct it in the file.',
  ),
  'staff.manager-unknown': s(
    'The line manager was not found among the staff.',
    'Choose the line manager on the person’s page.',
    'The line manager was left as it was.',
  ),
  'staff.manager-loop': s(
    'That would make someone their own line manager, directly or through others.',
    'Choose another line manager.',
  ),
  'staff.group-unknown': s(
    'The staff group is not one that CPD Binder knows.',
    'Choose the group of this post on the teams and posts page.',
    'The post was put under trainees, volunteers and others.',
  ),
  'staff.post-after-leaving': s(
    'A post of this person starts after the day on which they leave.',
    'Remove or correct that post first.',
  ),
  'staff.posts-too-many': s('That is more posts than anyone can have.', 'Check the staff codes in the file.'),
  'staff.posts-ended': s(
    'All posts of this person have ended, the last on {on}, so they come in as a leaver.',
    'If they still work here, take the last day out of the file, or give them a post on their page.',
  ),
  'staff.post-before-start': s('A post starts before {startedOn}, their first day.', 'Correct one of the two.'),
  'staff.not-left': s('This person has not left.', 'There is nothing to take back.'),
  'team.name-taken': s(
    'There is already a team with that name.',
    'Choose another name, or use the team that is there.',
  ),
  'post.title-taken': s(
    'There is already a post with that title in the group.',
    'Choose another title, or use the post that is there.',
  ),
} satisfies Readonly<Record<string, Sentence>>
