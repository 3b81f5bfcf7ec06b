import { z } from 'zod';
import { ArticleDetail } from '../../../../src/server/schemas/articles.ts';
import { Contradiction } from '../../../../src/server/schemas/contradictions.ts';
import { EdgeDetail } from '../../../../src/server/schemas/edges.ts';
import { EntityDetail } from '../../../../src/server/schemas/entities.ts';
import { GraphAnswer } from '../../../../src/server/schemas/graph.ts';
import { Manifest, shardOf } from '../../../../src/server/schemas/published.ts';
import { emptyNetwork, merge, type Network } from '../../state/network.ts';
import { ApiError, unreachable } from '../problem.ts';

/** The files of a published folder; each is fetched once. */
export class Folder {
  readonly #address: string;
  readonly #files = new Map<string, Promise<unknown>>();
  #manifest: Promise<Manifest> | undefined;
  #graph: Promise<GraphAnswer> | undefined;
  #network: Promise<Network> | undefined;

  /** @param address of the folder, as the page has it */
  constructor(address: string) {
    this.#address = address;
  }

  manifest(): Promise<Manifest> {
    this.#manifest ??= this.#file('manifest.json', Manifest);
    return this.#manifest;
  }

  graph(): Promise<GraphAnswer> {
    this.#graph ??= this.#file('graph.json', GraphAnswer);
    return this.#graph;
  }

  network(): Promise<Network> {
    this.#network ??= this.graph().then((graph) => {
      const network = emptyNetwork();
      merge(network, graph);
      return network;
    });
    return this.#network;
  }

  /** @throws ApiError where it was not published */
  entity(key: string): Promise<EntityDetail> {
    return this.#item('entities', key, EntityDetail);
  }

  /** @throws ApiError where it was not published */
  edge(key: string): Promise<EdgeDetail> {
    return this.#item('edges', key, EdgeDetail);
  }

  /** All edges with their evidence. */
  async edges(): Promise<EdgeDetail[]> {
    const { shards } = await this.manifest();
    const files = Array.from({ length: shards }, (_, i) =>
      this.#file(`edges/${i}.json`, z.record(z.string(), EdgeDetail)),
    );
    return (await Promise.all(files)).flatMap((file) => Object.values(file));
  }

  /** All of which both sides are published. */
  contradictions(): Promise<Contradiction[]> {
    return this.#file('contradictions.json', z.array(Contradiction));
  }

  /** @throws ApiError where it was not published */
  async article(id: string): Promise<ArticleDetail> {
    const { articles } = await this.manifest();
    if (!articles.some((article) => article.id === id)) throw notPublished('article');
    return this.#file(`articles/${id}.json`, ArticleDetail);
  }

  async #item<T>(kind: 'entities' | 'edges', key: string, schema: z.ZodType<T>): Promise<T> {
    const { shards } = await this.manifest();
    const file = await this.#file(`${kind}/${shardOf(key, shards)}.json`, z.record(z.string(), schema));
    const item = file[key];
    if (item === undefined) throw notPublished(kind === 'edges' ? 'relation' : 'entity');
    return item;
  }

  async #file<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    const known = this.#files.get(path) ?? this.#fetch(path);
    this.#files.set(path, known);
    return schema.parse(await known);
  }

  async #fetch(path: string): Promise<unknown> {
    const response = await fetch(new URL(`${this.#address}${path}`, document.baseURI)).catch(() => {
      throw unreachable();
    });
    if (response.ok) return response.json();
    throw new ApiError({ title: `The file "${path}" is not in this folder`, status: response.status });
  }
}

export const notPublished = (what: string): ApiError =>
  new ApiError({
    title: `This ${what} was not published`,
    status: 404,
    hint: 'What is shown here is a part of a larger graph.',
  });
