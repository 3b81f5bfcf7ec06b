import { join } from 'node:path';
import compression from 'compression';
import express, { type Express, type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import { Measurer } from '../ingest/index.ts';
import { Problem } from '../problem.ts';
import { builtClient } from './client.ts';
import { problemAnswers, unknownRoute } from './problems.ts';
import { articleRoutes } from './resources/articles.ts';
import { contradictionRoutes } from './resources/contradictions.ts';
import { docsRoutes } from './resources/docs.ts';
import { edgeRoutes } from './resources/edges.ts';
import { entityRoutes } from './resources/entities.ts';
import { exportRoutes } from './resources/export.ts';
import { fileRoutes } from './resources/files.ts';
import { graphRoutes } from './resources/graph.ts';
import { healthRoutes } from './resources/health.ts';
import { pathRoutes } from './resources/paths.ts';
import { publishedRoutes } from './resources/published.ts';
import { queueRoutes } from './resources/queue.ts';
import type { Services } from './services.ts';

export interface AppOptions extends Services {
  /** Folder of the built explorer; where it is absent, only the API is served. */
  client?: string;
}

/** Layout workers start from a `blob:` address; styles are set by the parts of the explorer themselves. */
const security = helmet({
  contentSecurityPolicy: {
    directives: {
      'default-src': ["'self'"],
      'font-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'style-src': ["'self'", "'unsafe-inline'"],
      'worker-src': ["'self'", 'blob:'],
      'upgrade-insecure-requests': null,
    },
  },
  strictTransportSecurity: false, // served as plain HTTP on the own machine
});

/** The explorer's one page answers every address that is none of a file's: the address is the view. */
function explorer(folder: string): RequestHandler {
  return Router()
    .use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: true }))
    .use(express.static(folder))
    .get(/^\/[^.]*$/, (_req, res) => {
      res.set('Cache-Control', 'no-cache').sendFile(join(folder, 'index.html'));
    });
}

const noExplorer: RequestHandler = () => {
  throw new Problem('not-found', { title: 'the explorer is not built', hint: 'Run "npm run build", then start again' });
};

/** In place of the explorer: it asks again by itself. */
const STARTING_PAGE = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <meta name="color-scheme" content="light dark">
  <meta http-equiv="refresh" content="2">
  <title>Dateline</title>
  <p style="font: 1.25rem system-ui, sans-serif; text-align: center; margin-top: 40vh">Dateline is starting…</p>
</html>
`;

/** Answers for the API and the explorer until the store is open: a page to people, a problem to programs. */
export function whileStarting(): Express {
  const starting: RequestHandler = (req, res) => {
    res.set('Retry-After', '2');
    if (req.accepts(['json', 'html']) === 'html') {
      res.status(503).type('html').send(STARTING_PAGE);
      return;
    }
    throw new Problem('starting', { title: 'Dateline is starting', hint: 'Try again in a few seconds' });
  };
  return express().disable('x-powered-by').use(security, starting, problemAnswers);
}

/** The API and the explorer, not yet listening. Neither store, workers nor inbox are closed by it. */
export function createApp({ store, workers, inbox, client = builtClient() }: AppOptions): Express {
  const services: Services = { store, workers, inbox };
  const measurer = new Measurer(store, workers);
  const api = Router().get(/^\/(?:graph|entities)/u, (_req, _res, next) => {
    measurer.refresh();
    next();
  });
  for (const routes of [
    graphRoutes,
    entityRoutes,
    edgeRoutes,
    pathRoutes,
    contradictionRoutes,
    articleRoutes,
    fileRoutes,
    queueRoutes,
    exportRoutes,
    publishedRoutes,
    healthRoutes,
  ])
    api.use(routes(services));
  api.use(docsRoutes(), unknownRoute);

  return express()
    .disable('x-powered-by')
    .use(security, compression())
    .use('/api', api)
    .use(client === undefined ? Router().get('/', noExplorer) : explorer(client))
    .use(unknownRoute, problemAnswers);
}
