import { ENTITY_TYPES } from '../../../src/ontology.ts';
import { TYPE_WORDS } from '../state/words.ts';
import type { LabelOptions, Renderer } from './labels.ts';
import type { Stage } from './stage.ts';

const FOOT = 40;

/** Saves what the canvas shows as a PNG, with a legend and the day under it. */
export async function downloadPicture(stage: Stage): Promise<void> {
  const { renderer, labels } = stage;
  if (!renderer || !labels) return;
  const picture = copyOf(renderer, labels.palette.paper);
  const blob = await new Promise<Blob | null>((done) => withFoot(picture, stage, labels).toBlob(done));
  if (blob) save(blob, 'dateline.png');
}

/** The layers of the canvas, one over the other. Drawn anew first: the browser forgets a WebGL picture once it is shown. */
function copyOf(renderer: Renderer, ground: string): HTMLCanvasElement {
  renderer.refresh();
  const { edges, nodes, labels } = renderer.getCanvases();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!edges || !nodes || !labels || !context) return canvas;
  canvas.width = edges.width;
  canvas.height = edges.height;
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const layer of [edges, nodes, labels]) context.drawImage(layer, 0, 0);
  return canvas;
}

function withFoot(picture: HTMLCanvasElement, { drawing }: Stage, { palette }: LabelOptions): HTMLCanvasElement {
  const scale = devicePixelRatio || 1;
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height + FOOT * scale;
  const context = canvas.getContext('2d');
  if (!context) return picture;
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0);
  context.scale(scale, scale);
  context.font = '500 12px "Public Sans Variable", system-ui, sans-serif';
  context.textBaseline = 'middle';
  const y = picture.height / scale + FOOT / 2;
  const present = new Set(drawing.mapNodes((_, { entityType }) => entityType));
  let x = 20;
  for (const type of ENTITY_TYPES.filter((each) => present.has(each))) {
    context.fillStyle = palette.types[type];
    context.beginPath();
    context.arc(x, y, 5, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = palette.ink;
    context.fillText(TYPE_WORDS[type].many, x + 11, y);
    x += 34 + context.measureText(TYPE_WORDS[type].many).width;
  }
  const source = `Dateline, ${new Date().toISOString().slice(0, 10)}`;
  context.fillStyle = palette.soft;
  context.textAlign = 'right';
  context.fillText(source, canvas.width / scale - 20, y);
  return canvas;
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
