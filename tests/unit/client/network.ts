import { emptyNetwork, merge, type Network, type Serialized } from '../../../client/src/state/network.ts';
import type { EntityType, Modality } from '../../../src/ontology.ts';
import { isSymmetric } from '../../../src/ontology.ts';

/** `a met b`, `a visited c (planned)`: one edge a line; the nodes come with them. */
export function serialized(...lines: string[]): Serialized {
  const nodes = new Map<string, Serialized['nodes'][number]>();
  const edges = lines.map((line, i): Serialized['edges'][number] => {
    const [, source = '', type = '', target = '', modality = 'actual'] =
      /^(\S+) (\S+) (\S+)(?: \((\w+)\))?$/.exec(line) ?? [];
    for (const key of [source, target]) nodes.set(key, node(key));
    return {
      key: `${source} ${type} ${target} ${i}`,
      source,
      target,
      undirected: isSymmetric(type),
      attributes: {
        type,
        predicate: type,
        modality: isModality(modality) ? modality : 'actual',
        attributedTo: [],
        confidence: 0.9,
        weight: 1,
        sources: 1,
        evidenceCount: 1,
      },
    };
  });
  return { nodes: [...nodes.values()], edges };
}

export function node(key: string, type: EntityType = key.startsWith('place') ? 'place' : 'person') {
  const dates = { firstDate: null, lastDate: null };
  return {
    key,
    attributes: {
      label: key,
      type,
      aliases: [],
      degree: 1,
      articles: 1,
      mentionCount: 1,
      ...dates,
      x: 0,
      y: 0,
      size: 5,
    },
  };
}

export function network(...lines: string[]): Network {
  const made = emptyNetwork();
  merge(made, serialized(...lines));
  return made;
}

const isModality = (word: string): word is Modality => ['actual', 'planned', 'possible', 'negated'].includes(word);
