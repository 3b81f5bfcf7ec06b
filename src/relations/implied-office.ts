import type { Node, Phrases } from './phrases.ts';
import { isPossessiveMark, text } from './role-phrases.ts';
import { type Role, roleOf } from './roles.ts';
import type { Scene } from './scene.ts';

/** How many words a title has that stands beside a country. */
const TITLE = 5;

/** The article's own country, for a head of state of whom nobody says of which: "President [A]" in news of B. */
export function impliedOwner(phrases: Phrases, person: Node, role: Role | null, scene: Scene): Node[] {
  if (role === null || role.kind !== 'leads' || role.head !== 'state' || scene.home === null) return [];
  // "President [B]", a surname alone, is one whom readers know from elsewhere
  if (!phrases.reading.entities[person.entity]?.label.includes(' ')) return [];
  if (namesOfficeOf(phrases, scene.home)) return [];
  const type = phrases.reading.entities[scene.home]?.type;
  return type ? [{ entity: scene.home, type, mention: person.mention, certainty: 0.9 }] : [];
}

/** "President [A] met B's Foreign Minister": who names the country with another's office, means another country's by none. */
function namesOfficeOf({ tree, mentions }: Phrases, country: number): boolean {
  return mentions.some((mention) => {
    if (mention.kind !== 'name' || mention.entities[0] !== country) return false;
    const isOwner = mention.adjective || isPossessiveMark(tree, mention.to);
    const behind = isOwner ? tree.tokens.slice(mention.to, mention.to + TITLE) : [];
    const isOwned = text(tree, mention.from - 1) === 'of';
    const before = isOwned ? tree.tokens.slice(Math.max(0, mention.from - TITLE), mention.from) : [];
    return [...behind, ...before].some(({ form }) => roleOf(form) !== null);
  });
}
