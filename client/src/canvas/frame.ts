import type { Program as AnyProgram, ProgramInfo } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';
import type { DrawnLineAttributes, DrawnNodeAttributes } from './drawn.ts';

type Program = AnyProgram<Uniform, DrawnNodeAttributes, DrawnLineAttributes>;

/** What holds for everything in a picture: what is faded into and how large nodes are. */
export interface Frame {
  /** Of the ground, each from 0 to 1. */
  ground: readonly [number, number, number];
  /** Whether something is in the light, and all else fades. */
  fading: boolean;
  /** How much room nodes have when the camera stands at ratio 1: 1 is enough, and less makes them smaller. */
  scale: number;
}

export const newFrame = (): Frame => ({
  ground: [1, 1, 1],
  fading: false,
  scale: 1,
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

/** The items of a program, and those of them that stand out. */
export class Items {
  readonly #program: Program;
  readonly #levels = new Map<number, Level>();

  constructor(program: Program) {
    this.#program = program;
  }

  /** @param start where the item begins in the program's array */
  note(start: number, level: Level): void {
    if (level > 0) this.#levels.set(start, level);
    else this.#levels.delete(start);
  }

  clear(): void {
    this.#levels.clear();
  }

  all(): Float32Array {
    return this.#program.array.slice();
  }

  /**
   * They are drawn once more, over the others: sorting all items by what is in the light, as sigma's zIndex does, takes
   * longer than a frame in a large graph.
   */
  foremost(order: 'highest first' | 'highest last'): Float32Array {
    const starts = [...this.#levels].sort(([a, x], [b, y]) => x - y || a - b).map(([start]) => start);
    if (order === 'highest first') starts.reverse();
    const length = this.#program.ATTRIBUTES_ITEMS_COUNT;
    const items = new Float32Array(starts.length * length);
    for (const [i, start] of starts.entries())
      items.set(this.#program.array.subarray(start, start + length), i * length);
    return items;
  }

  /** Draws these in the place of all, wherever the program draws. */
  with(items: Float32Array, draw: () => void): void {
    const { array, capacity, verticesCount, VERTICES, ATTRIBUTES_ITEMS_COUNT } = this.#program;
    const count = items.length / ATTRIBUTES_ITEMS_COUNT;
    Object.assign(this.#program, { array: items, capacity: count, verticesCount: VERTICES * count });
    draw();
    Object.assign(this.#program, { array, capacity, verticesCount });
  }
}
