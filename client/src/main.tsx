import './api/zod.ts';
import './style/mantine.css';
import './style/fonts.css';
import './style/tokens.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { ApiError } from './api/problem.ts';
import { graph } from './api/queries.ts';
import { App } from './screen/App.tsx';
import { OPENING } from './state/view.ts';
import { cssVariables, theme } from './style/theme.ts';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      // What the server refused once it refuses again.
      retry: (failures, error) =>
        failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
    },
  },
});

// Asked for before anything is drawn: it takes the longest.
void queries.prefetchQuery(graph(OPENING));

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </MantineProvider>,
  );
