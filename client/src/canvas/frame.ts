import type { Program as AnyProgram, ProgramInfo } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';
import type { DrawnLineAttributes, DrawnNodeAttributes } from './drawn.ts';

type Program = AnyProgram<Uniform, DrawnNodeAttributes, DrawnLineAttributes>;

/** What holds for everything in a picture: what is faded into, and how much of it is drawn. */
export interface Frame {
  /** Of the ground, each from 0 to 1. */
  ground: readonly [number, number, number];
  /** Whether something is in the light, and all else fades. */
  fading: boolean;
  /** While the picture moves nobody asks what the pointer is on, so that is not drawn. */
  moving: boolean;
  /** How much room nodes have when the camera stands at ratio 1: 1 is enough, and less makes them smaller. */
  scale: number;
  /** Lines that are drawn at most; the rest waits until the picture stands still. */
  lines: number;
}

export const newFrame = (): Frame => ({
  ground: [1, 1, 1],
  fading: false,
  moving: false,
  scale: 1,
  lines: Number.POSITIVE_INFINITY,
});

/** How far an item stands out: with the rest, in the light, or before all others. */
export type Level = 0 | 1 | 2;

export const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_resolution', 'u_pixelRatio', 'u_ground', 'u_fading'] as const;
export type Uniform = (typeof UNIFORMS)[number];

/** GLSL that node and line shaders begin with. Places are reckoned in pixels of the screen from its middle. */
export const FRAME = /* glsl */ `
attribute vec4 a_color;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform vec2 u_resolution;
uniform vec3 u_ground;
uniform float u_fading;
varying vec4 v_color;

vec2 onScreen(vec2 place) {
  return (u_matrix * vec3(place, 1.0)).xy * u_resolution * 0.5;
}

vec4 atPixel(vec2 place) {
  return vec4(place * 2.0 / u_resolution, 0.0, 1.0);
}

// Fades into the ground rather than into transparency, so that faded lines do not add up.
vec4 shaded(float level, float faded) {
  return vec4(mix(u_ground, a_color.rgb, level > 0.5 ? 1.0 : mix(1.0, faded, u_fading)), a_color.a * 255.0 / 254.0);
}
`;

export function setFrame(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>, frame: Frame): void {
  gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
  gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
  gl.uniform2f(uniformLocations.u_resolution, params.width, params.height);
  gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
  gl.uniform3f(uniformLocations.u_ground, ...frame.ground);
  gl.uniform1f(uniformLocations.u_fading, frame.fading ? 1 : 0);
}

/** Draws without what tells which item is where, as long as the picture moves. */
export function withoutPicking(program: Program, { moving }: Frame, draw: () => void): void {
  const { pickProgram } = program;
  if (moving) program.pickProgram = null;
  draw();
  program.pickProgram = pickProgram;
}

/** Draws no more items than `most`: the first. */
export function drawAtMost(program: Program, most: number, draw: () => void): void {
  const { capacity } = program;
  program.capacity = Math.min(capacity, most);
  if (program.capacity > 0) draw();
  program.capacity = capacity;
}

/**
 * The items of a program that stand out. They are drawn once more, over the others: sorting all items by what is in the
 * light, as sigma's zIndex does, takes longer than a frame in a large graph.
 */
export class Foremost {
  readonly #levels = new Map<number, Level>();

  /** @param start where the item begins in the program's array */
  note(start: number, level: Level): void {
    if (level > 0) this.#levels.set(start, level);
    else this.#levels.delete(start);
  }

  clear(): void {
    this.#levels.clear();
  }

  draw(program: Program, { gl, buffer }: ProgramInfo, draw: () => void): void {
    if (this.#levels.size === 0) return;
    const starts = [...this.#levels].sort(([a, x], [b, y]) => x - y || a - b).map(([start]) => start);
    const length = program.ATTRIBUTES_ITEMS_COUNT;
    const items = new Float32Array(starts.length * length);
    for (const [i, start] of starts.entries()) items.set(program.array.subarray(start, start + length), i * length);
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, items, gl.DYNAMIC_DRAW);
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
    const { capacity } = program;
    program.capacity = starts.length;
    draw();
    program.capacity = capacity;
  }
}
