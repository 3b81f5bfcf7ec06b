import { formsOf, type Name, type Step, type Text } from './name.ts';
import { isProper } from './words.ts';

/** Believers, followers and peoples: named, but no one who acts. */
const FOLLOWERS =
  /^(?:\p{Lu}\p{Ll}+ists?|Muslims?|Christians?|Jews?|Jewish|Sunnis?|Shi['’]?as?|Shiites?|Hindus?|Sikhs?|Catholics?|Protestants?|Orthodox|Mormons?|Quakers?|Islam|Islamic|Christianity|Judaism|Hinduism|Buddhism|Catholicism|Internet|Nordic|Baltic|Arabs?|Arabic|Islamists?|Western|Olympic|Jihad|Koran|God|Allah|Earth|Christmas|Easter|Ramadan)$/u;

/** Drops what is a kind and not one thing: "Buddhists", "a Republican". */
export const dropKinds: Step = (names, text) => names.filter((name) => !isKind(name, text));

function isKind(name: Name, text: Text): boolean {
  if (name.type === 'demonym') return false;
  const forms = formsOf(text, name);
  if (forms.length > 1) return forms.every((form) => FOLLOWERS.test(form));
  const [form = ''] = forms;
  const tokens = text.sentences[name.sentence]?.tokens ?? [];
  const before = tokens[name.from - 1]?.form.toLowerCase() ?? '';
  const counted = /^an?$/u.test(before) && !/^NN/u.test(tokens[name.to]?.xpos ?? '') && !isProper(tokens[name.to]);
  return FOLLOWERS.test(form) || (counted && name.type !== 'person');
}
