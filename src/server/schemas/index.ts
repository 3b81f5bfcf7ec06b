/** Every input and answer of the API; server and explorer share these files. */
export * from './articles.ts';
export * from './common.ts';
export * from './contradictions.ts';
export * from './edges.ts';
export * from './entities.ts';
export * from './graph.ts';
export * from './paths.ts';
export * from './published.ts';
export * from './queue.ts';
export * from './system.ts';
