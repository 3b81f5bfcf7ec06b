import type { Node } from './phrases.ts';
import type { Rule } from './verbs.ts';

/** What people do for themselves: "the Danes stayed in Rome" is no visit of Denmark's. */
const PERSONAL = new Set(['visited', 'lives_in', 'died_in', 'born_in', 'works_for', 'left', 'attended', 'member_of']);

/** What can be said of someone's deeds and things as well as of himself: "criticised Norway's decision". */
export const OF_DEEDS = new Set([
  'praised',
  'supported',
  'honored',
  'criticized',
  'rejected',
  'protested_against',
  'investigated',
  'attacked',
  'killed',
  'injured',
  'sanctioned',
  'mobilized_against',
  'warned',
  'aided',
  'owns',
]);

/** "played the Hamlet of his day": with an article, a person's name is a part on the stage. */
const isPart = ({ type, definite }: Node): boolean => type === 'person' && definite === true;

/** All pairs of different entities whose types the rule allows, in the direction that it says. */
export function pair(
  sources: readonly Node[],
  targets: readonly Node[],
  rule: Rule,
): { subject: Node; object: Node }[] {
  const pairs: { subject: Node; object: Node }[] = [];
  for (const source of sources)
    for (const target of targets) {
      const [subject, object] = rule.swap ? [target, source] : [source, target];
      if (subject.entity === object.entity || !rule.from.has(subject.type) || !rule.to.has(object.type)) continue;
      if (subject.thing && !OF_DEEDS.has(rule.type)) continue;
      // "attended the opening of B"
      if (object.thing && !OF_DEEDS.has(rule.type) && rule.type !== 'attended') continue;
      if (rule.type === 'competed_with' && isPart(object)) continue;
      if ((subject.people || subject.armed) && PERSONAL.has(rule.type) && !(subject.armed && rule.type === 'left'))
        continue;
      pairs.push({ subject, object });
    }
  return pairs;
}

/** The pairs among several who do something with each other. */
export const everyPair = (list: readonly Node[], rule: Rule): { subject: Node; object: Node }[] =>
  list.slice(0, 6).flatMap((one, i) => pair([one], list.slice(i + 1, 6), rule));
