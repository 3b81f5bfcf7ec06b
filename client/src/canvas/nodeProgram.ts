import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { ENTITY_TYPES, type EntityType } from '../../../src/ontology.ts';
import type { DrawnLineAttributes, DrawnNodeAttributes } from './drawn.ts';
import { FRAME, Items, setFrame, UNIFORMS, type Uniform } from './frame.ts';
import type { Renderer } from './labels.ts';
import { FADED_NODE, type NodeLook } from './look.ts';
import type { Painter } from './painter.ts';
import type { Drawer, Projector, Shot } from './projector.ts';
import { inSight } from './sight.ts';

/** What the program reads of a node beside sigma's own. */
export type DrawnNode = NodeDisplayData & NodeLook & { entityType: EntityType };

const VERTEX = /* glsl */ `
${FRAME}
attribute vec4 a_ringColor;
attribute vec2 a_position;
attribute float a_size;
attribute float a_kind; // the shape, and 8 for each level
attribute float a_ring;
attribute vec2 a_corner;

varying vec4 v_ringColor;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying float v_ring;

void main() {
  v_radius = a_size / u_sizeRatio;
  v_ring = a_ring;
  v_shape = mod(a_kind, 8.0);
  v_at = a_corner * (v_radius * 1.25 + a_ring + 3.0);
  // what is hidden is all zeros
  gl_Position = a_size > 0.0 ? atPixel(onScreen(a_position) + v_at) : vec4(2.0);
  v_color = shaded(floor(a_kind / 8.0), ${FADED_NODE});
  v_ringColor = a_ringColor;
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;

uniform float u_pixelRatio;
uniform vec3 u_ground;

varying vec4 v_color;
varying vec4 v_ringColor;
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
  float inside = clamp(0.5 - d * u_pixelRatio, 0.0, 1.0);
  float rim = min(1.6, v_radius * 0.3);
  float gap = clamp(0.5 - (d - rim) * u_pixelRatio, 0.0, 1.0);
  float ring = v_ring > 0.0 ? clamp(0.5 - (d - rim - v_ring) * u_pixelRatio, 0.0, 1.0) : 0.0;
  vec4 color = vec4(v_ringColor.rgb, 1.0) * ring;
  color = mix(color, vec4(u_ground, 1.0), gap);
  color = mix(color, vec4(v_color.rgb, 1.0), inside);
  if (color.a < 0.004) discard;
  gl_FragColor = color;
}
`;

/** Draws each entity type in a shape of its own, so that no one has to tell types by colour alone. */
export const shapeProgram = (painter: Painter) =>
  class extends NodeProgram<Uniform, DrawnNodeAttributes, DrawnLineAttributes> implements Drawer {
    readonly #items = new Items(this);
    readonly #projector: Projector;

    constructor(_gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Renderer) {
      const projector = painter.projectorOf(renderer);
      super(projector.gl, null, renderer);
      this.#projector = projector;
      projector.add(this);
    }

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
          { name: 'a_kind', size: 1, type: FLOAT },
          { name: 'a_ring', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_ringColor', size: 4, type: UNSIGNED_BYTE, normalized: true },
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

    override reallocate(capacity: number): void {
      this.#items.clear();
      super.reallocate(capacity);
    }

    override processVisibleItem(_index: number, start: number, node: DrawnNode): void {
      const { array } = this;
      let at = start;
      array[at++] = node.x;
      array[at++] = node.y;
      array[at++] = node.size;
      array[at++] = ENTITY_TYPES.indexOf(node.entityType) + 8 * node.level;
      array[at++] = node.ring;
      array[at++] = floatColor(node.color);
      array[at] = floatColor(node.ringColor);
      this.#items.note(start, node.level);
    }

    /** sigma asks for it whenever the camera moves; the projector draws. */
    override render(): void {}

    items({ params }: Shot): Float32Array[] {
      // The tip of a star, and the ring around it.
      const reach = (items: Float32Array, start: number) => {
        const [size, ring] = [items[start + 2] ?? 0, items[start + 4] ?? 0];
        return size > 0 ? (size / params.sizeRatio) * 1.25 + ring + 3 : -1;
      };
      return [this.#items.all(), this.#items.foremost('highest last')].map((items) =>
        inSight(items, { length: this.ATTRIBUTES_ITEMS_COUNT, places: 1, reach }, params),
      );
    }

    draw(items: Float32Array, { params }: Shot): void {
      this.#items.with(items, () => super.render(params));
    }

    override drawWebGL(method: number, info: ProgramInfo): void {
      super.drawWebGL(method, { ...info, frameBuffer: this.#projector.sheet });
    }

    override setUniforms(params: RenderParams, info: ProgramInfo<Uniform>): void {
      setFrame(params, info, painter.frame);
    }

    override kill(): void {
      this.#projector.leave(this);
      super.kill();
    }
  };

/** For what sigma would draw and we do not: lines, see strokes.ts, and the node under the pointer once more. */
export class Nothing {
  drawLabel: undefined;
  drawHover: undefined;
  reallocate(): void {}
  process(): void {}
  render(): void {}
  kill(): void {}
}
