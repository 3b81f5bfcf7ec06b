import { useQuery } from '@tanstack/react-query';
import type { Contradiction } from '../../../src/server/schemas/contradictions.ts';
import { contradictions } from '../api/queries.ts';
import { useExplorer } from '../explorer.ts';
import { articleName, count, relationWords, TYPE_WORDS } from '../state/words.ts';
import classes from './Contradictions.module.css';
import { ModalityBadge, When } from './Facts.tsx';

const WORDS: Record<Contradiction['kind'], string> = {
  leaders: 'Two hold one office',
  meeting: 'One meeting, two days',
  birthplace: 'Two places of birth',
  birthdate: 'Two days of birth',
  denied: 'Said and denied',
  types: 'One name, two kinds of thing',
};

/** What cannot all be right, side by side; which of it is, is not said here. */
export default function Contradictions({ about, of }: { about: 'entity' | 'edge'; of: string }) {
  const { data } = useQuery(contradictions(about, of));
  if (!data || data.items.length === 0) return null;
  return (
    <section className={classes.all} aria-label="Contradictions">
      <h3 className={classes.heading}>{count(data.total, 'contradiction')}</h3>
      {data.items.map(({ kind, sides }) => (
        <div key={`${kind} ${sides.map(keyOf).join(' ')}`} className={classes.one}>
          <p className={classes.kind}>{WORDS[kind]}</p>
          <ul className={classes.sides}>
            {sides.map((side) => (
              <Side key={keyOf(side)} side={side} />
            ))}
          </ul>
        </div>
      ))}
      {data.total > data.items.length && (
        <p className={classes.kind}>
          {data.items.length} of {data.total} shown
        </p>
      )}
    </section>
  );
}

type Side = Contradiction['sides'][number];
const keyOf = ({ edge, source }: Side): string => edge?.key ?? source.key;

function Side({ side: { edge, source, target, evidence } }: { side: Side }) {
  const { view } = useExplorer();
  const [quote] = evidence;
  const open = () => {
    if (edge) view.openEdge(edge.key);
    else if (quote) view.openArticle(quote.article, quote.start);
  };
  return (
    <li>
      <button type="button" onClick={open}>
        {source.label} <em>{edge ? relationWords(edge.attributes.type) : TYPE_WORDS[source.type].one}</em>{' '}
        {target?.label}
      </button>
      {quote && <q>{quote.text}</q>}
      <p className={classes.facts}>
        {edge && <ModalityBadge modality={edge.attributes.modality} />}
        <When date={edge?.attributes.date} />
        {quote && (
          <span>
            {articleName({ title: quote.articleTitle, source: quote.articleSource, date: quote.articleDate })}
          </span>
        )}
      </p>
    </li>
  );
}
