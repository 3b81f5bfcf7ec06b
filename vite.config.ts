import react from '@vitejs/plugin-react';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';
import { OPENING } from './client/src/state/viewState.ts';

/** The page asks at once for all that it needs soon: the graph that it opens on, and the scripts of the shell. */
const early: Plugin = {
  name: 'early',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const graph = { rel: 'preload', as: 'fetch', crossorigin: true, href: `/api/graph?limit=${OPENING}` };
      const shell = Object.values(bundle).find((part) => part.type === 'chunk' && part.name === 'shell');
      const needed = shell?.type === 'chunk' ? [shell.fileName, ...shell.imports] : [];
      const scripts = needed.map((file) => ({ rel: 'modulepreload', crossorigin: true, href: `./${file}` }));
      return [graph, ...scripts].map((attrs): HtmlTagDescriptor => ({ tag: 'link', attrs, injectTo: 'head' }));
    },
  },
};

export default defineConfig({
  root: 'client',
  // A published folder may lie anywhere on its server.
  base: './',
  plugins: [react(), early],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    // One script for the first picture and one for the shell around it, each with all that it stands on.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'opening', test: /client\/src\/opening\.ts$/, priority: 2 },
            { name: 'shell', test: /client\/src\/shell\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
