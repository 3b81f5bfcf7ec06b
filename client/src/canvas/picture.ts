import { ENTITY_TYPES } from '../../../src/ontology.ts';
import { count, dateWords, MODALITY_WORDS, TYPE_WORDS } from '../state/words.ts';
import { type Figure, figures, shapePath } from './figures.ts';
import { placedLabels } from './labels.ts';
import { DASHES } from './look.ts';
import type { Stage } from './stage.ts';

const FOOT = 44;
const FAMILY = '"Public Sans Variable", "Public Sans", system-ui, sans-serif';

interface Picture {
  width: number;
  height: number;
  ground: string;
  figures: Figure[];
}

/**
 * Saves what the canvas shows, with a legend, the day and where it is from.
 *
 * @param scale pixels of the file for each of the screen
 */
export async function savePng(stage: Stage, articles: number, scale: number): Promise<void> {
  const picture = pictureOf(stage, articles);
  if (!picture) return;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(scale, scale);
  context.fillStyle = picture.ground;
  context.fillRect(0, 0, picture.width, picture.height);
  for (const figure of picture.figures) paint(context, figure);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done));
  if (blob) save(blob, 'dateline.png');
}

/** The same as a drawing, which can be printed at any size and changed in a drawing program. */
export function saveSvg(stage: Stage, articles: number): void {
  const picture = pictureOf(stage, articles);
  if (picture) save(new Blob([svgOf(picture)], { type: 'image/svg+xml' }), 'dateline.svg');
}

function pictureOf(stage: Stage, articles: number): Picture | null {
  const { board: renderer, labels } = stage;
  const context = renderer.getCanvases().labels?.getContext('2d');
  if (!labels || !context) return null;
  const { width, height } = renderer.getDimensions();
  const { palette } = stage.painter;
  const seen = figures(renderer, stage.painter, placedLabels(context, renderer, labels));
  const foot: Figure[] = [
    { kind: 'path', d: `M0 ${height}h${width}v${FOOT}h${-width}Z`, fill: palette.surface },
    ...legend(stage, context, height + FOOT / 2),
    {
      kind: 'text',
      ...textLook,
      text: sourceLine(stage, articles),
      x: width - 20,
      y: height + FOOT / 2,
      color: palette.soft,
      end: true,
    },
  ];
  return { width, height: height + FOOT, ground: palette.paper, figures: [...seen, ...foot] };
}

const textLook = { size: 12, weight: 500 } as const;

function sourceLine({ drawing }: Stage, articles: number): string {
  const entities = drawing.filterNodes((_, { hidden }) => !hidden).length;
  const day = dateWords(new Date().toISOString().slice(0, 10));
  return `${count(entities, 'entity', 'entities')} from ${count(articles, 'article')} · Dateline, ${day}`;
}

/** The shapes and strokes that are there, with their names. */
function legend({ drawing, painter: { palette } }: Stage, context: CanvasRenderingContext2D, y: number): Figure[] {
  const shapes = new Set(
    drawing.filterNodes((_, { hidden }) => !hidden).map((node) => drawing.getNodeAttribute(node, 'entityType')),
  );
  const strokes = new Set(
    drawing.filterEdges((_, { hidden }) => !hidden).map((line) => drawing.getEdgeAttribute(line, 'line').modality),
  );
  const drawn: Figure[] = [];
  let x = 20;
  context.font = `${textLook.weight} ${textLook.size}px ${FAMILY}`;
  const named = (name: string, mark: Figure, width: number) => {
    drawn.push(mark, { kind: 'text', ...textLook, text: name, x: x + width + 6, y, color: palette.ink });
    x += width + 24 + context.measureText(name).width;
  };
  for (const type of ENTITY_TYPES.filter((each) => shapes.has(each)))
    named(
      TYPE_WORDS[type].many,
      { kind: 'path', d: shapePath(type, { x: x + 5, y }, 5), fill: palette.types[type] },
      10,
    );
  for (const modality of ['planned', 'possible', 'negated'] as const) {
    if (!strokes.has(modality)) continue;
    const stroke = {
      kind: 'path',
      d: `M${x} ${y}h26`,
      stroke: palette.lit[modality],
      width: 2,
      dashes: DASHES[modality],
    } as const;
    named(MODALITY_WORDS[modality].label, stroke, 26);
  }
  return drawn;
}

function paint(context: CanvasRenderingContext2D, figure: Figure): void {
  context.lineJoin = 'round';
  if (figure.kind === 'path') {
    const path = new Path2D(figure.d);
    if (figure.fill !== undefined) {
      context.fillStyle = figure.fill;
      context.fill(path);
    }
    if (figure.stroke !== undefined) {
      context.strokeStyle = figure.stroke;
      context.lineWidth = figure.width ?? 1;
      context.setLineDash([...(figure.dashes ?? [])]);
      context.stroke(path);
      context.setLineDash([]);
    }
    return;
  }
  const { text, x, y, size, weight, color, halo, end } = figure;
  context.font = `${weight} ${size}px ${FAMILY}`;
  context.textBaseline = 'middle';
  context.textAlign = end ? 'right' : 'left';
  if (halo !== undefined) {
    context.strokeStyle = halo;
    context.lineWidth = 4;
    context.strokeText(text, x, y);
  }
  context.fillStyle = color;
  context.fillText(text, x, y);
}

function svgOf({ width, height, ground, figures: drawn }: Picture): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(FAMILY)}">`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    ...drawn.map(svgFigure),
    '</svg>\n',
  ].join('\n');
}

function svgFigure(figure: Figure): string {
  if (figure.kind === 'path') {
    const { d, fill = 'none', stroke, width, dashes } = figure;
    const line = stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${width ?? 1}"`;
    return `<path d="${d}" fill="${fill}"${line}${dashes ? ` stroke-dasharray="${dashes.join(' ')}"` : ''}/>`;
  }
  const { text, x, y, size, weight, color, halo, end } = figure;
  const around =
    halo === undefined ? '' : ` stroke="${halo}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`;
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" font-weight="${weight}" fill="${color}" dominant-baseline="central"${end ? ' text-anchor="end"' : ''}${around}>${escaped(text)}</text>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text from articles stays text; control characters are none of XML's. */
const escaped = (text: string): string =>
  text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

export function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
