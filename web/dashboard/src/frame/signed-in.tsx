/** Lets in who is signed in and shows the way to who is not. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { text } from '../catalogue';
import { LiveProvider, useLive } from '../live/live';
import { sessionQuery } from '../rest/session';
import { ErrorState, StillLoading } from '../ui/blank';
import { Skeletons } from '../ui/skeleton';
import { Frame } from './frame';
import { useActivity } from './use-activity';

const SIGNED_OUT = new Set(['not_signed_in', 'token_expired', 'token_invalid', 'session_revoked']);

/** A cookie that stopped counting ends the visit: the server says so on the live connection first. */
function useSignedOut(): void {
  const queries = useQueryClient();
  const { state, reason } = useLive(({ connection }) => connection);
  const out = state === 'closed' && reason !== undefined && SIGNED_OUT.has(reason);
  useEffect(() => {
    if (out) queries.setQueryData(sessionQuery.queryKey, null);
  }, [out, queries]);
}

function Inside() {
  useSignedOut();
  useActivity();
  return <Frame />;
}

function Shell() {
  return (
    <div className="frame" aria-busy="true">
      <div className="rail" />
      <div className="frame-body">
        <div className="inbox" data-context="off">
          <div className="list">
            <Skeletons of="row" count={7} />
          </div>
          <div className="conversation">
            <StillLoading />
          </div>
        </div>
      </div>
    </div>
  );
}

export function SignedIn() {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  if (session === null) return <Navigate to="/sign-in" replace />;
  if (session !== undefined) {
    return (
      <LiveProvider>
        <Inside />
      </LiveProvider>
    );
  }
  if (error === null) return <Shell />;
  return (
    <main className="lost-page">
      <h1 className="sr-only">{text.product}</h1>
      <ErrorState title={text.inbox.loadFailed} error={error} onRetry={() => refetch()} />
    </main>
  );
}
