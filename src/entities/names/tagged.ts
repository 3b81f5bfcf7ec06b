import { NAME_LABELS } from '../../language/sentence.ts';
import { type Name, type NameType, type Text, TYPE_OF } from './name.ts';

/** What the name tagger found, with its scores per token, so that long and short names weigh alike. */
export const taggedNames = ({ sentences }: Text): Name[] =>
  sentences.flatMap(({ names }, sentence) =>
    names.map(({ from, to, label, scores }) => {
      const perToken: Partial<Record<NameType, number>> = {};
      for (const one of NAME_LABELS) perToken[TYPE_OF[one]] = scores[one] / (to - from);
      return { sentence, from, to, type: TYPE_OF[label], scores: perToken };
    }),
  );
