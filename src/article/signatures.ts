import { Problem } from '../problem.ts';

/** Files that people take for articles and that cannot be read: how they begin, and what to do instead. */
const REFUSED = [
  { starts: ['D0CF11E0A1B11AE1'], is: 'a document of Word 97 to 2003, or of its time', hint: 'Save it as .docx' },
  { starts: ['7B5C727466'], is: 'Rich Text (RTF)', hint: 'Save it as .docx or as a text file' },
  {
    starts: ['FFD8FF', '89504E470D0A1A0A', '474946383761', '474946383961', '49492A00', '4D4D002A'],
    is: 'a picture',
    hint: 'Give the text that stands in it',
  },
  { starts: ['494433', '4F676753', '664C6143', '1A45DFA3'], is: 'sound or film', hint: 'Give a transcript' },
  {
    starts: ['377ABCAF271C', '526172211A07', '425A68', 'FD377A585A00', '28B52FFD'],
    is: 'an archive of another kind',
    hint: 'Pack it as .zip',
  },
  { starts: ['7F454C46', '4D5A9000'], is: 'a program', hint: 'Give the text of an article' },
];

/** @throws Problem `not-text` for what begins as a file of another kind does */
export function refuseBinary(bytes: Uint8Array, what: string): void {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex').toUpperCase();
  const found = REFUSED.find(({ starts }) => starts.some((start) => head.startsWith(start)));
  if (found) throw new Problem('not-text', { title: `${what} is ${found.is}, not text`, hint: found.hint });
}
