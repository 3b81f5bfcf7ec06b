import { useMemo, useState } from 'react';
import { ENTITY_TYPES, MODALITIES } from '../../../src/ontology.ts';
import { useExplorer } from '../explorer.ts';
import { counts } from '../state/filters.ts';
import { useStore } from '../state/store.ts';
import { MODALITY_WORDS, relationWords, TYPE_WORDS } from '../state/words.ts';
import { Stroke } from './Facts.tsx';
import classes from './Legend.module.css';
import { LegendRow } from './LegendRow.tsx';
import { Shape } from './Shape.tsx';

const RELATIONS_AT_FIRST = 9;

/** What shapes, colours and strokes mean, how many there are of each, and a switch for each. */
export function Legend() {
  const { network, scene, view } = useExplorer();
  const version = useStore(scene, (value) => value.version);
  const [allRelations, setAllRelations] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the network changes in place, and `version` with it
  const { types, relations, modalities } = useMemo(() => counts(network), [network, version]);
  const shown = allRelations ? relations : relations.slice(0, RELATIONS_AT_FIRST);
  const every = relations.map(({ type }) => type);

  return (
    <div className={classes.legend}>
      <Group title="Entities">
        {types.map(({ type, count }) => (
          <LegendRow
            key={type}
            label={TYPE_WORDS[type].many}
            count={count}
            mark={<Shape type={type} size={15} />}
            {...switched(type, view.types, ENTITY_TYPES, (off) => view.filter({ types: off }))}
          />
        ))}
      </Group>
      <Group title="Said as">
        {modalities.map(({ modality, count }) => (
          <LegendRow
            key={modality}
            label={MODALITY_WORDS[modality].label}
            count={count}
            mark={<Stroke modality={modality} width={26} />}
            {...switched(modality, view.modalities, MODALITIES, (off) => view.filter({ modalities: off }))}
          />
        ))}
      </Group>
      <Group title="Relations">
        {shown.map(({ type, count }) => (
          <LegendRow
            key={type}
            label={relationWords(type)}
            count={count}
            {...switched(type, view.relations, every, (off) => view.filter({ relations: off }))}
          />
        ))}
        {relations.length > RELATIONS_AT_FIRST && (
          <li>
            <button
              type="button"
              className={classes.more}
              aria-expanded={allRelations}
              onClick={() => setAllRelations(!allRelations)}
            >
              {allRelations ? 'Fewer' : `All ${relations.length} relations`}
            </button>
          </li>
        )}
      </Group>
    </div>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={classes.group} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      <ul className={classes.rows}>{children}</ul>
    </section>
  );
}

/** The two ways to switch: this one on or off, or this one alone. */
function switched<T>(value: T, off: readonly T[], all: readonly T[], set: (off: T[]) => unknown) {
  const on = !off.includes(value);
  const alone = on && off.length === all.length - 1;
  return {
    on,
    alone,
    onToggle: () => void set(on ? [...off, value] : off.filter((other) => other !== value)),
    onAlone: () => void set(alone ? [] : all.filter((other) => other !== value)),
  };
}
