import { sentence as s } from './sentence'

/** Content that somebody hands on: packs of texts and lists. */
export const packsRefusals = {
  'pack.not-a-pack': s(
    'That is not a pack of CPD Binder: {what}.',
    'Ask whoever made it for the file that ends in .cpdpack.',
    'The packs you have stay as they are.',
  ),
  'pack.too-large': s(
    'That pack is larger than {limitMegabytes} MB or holds more than {limitFiles} files.',
    'Ask whoever made it to take out what is not text.',
    'The packs you have stay as they are.',
  ),
  'pack.damaged': s(
    'A file of that pack is not as it was written: {file}.',
    'Get the pack again from whoever made it; it was changed or cut off on its way.',
    'The packs you have stay as they are.',
  ),
  'pack.faulty': s(
    'That pack has {count} faults: {problems}.',
    'Tell whoever made it; "pack check" on the command line lists them all.',
    'The packs you have stay as they are.',
  ),
  'pack.older': s(
    'This school has version {has} of “{title}”, and that file is version {given}.',
    'Keep the one you have. To go back to an earlier edition, take the pack out first.',
    'The packs you have stay as they are.',
  ),
  'pack.needs-newer-program': s(
    'That pack needs CPD Binder {needs} or later; this is {has}.',
    'Ask whoever looks after your PC for the newer program, then add the pack again.',
    'The packs you have stay as they are.',
  ),
  'pack.built-in': s(
    'That pack calls itself “{packId}”, which is a pack of the program itself.',
    'Ask whoever made it to give it an id of its own.',
    'The packs you have stay as they are.',
  ),
  'library.not-an-address': s(
    'That is not an address on the web.',
    'Copy it from the browser; it begins with https://.',
    'Nothing was saved.',
  ),
  'library.text-cannot-hold': s(
    'The text has something in it that it cannot hold, in line {line}: {reason}.',
    'Headings begin with ##, lists with a hyphen or a figure; tables, bold words, italic words and links to https addresses are kept as well.',
    'What you wrote is still here; nothing was saved.',
  ),
  'library.same-as-theirs': s(
    'The text reads just as the pack has it.',
    'Change something first, or leave the page to stay with theirs.',
    'Nothing was saved.',
  ),
  'library.theirs-gone': s(
    'That text is in no pack of this school any more, so there is nothing to go back to.',
    'Add the pack again first, or remove your own text.',
    'Your own text stays as it is.',
  ),
  'library.already-there': s(
    'The library has that entry already.',
    'Change the one that is there.',
    'Nothing was saved.',
  ),
  'list.in-use': s(
    'It cannot be taken out while something carries it; {count} do now.',
    'Give those another one first, or change its words instead.',
    'Nothing was changed.',
  ),
  'list.name-taken': s(
    'The list has “{name}” already.',
    'Choose another name, or change the one that is there.',
    'Nothing was saved.',
  ),
  'list.other-funding': s(
    'The code {code}, “{name}”, is one of schools that are funded otherwise than yours is today.',
    'Choose a code of your own finance system that is not in use there.',
    'Nothing was saved.',
  ),
}
