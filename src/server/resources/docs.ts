import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';
import { openApi } from '../openapi.ts';
import { onlyMethods } from '../problems.ts';

const ours = fileURLToPath(new URL('../docs', import.meta.url));
const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/swagger-ui.css'));

/** The description of the API, and a page that shows it. Nothing of it comes from elsewhere. */
export function docsRoutes(): Router {
  return Router()
    .get('/openapi.json', (_req, res) => {
      res.json(openApi());
    })
    .all('/openapi.json', onlyMethods('GET'))
    .use('/docs', express.static(ours), express.static(swagger, { index: false }));
}
