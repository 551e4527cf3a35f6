/** Entry of the workbench: mounts the page with its query client. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Workbench, retryEveryMs } from './Workbench.tsx';

const retries = 1;

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: retries,
      refetchOnWindowFocus: false,
      refetchInterval: (query) => (query.state.status === 'error' ? retryEveryMs : false),
    },
  },
});

const root = document.getElementById('root');
// The page of this entry has this element.
if (root === null) throw new Error('The page has no #root.');
document.body.style.margin = '0';
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Workbench />
    </QueryClientProvider>
  </StrictMode>,
);
