import { useState } from 'react';
import { ENTITY_TYPES, MODALITIES } from '../../../src/ontology.ts';
import { MANY_SOURCES, thickness } from '../canvas/look.ts';
import { useExplorer } from '../explorer.ts';
import { MODALITY_WORDS, relationWords, TYPE_WORDS } from '../state/words.ts';
import { Stroke } from './Facts.tsx';
import { FilterGroup } from './FilterGroup.tsx';
import classes from './Legend.module.css';
import { LegendRow } from './LegendRow.tsx';
import { SaidFilters } from './SaidFilters.tsx';
import { Shape } from './Shape.tsx';
import { SureFilters } from './SureFilters.tsx';

const RELATIONS_AT_FIRST = 9;

/** What shapes, colours and strokes mean, how many there are of each, and a switch for each. */
export function Legend() {
  const { kinds, shown, view } = useExplorer();
  const [allRelations, setAllRelations] = useState(false);
  const every = kinds.relations.map(([type]) => type);
  const listed = allRelations ? kinds.relations : kinds.relations.slice(0, RELATIONS_AT_FIRST);
  const { counts } = shown;

  return (
    <div className={classes.legend}>
      <FilterGroup title="Entities">
        {ENTITY_TYPES.filter((type) => kinds.types.has(type)).map((type) => (
          <LegendRow
            key={type}
            label={TYPE_WORDS[type].many}
            count={(kinds.ofStore ? kinds : counts).types.get(type) ?? 0}
            mark={<Shape type={type} size={15} />}
            {...switched(type, view.types, ENTITY_TYPES, (types) => view.change({ types }))}
          />
        ))}
      </FilterGroup>
      <FilterGroup title="Said as">
        {MODALITIES.map((modality) => (
          <LegendRow
            key={modality}
            label={MODALITY_WORDS[modality].label}
            count={(kinds.ofStore ? kinds : counts).modalities.get(modality) ?? 0}
            mark={<Stroke modality={modality} width={26} />}
            {...switched(modality, view.modalities, MODALITIES, (modalities) => view.change({ modalities }))}
          />
        ))}
      </FilterGroup>
      {kinds.sources > 1 && <Thickness most={kinds.sources} />}
      <FilterGroup title="Relations">
        {listed.map(([type, inAll]) => (
          <LegendRow
            key={type}
            label={relationWords(type)}
            count={kinds.ofStore ? inAll : (counts.relations.get(type) ?? 0)}
            {...switched(type, view.relations, every, (relations) => view.change({ relations }))}
          />
        ))}
        {every.length > RELATIONS_AT_FIRST && (
          <li>
            <button
              type="button"
              className={classes.more}
              aria-expanded={allRelations}
              onClick={() => setAllRelations(!allRelations)}
            >
              {allRelations ? 'Fewer' : `All ${every.length} relations`}
            </button>
          </li>
        )}
      </FilterGroup>
      <SureFilters />
      <SaidFilters />
    </div>
  );
}

/** What the thickness of a line means. */
function Thickness({ most }: { most: number }) {
  const steps = [1, 2, MANY_SOURCES].filter((sources) => sources <= most);
  return (
    <section className={classes.group} aria-label="Independent sources">
      <h2 className={classes.title}>Independent sources</h2>
      <ul className={classes.thickness}>
        {steps.map((sources) => (
          <li key={sources}>
            <Stroke modality="actual" width={26} thickness={thickness(sources)} />
            {sources === MANY_SOURCES ? `${sources} or more` : sources}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The two ways to switch: this one on or off, or this one alone. */
function switched<T>(value: T, off: readonly T[], all: readonly T[], set: (off: T[]) => void) {
  const on = !off.includes(value);
  const alone = on && off.length === all.length - 1;
  return {
    on,
    alone,
    onToggle: () => set(on ? [...off, value] : off.filter((other) => other !== value)),
    onAlone: () => set(alone ? [] : all.filter((other) => other !== value)),
  };
}
