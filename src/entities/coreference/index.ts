import type { Discourse } from '../discourse.ts';
import { acronyms } from './acronyms.ts';
import { appositions } from './appositions.ts';
import { cabinets } from './cabinets.ts';
import { cataphora } from './cataphora.ts';
import { Chains, type Link } from './chains.ts';
import { countries } from './countries.ts';
import { delegations } from './delegations.ts';
import { descriptions } from './descriptions.ts';
import { directions } from './directions.ts';
import { exact } from './exact.ts';
import { governments } from './governments.ts';
import { offices } from './offices.ts';
import { pairs } from './pairs.ts';
import { people } from './people.ts';
import { pronouns } from './pronouns.ts';
import { relatives } from './relatives.ts';
import { renamed } from './renamed.ts';
import { several } from './several.ts';
import { shortForms } from './short-forms.ts';
import { speakers } from './speakers.ts';
import { spellings } from './spellings.ts';

/** One rule of coreference: what it links, given what the rules before it have linked. Each link counts at once. */
export type Sieve = (discourse: Discourse, chains: Chains) => Iterable<Link>;

/**
 * The rules, the surest first, so that a later one decides with what the earlier ones know.
 *
 * @see Raghunathan et al., A Multi-Pass Sieve for Coreference Resolution, EMNLP 2010
 * @see Lee et al., Deterministic Coreference Resolution Based on Entity-Centric, Precision-Ranked Rules, CL 2013
 */
export const SIEVES: readonly Sieve[] = [
  exact,
  countries,
  renamed,
  acronyms,
  directions,
  spellings,
  people,
  shortForms,
  relatives,
  appositions,
  delegations,
  governments,
  offices,
  descriptions,
  speakers,
  cataphora,
  pairs,
  pronouns,
  cabinets,
  several,
];

/** Which phrases of an article speak of the same. */
export function coreference(discourse: Discourse): Chains {
  const chains = new Chains(discourse.phrases);
  for (const sieve of SIEVES) for (const link of sieve(discourse, chains)) chains.join(link);
  return chains;
}
