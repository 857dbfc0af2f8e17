import { CSPProvider } from '@base-ui/react/csp-provider';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { RestError } from './rest/request';
import type { AppRouter } from './router';

const RETRIES = 2;

/** What the server refused stays refused; what did not reach it is tried again. */
function worthRetrying(failures: number, error: Error): boolean {
  const refused = error instanceof RestError && error.status >= 400 && error.status < 500;
  return !refused && failures < RETRIES;
}

export function makeQueries(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { retry: worthRetrying, staleTime: 30_000 } } });
}

interface Props {
  readonly router: AppRouter;
  readonly queries: QueryClient;
}

export function App({ router, queries }: Props) {
  const direction = document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr';
  return (
    <CSPProvider disableStyleElements>
      <DirectionProvider direction={direction}>
        <Tooltip.Provider delay={500}>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </Tooltip.Provider>
      </DirectionProvider>
    </CSPProvider>
  );
}
