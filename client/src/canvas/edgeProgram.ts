import { Program, type ProgramInfo } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { MODALITIES } from '../../../src/ontology.ts';
import type { Line } from '../state/lines.ts';
import type { DrawnLineAttributes, DrawnNodeAttributes } from './drawn.ts';
import { FRAME, type Frame, Items, setFrame, UNIFORMS, type Uniform } from './frame.ts';
import { DASHES, FADED_LINE, type LineLook } from './look.ts';
import type { Drawer, Projector, Shot } from './projector.ts';
import { inSight } from './sight.ts';

/** What the program reads of a line. Places are in the units of the layout. */
export interface DrawnLine {
  line: Line;
  look: LineLook;
  source: { x: number; y: number; size: number };
  target: { x: number; y: number; size: number };
}

export interface LineProgram extends Drawer {
  /** Takes a line in, or what has changed of it. */
  put(key: string, line: DrawnLine): void;
  /** Leaves a line out, whether it was there or not. */
  wipe(key: string): void;
}

/** GLSL for the dashes of each kind of statement. */
const dashes = MODALITIES.map((modality, i) => {
  const lengths = DASHES[modality].map((length) => length.toFixed(1)).join(', ');
  return `if (kind < ${i}.5) return vec4(${lengths});`;
}).join('\n  ');

// A dash is as long whatever the zoom. The line is a quadratic Bézier curve, cut where it enters the two nodes.
const VERTEX = /* glsl */ `
${FRAME}
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_sourceSize;
attribute float a_targetSize;
attribute float a_thickness;
attribute float a_curvature;
attribute float a_kind; // of statement, 8 more with an arrow head, and 16 for each level
attribute vec2 a_corner; // x: 0 to 1 along the body, 2 at the base of the head, 3 at its tip; y: side

varying vec4 v_dashes;
varying float v_along;
varying float v_across;
varying float v_half;

vec4 dashesOf(float kind) {
  ${dashes}
  return vec4(0.0);
}

vec2 curve(vec2 p, vec2 c, vec2 q, float t) {
  return mix(mix(p, c, t), mix(c, q, t), t);
}

// Where the curve leaves a circle about its beginning: a fixed point that three rounds come near enough to.
float leave(vec2 p, vec2 c, vec2 q, float radius, float chord) {
  float t = radius / chord;
  #ifdef BOWED
  for (int i = 0; i < 3; i++) t *= radius / max(distance(curve(p, c, q, t), p), 0.001);
  #endif
  return clamp(t, 0.0, 0.5);
}

void main() {
  vec2 p = onScreen(a_source);
  vec2 q = onScreen(a_target);
  float chord = max(distance(p, q), 0.001);
  vec2 direction = (q - p) / chord;
  vec2 c = (p + q) * 0.5 + vec2(-direction.y, direction.x) * a_curvature * chord;
  float len = (chord + distance(p, c) + distance(c, q)) * 0.5;

  float width = max(a_thickness / u_sizeRatio, 1.0);
  float arrow = step(7.5, mod(a_kind, 16.0));
  float headLength = arrow * (width * 2.0 + 5.0);
  float headHalf = width * 0.8 + 2.6;

  float from = leave(p, c, q, a_sourceSize / u_sizeRatio + 2.5, chord);
  float tip = 1.0 - leave(q, c, p, a_targetSize / u_sizeRatio + 2.5, chord);
  float base = max(from, 1.0 - leave(q, c, p, a_targetSize / u_sizeRatio + 2.5 + headLength, chord));

  float t = a_corner.x < 1.5 ? mix(from, base, a_corner.x) : a_corner.x < 2.5 ? base : tip;
  float halfWidth = a_corner.x < 1.5 ? width * 0.5 : a_corner.x < 2.5 ? headHalf * arrow : 0.0;
  vec2 at = curve(p, c, q, t);
  vec2 tangent = normalize(mix(c - p, q - c, t));
  v_color = shaded(floor(a_kind / 16.0), ${FADED_LINE});

  v_half = halfWidth;
  v_across = a_corner.y * (halfWidth + 1.0);
  v_along = (t - from) * len;
  v_dashes = a_corner.x < 1.5 ? dashesOf(mod(a_kind, 8.0)) : vec4(0.0);
  vec2 place = at + vec2(-tangent.y, tangent.x) * v_across;
  gl_Position = a_thickness > 0.0 ? atPixel(place) : vec4(2.0); // what is hidden is all zeros
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;

uniform float u_pixelRatio;

varying vec4 v_color;
varying vec4 v_dashes;
varying float v_along;
varying float v_across;
varying float v_half;

void main() {
  float alpha = clamp((v_half - abs(v_across)) * u_pixelRatio + 0.5, 0.0, 1.0);
  float period = v_dashes.x + v_dashes.y + v_dashes.z + v_dashes.w;
  if (period > 0.0) {
    float at = mod(v_along, period);
    float second = v_dashes.x + v_dashes.y;
    float inFirst = min(at, v_dashes.x - at);
    float inSecond = min(at - second, second + v_dashes.z - at);
    alpha *= clamp(max(inFirst, inSecond) * u_pixelRatio + 0.5, 0.0, 1.0);
  }
  if (alpha < 0.004) discard;
  gl_FragColor = vec4(v_color.rgb, 1.0) * v_color.a * alpha;
}
`;

