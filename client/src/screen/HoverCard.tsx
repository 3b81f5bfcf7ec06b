import { useEffect, useState } from 'react';
import { useExplorer } from '../explorer.ts';
import { useStore } from '../state/store.ts';
import { count, dateWords, relationWords, TYPE_WORDS } from '../state/words.ts';
import { ModalityBadge, Stroke } from './Facts.tsx';
import classes from './HoverCard.module.css';
import { Shape } from './Shape.tsx';

/** So long the pointer rests on something before its card comes. */
const REST = 400;
const MOST_EDGES = 4;
/** Beside the pointer, and inside of the canvas, in pixels. */
const BESIDE = 14;
const WIDEST = 300;
const TALLEST = 150;

/** What the pointer rests on, in a few words; the panels say the same to those who have no pointer. */
export function HoverCard() {
  const { scene, stage } = useExplorer();
  const hovered = useStore(scene, (value) => value.hovered);
  const [card, setCard] = useState<{ of: typeof hovered; x: number; y: number } | null>(null);
  useEffect(() => {
    setCard(null);
    if (hovered === null) return;
    const wait = setTimeout(() => {
      const place = stage.pointer;
      if (place) setCard({ of: hovered, ...place });
    }, REST);
    return () => clearTimeout(wait);
  }, [hovered, stage]);
  useEffect(() => {
    const leave = () => setCard(null);
    for (const event of ['pointerdown', 'wheel'] as const) addEventListener(event, leave);
    return () => {
      for (const event of ['pointerdown', 'wheel'] as const) removeEventListener(event, leave);
    };
  }, []);
  if (!card?.of) return null;
  const place = {
    left: `min(${card.x + BESIDE}px, calc(100% - ${WIDEST}px))`,
    top: `min(${card.y + BESIDE}px, calc(100% - ${TALLEST}px))`,
  };
  return (
    <div className={classes.card} style={place} aria-hidden="true">
      {'node' in card.of ? <NodeCard node={card.of.node} /> : <LineCard line={card.of.line} />}
    </div>
  );
}

function NodeCard({ node }: { node: string }) {
  const { network } = useExplorer();
  if (!network.hasNode(node)) return null;
  const { label, type, aliases, degree, articles, firstDate, lastDate } = network.getNodeAttributes(node);
  const dates = [...new Set([firstDate, lastDate])].flatMap((date) => (date === null ? [] : dateWords(date)));
  return (
    <>
      <p className={classes.name}>
        <Shape type={type} size={13} /> {label}
      </p>
      {aliases.length > 0 && <p className={classes.soft}>also {aliases.slice(0, 3).join(' · ')}</p>}
      <p className={classes.soft}>
        {TYPE_WORDS[type].one} · {count(degree, 'relation')} · {count(articles, 'article')}
      </p>
      {dates.length > 0 && <p className={classes.soft}>{dates.join(' – ')}</p>}
    </>
  );
}

function LineCard({ line }: { line: string }) {
  const { network, shown, stage } = useExplorer();
  if (!stage.drawing.hasEdge(line)) return null;
  const edges = stage.drawing.getEdgeAttribute(line, 'line').edges.filter((edge) => shown.edges.has(edge));
  return (
    <>
      {edges.slice(0, MOST_EDGES).map((edge) => {
        const { type, modality, date, sources } = network.getEdgeAttributes(edge);
        const [from, to] = network.extremities(edge).map((node) => network.getNodeAttribute(node, 'label'));
        return (
          <div key={edge} className={classes.edge}>
            <p>
              {from} <em>{relationWords(type)}</em> {to}
            </p>
            <p className={classes.soft}>
              <Stroke modality={modality} width={22} />
              <ModalityBadge modality={modality} />
              {date && <span>{dateWords(date)}</span>}
              <span>{count(sources, 'source')}</span>
            </p>
          </div>
        );
      })}
      {edges.length > MOST_EDGES && <p className={classes.soft}>and {edges.length - MOST_EDGES} more</p>}
    </>
  );
}
