import { articleId } from '../../../src/article/article.ts';
import type { Extraction } from '../../../src/extraction.ts';

const KINDS = ['person', 'organization', 'place'] as const;
const TYPES = ['met', 'visited', 'criticized', 'praised', 'leads', 'located_in', 'attacked', 'asked'];

/** As `large.sql` names the entity of this rank. */
function entityOf(rank: number): Extraction['entities'][number] {
  const type = KINDS[rank % 3] ?? 'person';
  const label = [`Ama Kor${rank}`, `Kor${rank} Bank`, `Kor${rank}`][rank % 3] ?? '';
  return { type, label, aliases: [] };
}

/** Further articles for a large store: each speaks of its commonest nodes and of some rare ones. */
export function* invented(count: number): Generator<Extraction> {
  for (let n = 0; n < count; n++) {
    const text = `Further report ${n}.`;
    const ranks = [1, 2, 3, 5, 8, 13 + n, 100 + n, 1000 + n, 10_000 + n, 100_000 + n];
    yield {
      article: {
        id: articleId(text),
        text,
        title: null,
        date: '2025-06-01',
        source: 'Source 1',
        url: null,
        blocks: [],
        skips: [],
      },
      entities: ranks.map(entityOf),
      mentions: ranks.map((_, index) => ({
        start: 0,
        end: 7,
        text: 'Further',
        sentence: 0,
        from: 0,
        to: 1,
        head: 0,
        kind: 'name',
        entities: [index],
        certainty: 1,
      })),
      statements: TYPES.map((type, index) => ({
        subject: index,
        object: (index + 1) % ranks.length,
        type,
        predicate: type,
        modality: 'actual',
        attributedTo: ['officials'],
        confidence: 0.8,
        evidence: { start: 0, end: 19, text, subject: [0, 7], trigger: [8, 14], object: [15, 16], rule: 'plain' },
      })),
    };
  }
}