/** Constant data of a body of so many pieces, and an arrow head. */
function corners(pieces: number): number[][] {
  const body = Array.from({ length: pieces + 1 }, (_, i) => i / pieces);
  return [...body, 2, 3].flatMap((along) => [
    [along, 1],
    [along, -1],
  ]);
}

/** Room for so many lines to begin with. */
const ROOM = 256;

/**
 * Makes a program for lines of so many pieces: 1 for straight ones, of which there are many; more for bows. sigma has
 * neither dashes nor straight and bowed arrows of one look; and its own programs write all lines anew when one comes in.
 */
export function lineProgram(pieces: number, projector: Projector, frame: Frame): LineProgram {
  const constant = corners(pieces);
  const Lines = class extends Program<Uniform, DrawnNodeAttributes, DrawnLineAttributes> implements Drawer {
    readonly #items = new Items(this);
    /** Where each line begins in the array. */
    readonly #starts = new Map<string, number>();

    override getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
      return {
        VERTICES: constant.length,
        VERTEX_SHADER_SOURCE: pieces > 1 ? `#define BOWED\n${VERTEX}` : VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_source', size: 2, type: FLOAT },
          { name: 'a_target', size: 2, type: FLOAT },
          { name: 'a_sourceSize', size: 1, type: FLOAT },
          { name: 'a_targetSize', size: 1, type: FLOAT },
          { name: 'a_thickness', size: 1, type: FLOAT },
          { name: 'a_curvature', size: 1, type: FLOAT },
          { name: 'a_kind', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: constant,
      };
    }

    put(key: string, { line, look, source, target }: DrawnLine): void {
      const start = this.#starts.get(key) ?? this.#room(key);
      const { array } = this;
      let at = start;
      array[at++] = source.x;
      array[at++] = source.y;
      array[at++] = target.x;
      array[at++] = target.y;
      array[at++] = source.size;
      array[at++] = target.size;
      array[at++] = look.size;
      array[at++] = line.curvature;
      array[at++] = MODALITIES.indexOf(line.modality) + (line.directed ? 8 : 0) + 16 * look.level;
      array[at] = floatColor(look.color);
      this.#items.note(start, look.level);
    }

    /** Its room is kept, for it may come back. */
    wipe(key: string): void {
      const start = this.#starts.get(key);
      if (start === undefined) return;
      this.array.fill(0, start, start + this.ATTRIBUTES_ITEMS_COUNT);
      this.#items.note(start, 0);
    }

    #room(key: string): number {
      const start = this.#starts.size * this.ATTRIBUTES_ITEMS_COUNT;
      if (start >= this.array.length) {
        const before = this.array;
        this.reallocate(Math.max(ROOM, 2 * this.capacity));
        this.array.set(before);
      }
      this.#starts.set(key, start);
      return start;
    }

    override setUniforms(params: RenderParams, info: ProgramInfo<Uniform>): void {
      setFrame(params, info, frame);
    }

    items({ params, fromLayout }: Shot): Float32Array[] {
      const length = this.ATTRIBUTES_ITEMS_COUNT;
      // Half the width of an arrow head, and the height of a bow.
      const reach = (items: Float32Array, start: number, chord: number) => {
        const [thickness, curvature] = [items[start + 6] ?? 0, items[start + 7] ?? 0];
        const width = Math.max(thickness / params.sizeRatio, 1);
        return thickness > 0 ? width + 3 + (Math.abs(curvature) * chord) / 2 : -1;
      };
      const sight = { ...params, matrix: fromLayout };
      return [this.#items.foremost('highest first'), this.array.slice(0, this.#starts.size * length)].map((items) =>
        inSight(items, { length, places: 2, reach }, sight),
      );
    }

    /** Under what is there already: nodes are drawn before lines, and what stands out before the rest. */
    draw(items: Float32Array, { params, fromLayout }: Shot): void {
      const { gl } = projector;
      gl.blendFunc(gl.ONE_MINUS_DST_ALPHA, gl.ONE);
      this.#items.with(items, () => this.render({ ...params, matrix: fromLayout }));
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    }

    override drawWebGL(method: number, info: ProgramInfo): void {
      super.drawWebGL(method, { ...info, frameBuffer: projector.sheet });
    }
  };
  return new Lines(projector.gl, null, projector.renderer);
}

/**
 * The point of a line at `t` (0 source, 1 target), as the program draws it.
 *
 * @param p and `q`: centres of the two nodes on the screen, y growing downwards
 */
export function pointOnLine(
  p: { x: number; y: number },
  q: { x: number; y: number },
  curvature: number,
  t: number,
): { x: number; y: number } {
  // y grows downwards here and upwards in the shader, so left is the other side.
  const c = { x: (p.x + q.x) / 2 + (q.y - p.y) * curvature, y: (p.y + q.y) / 2 - (q.x - p.x) * curvature };
  const bezier = (a: number, b: number, d: number) => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * d;
  return { x: bezier(p.x, c.x, q.x), y: bezier(p.y, c.y, q.y) };
}
