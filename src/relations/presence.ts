import type { Finding } from './finding.ts';
import { type Frame, said } from './frame.ts';
import type { Node, Phrases } from './phrases.ts';
import { isSpeech } from './verbs.ts';

/** How often the findings are right. */
const RATE = { event: 0.85, facility: 0.8, abroad: 0.78 };

/** What this rule is called whose findings stand only for those who are abroad. */
export const ABROAD = 'visited: verb, place abroad';

/** What a guest does where he is. */
const GUEST =
  /^(?:meet|speak|talk|sign|hold|make|give|deliver|address|attend|discuss|appear|confer|undergo|perform|campaign|lecture|preach|inaugurate|unveil|greet|vacation)$/;

/** How far behind the verb the place may stand: farther on, or before it, it is the scene of something else. */
const REACH = 6;

/** "spoke at the [summit]", "met B at the [palace]", "met B in [Vienna]": who acts at a place has come there. */
export function present(phrases: Phrases, { one, subject, oblique, used, tied }: Frame): Finding[] {
  if (one.passive || one.kind !== 'verb') return [];
  const persons = subject.filter(({ type, stand }) => type === 'person' && !stand);
  const parties = subject.filter(({ type }) => type !== 'event');
  const isGuest = GUEST.test(one.verb) || isSpeech(one.verb);
  const come = (sources: readonly Node[], object: Node, type: string, rule: string, rate: number): Finding[] =>
    sources
      .filter((source) => source.entity !== object.entity && !source.thing && !source.people)
      .map((source) => ({ subject: source, object, type, ...said(phrases, one), rule, rate }));
  return oblique.flatMap(({ argument, nodes: ends }) => {
    if (used.has(argument.head)) return [];
    const way = argument.head - one.predicate;
    const isNear = way > 0 && way <= REACH;
    return ends
      .filter((end) => !end.stand && !tied.has(end.entity))
      .flatMap((object): Finding[] => {
        if (argument.preposition === 'in')
          return object.type === 'place' && isGuest && isNear
            ? come(persons, object, 'visited', ABROAD, RATE.abroad)
            : [];
        if (argument.preposition !== 'at') return [];
        if (object.type === 'event') return come(parties, object, 'attended', 'attended: verb, event', RATE.event);
        return object.type === 'facility' ? come(persons, object, 'visited', 'visited: verb, site', RATE.facility) : [];
      });
  });
}
