import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { ENTITY_TYPES, type EntityType } from '../../../src/ontology.ts';
import type { DrawnLineAttributes, DrawnNodeAttributes } from './drawn.ts';

/** What the program reads of a node beside sigma's own. */
export interface DrawnNode extends NodeDisplayData {
  entityType: EntityType;
  /** Width of the ring about it in pixels; 0 is none. */
  ring: number;
  ringColor: string;
  /** Between node and ring, and around every node: it parts nodes from the lines beneath. */
  gapColor: string;
}

const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_resolution', 'u_pixelRatio'] as const;

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_ringColor;
attribute vec4 a_gapColor;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_ring;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform vec2 u_resolution;

varying vec4 v_color;
varying vec4 v_ringColor;
varying vec4 v_gapColor;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying float v_ring;

const float bias = 255.0 / 254.0;

void main() {
  v_radius = a_size / u_sizeRatio;
  v_ring = a_ring;
  v_shape = a_shape;
  v_at = a_corner * (v_radius * 1.25 + a_ring + 4.0);
  vec2 center = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(center + v_at * 2.0 / u_resolution, 0.0, 1.0);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_ringColor = a_ringColor;
  v_gapColor = a_gapColor;
}
`;

// Signed distances after Inigo Quilez, "2D distance functions" (MIT); the shapes are balanced to look equally large.
const FRAGMENT = /* glsl */ `
precision highp float;

uniform float u_pixelRatio;

varying vec4 v_color;
varying vec4 v_ringColor;
varying vec4 v_gapColor;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying float v_ring;

float box(vec2 p, vec2 half_, float round_) {
  vec2 q = abs(p) - half_ + round_;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - round_;
}

float polygon(vec2 p, float r, float n) {
  float sector = 6.2831853 / n;
  float a = atan(p.x, p.y);
  return cos(floor(0.5 + a / sector) * sector - a) * length(p) - r * cos(sector * 0.5);
}

float star(vec2 p, float r) {
  float sector = 6.2831853 / 6.0;
  float a = mod(atan(p.x, p.y) + sector * 0.5, sector) - sector * 0.5;
  vec2 q = length(p) * vec2(cos(a), abs(sin(a))) - vec2(r, 0.0);
  vec2 edge = vec2(-0.72, 0.69);
  q += edge * clamp(-dot(q, edge), 0.0, r * 0.5);
  return length(q) * sign(q.y * 0.72 + q.x * 0.69);
}

float shape(vec2 p, float r) {
  if (v_shape < 0.5) return length(p) - r;
  if (v_shape < 1.5) return box(p, vec2(r * 0.9), r * 0.28);
  if (v_shape < 2.5) return box(mat2(0.7071, -0.7071, 0.7071, 0.7071) * p, vec2(r * 0.86), r * 0.16);
  if (v_shape < 3.5) return polygon(p + vec2(0.0, r * 0.06), r * 1.02, 5.0) - r * 0.08;
  if (v_shape < 4.5) return star(p, r * 1.2);
  return box(p, vec2(r * 0.74, r * 0.98), r * 0.14);
}

void main() {
  float d = shape(v_at, v_radius);
  #ifdef PICKING_MODE
  if (d > 3.0) discard;
  gl_FragColor = v_color;
  #else
  float inside = clamp(0.5 - d * u_pixelRatio, 0.0, 1.0);
  float gap = clamp(0.5 - (d - 1.6) * u_pixelRatio, 0.0, 1.0);
  float ring = v_ring > 0.0 ? clamp(0.5 - (d - 1.6 - v_ring) * u_pixelRatio, 0.0, 1.0) : 0.0;
  vec4 color = vec4(v_ringColor.rgb, 1.0) * ring;
  color = mix(color, vec4(v_gapColor.rgb, 1.0), gap);
  color = mix(color, vec4(v_color.rgb, 1.0), inside);
  if (color.a < 0.004) discard;
  gl_FragColor = color;
  #endif
}
`;

/** Draws each entity type in a shape of its own, so that no one has to tell types by colour alone. */
export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number], DrawnNodeAttributes, DrawnLineAttributes> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
    return {
      VERTICES: 4,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_ring', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_ringColor', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_gapColor', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ],
    };
  }

  override processVisibleItem(index: number, start: number, node: DrawnNode): void {
    this.array.set(
      [
        node.x,
        node.y,
        node.size,
        ENTITY_TYPES.indexOf(node.entityType),
        node.ring,
        floatColor(node.color),
        floatColor(node.ringColor),
        floatColor(node.gapColor),
        index,
      ],
      start,
    );
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<(typeof UNIFORMS)[number]>): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniform2f(uniformLocations.u_resolution, params.width, params.height);
    gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
  }
}
