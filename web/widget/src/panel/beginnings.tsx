// A new visitor's first messages until the server knows the visitor: bubbles like all others, drawn from what was typed.
import { Failed, Message } from './message';
import type { Session } from './session';

export function Beginnings({ session }: { session: Session }) {
  const entries = session.beginning.value;
  return (
    <>
      {entries.map(({ key, text, at, failed }, index) => {
        const last = index === entries.length - 1;
        const item = {
          kind: 'message',
          key,
          at,
          actor: { kind: 'visitor', id: '', name: '' },
          text,
          version: 0,
          deleted: false,
          edited: false,
          state: 'pending',
        } as const;
        return (
          <div key={key}>
            <Message
              session={session}
              row={{ kind: 'message', key, item, own: true, first: index === 0, last }}
              receipt={last && !failed ? 'sending' : undefined}
            />
            {failed && (
              <Failed
                session={session}
                onRetry={() => void session.begin()}
                onRemove={() => session.forgetBeginning(key)}
              />
            )}
          </div>
        );
      })}
    </>
  );
}
