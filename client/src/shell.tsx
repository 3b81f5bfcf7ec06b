import './style/mantine.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { fetchGraph } from './api/graph.ts';
import { ApiError } from './api/problem.ts';
import { graph } from './api/queries.ts';
import type { Opening } from './opening.ts';
import { App } from './screen/App.tsx';
import { OPENING, viewOf } from './state/viewState.ts';
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

/** Shows the explorer around a graph that is drawn, or on its way. */
export function showAround(opening: Opening): void {
  const root = document.getElementById('root');
  if (!root) return;
  const limit = Math.min(viewOf(location.search).limit, OPENING);
  // What was asked for already is asked for once more only where it did not come.
  void queries.prefetchQuery({ ...graph(limit), queryFn: () => opening.answer.catch(() => fetchGraph(limit)) });
  createRoot(root).render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <App opening={opening} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}
