import { EdgeProgram, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { DrawnLineAttributes, DrawnNodeAttributes } from './drawn.ts';

/** Lengths in pixels: stroke, gap, stroke, gap. A pattern of zeros is an unbroken line. */
export type Dashes = readonly [number, number, number, number];

/** What the program reads of an edge beside sigma's own. */
export interface DrawnEdge extends EdgeDisplayData {
  /** Height of the bow over half the distance, to the left of source → target. */
  curvature: number;
  dashes: Dashes;
  /** 1 with an arrow head, 0 without. */
  arrow: number;
}

const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_resolution', 'u_pixelRatio'] as const;

// All is reckoned in pixels of the screen: a dash is as long whatever the zoom. The line is a quadratic Bézier curve,
// cut where it enters the two nodes.
const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_sourceSize;
attribute float a_targetSize;
attribute float a_thickness;
attribute float a_curvature;
attribute float a_arrow;
attribute vec4 a_dashes;
attribute vec2 a_corner; // x: 0 to 1 along the body, 2 at the base of the head, 3 at its tip; y: side

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform vec2 u_resolution;

varying vec4 v_color;
varying vec4 v_dashes;
varying float v_along;
varying float v_across;
varying float v_half;

const float bias = 255.0 / 254.0;

vec2 curve(vec2 p, vec2 c, vec2 q, float t) {
  return mix(mix(p, c, t), mix(c, q, t), t);
}

// Where the curve leaves a circle about its beginning: a fixed point that three rounds come near enough to.
float leave(vec2 p, vec2 c, vec2 q, float radius, float chord) {
  float t = radius / chord;
  for (int i = 0; i < 3; i++) t *= radius / max(distance(curve(p, c, q, t), p), 0.001);
  return clamp(t, 0.0, 0.5);
}

void main() {
  vec2 p = (u_matrix * vec3(a_source, 1.0)).xy * u_resolution * 0.5;
  vec2 q = (u_matrix * vec3(a_target, 1.0)).xy * u_resolution * 0.5;
  float chord = max(distance(p, q), 0.001);
  vec2 direction = (q - p) / chord;
  vec2 c = (p + q) * 0.5 + vec2(-direction.y, direction.x) * a_curvature * chord;
  float len = (chord + distance(p, c) + distance(c, q)) * 0.5;

  float width = max(a_thickness / u_sizeRatio, 1.0);
  float headLength = a_arrow * (width * 2.0 + 5.0);
  float headHalf = width * 0.8 + 2.6;

  float from = leave(p, c, q, a_sourceSize / u_sizeRatio + 2.5, chord);
  float tip = 1.0 - leave(q, c, p, a_targetSize / u_sizeRatio + 2.5, chord);
  float base = max(from, 1.0 - leave(q, c, p, a_targetSize / u_sizeRatio + 2.5 + headLength, chord));

  float t = a_corner.x < 1.5 ? mix(from, base, a_corner.x) : a_corner.x < 2.5 ? base : tip;
  float halfWidth = a_corner.x < 1.5 ? width * 0.5 : a_corner.x < 2.5 ? headHalf * a_arrow : 0.0;
  vec2 at = curve(p, c, q, t);
  vec2 tangent = normalize(mix(c - p, q - c, t));
  #ifdef PICKING_MODE
  halfWidth = max(halfWidth, 5.0);
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;

  v_half = halfWidth;
  v_across = a_corner.y * (halfWidth + 1.0);
  v_along = (t - from) * len;
  v_dashes = a_corner.x < 1.5 ? a_dashes : vec4(0.0);
  vec2 place = at + vec2(-tangent.y, tangent.x) * v_across;
  gl_Position = vec4(place * 2.0 / u_resolution, 0.0, 1.0);
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
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
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
  #endif
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

/**
 * A program for lines of so many pieces: 1 for straight ones, of which there are many; more for bows. sigma has neither
 * dashes nor straight and bowed arrows of one look, hence this one.
 */
function lineProgram(pieces: number) {
  const constant = corners(pieces);
  return class extends EdgeProgram<(typeof UNIFORMS)[number], DrawnNodeAttributes, DrawnLineAttributes> {
    override getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
      return {
        VERTICES: constant.length,
        VERTEX_SHADER_SOURCE: VERTEX,
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
          { name: 'a_arrow', size: 1, type: FLOAT },
          { name: 'a_dashes', size: 4, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: constant,
      };
    }

    override processVisibleItem(
      index: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      edge: DrawnEdge,
    ): void {
      const { array } = this;
      let at = start;
      array[at++] = source.x;
      array[at++] = source.y;
      array[at++] = target.x;
      array[at++] = target.y;
      array[at++] = source.size;
      array[at++] = target.size;
      array[at++] = edge.size;
      array[at++] = edge.curvature;
      array[at++] = edge.arrow;
      for (const length of edge.dashes) array[at++] = length;
      array[at++] = floatColor(edge.color);
      array[at++] = index;
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<(typeof UNIFORMS)[number]>): void {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniform2f(uniformLocations.u_resolution, params.width, params.height);
      gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
    }
  };
}

export const StraightProgram = lineProgram(1);
export const BowedProgram = lineProgram(16);

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
