import type { Tree } from '../../language/tree.ts';
import { Draft } from '../draft.ts';
import type { Phrases } from '../phrases.ts';
import {
  agentsBehindTimes,
  behindDays,
  behindModifiers,
  behindTimes,
  namesOfNames,
  participlesAsPrepositions,
  peopleFrom,
  prepositionalConjuncts,
  rankedNames,
  rolesAtWork,
  visitingGuests,
} from './attachments.ts';
import {
  boundCopulas,
  boundInfinitives,
  boundParticiples,
  conjoinedParticiples,
  copulasOfVerbs,
  gluedSentences,
  holdingParticiples,
  insertedParticiples,
  mainParticiples,
  participlesOfWhereabouts,
  reportedClauses,
  whereClauses,
  whoseClauses,
} from './clauses.ts';
import { companionsOf, examples, inLaws, listedNames } from './lists.ts';
import {
  appositionsBefore,
  conjunctsOfAKind,
  electedTitles,
  endsOfWays,
  misplacedNames,
  prepositionsAsHeads,
  toldNames,
  unitedPhrases,
} from './phrases.ts';
import { relativeClauses } from './relatives.ts';
import {
  agedNames,
  copularNames,
  hiddenShots,
  hiddenVerbs,
  namesBeforeDays,
  orphanSubjects,
  reportedSubjects,
  secondSubjects,
  subjectsBehindComma,
  subjectsBehindConjunctions,
  timesAsSubjects,
} from './subjects.ts';

/** A sentence longer than this is a list or no language at all: it is read as it was parsed. */
const LONGEST = 400;

/**
 * Mends what a greedy parser does to names: each step below names one error that is seen again and again. Works on
 * what the words say, so that a right parse stays as it is.
 */
export function repair(phrases: Phrases): Tree {
  if (phrases.tree.tokens.length > LONGEST) return phrases.tree;
  const steps = [
    gluedSentences,
    inLaws,
    insertedParticiples,
    prepositionsAsHeads,
    behindModifiers,
    rankedNames,
    visitingGuests,
    rolesAtWork,
    endsOfWays,
    agentsBehindTimes,
    peopleFrom,
    participlesAsPrepositions,
    behindDays,
    behindTimes,
    electedTitles,
    unitedPhrases,
    namesOfNames,
    prepositionalConjuncts,
    appositionsBefore,
    agedNames,
    conjunctsOfAKind,
    listedNames,
    companionsOf,
    examples,
    namesBeforeDays,
    timesAsSubjects,
    reportedSubjects,
    misplacedNames,
    conjoinedParticiples,
    boundParticiples,
    participlesOfWhereabouts,
    holdingParticiples,
    boundInfinitives,
    boundCopulas,
    whoseClauses,
    whereClauses,
    reportedClauses,
    relativeClauses,
    toldNames,
    subjectsBehindComma,
    subjectsBehindConjunctions,
    orphanSubjects,
    secondSubjects,
    hiddenVerbs,
    hiddenShots,
    mainParticiples,
    copulasOfVerbs,
    copularNames,
  ];
  return steps.reduce((tree, step) => {
    const draft = new Draft(tree);
    step({ ...phrases, tree }, draft);
    return draft.tree();
  }, phrases.tree);
}
