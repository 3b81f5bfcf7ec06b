import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { OPENING } from './client/src/state/viewState.ts';

/** The page asks for the graph that it opens on before the scripts that draw it are here. */
const opening: Plugin = {
  name: 'opening',
  transformIndexHtml: () => [
    {
      tag: 'link',
      attrs: { rel: 'preload', as: 'fetch', crossorigin: true, href: `/api/graph?limit=${OPENING}` },
      injectTo: 'head-prepend',
    },
  ],
};

export default defineConfig({
  root: 'client',
  // A published folder may lie anywhere on its server.
  base: './',
  plugins: [react(), opening],
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
