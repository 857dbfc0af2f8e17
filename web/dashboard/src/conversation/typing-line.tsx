import type { ConversationView } from '@parlor/core';
import { text } from '../catalogue';
import { firstName } from '../format';
import { useMyId } from '../live/live';
import { Avatar } from '../ui/avatar';

function Dots() {
  return (
    <span className="typing-dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}

/** Who is writing just now: the visitor as a bubble, a colleague as a warning. */
export function TypingLine({ view }: { readonly view: ConversationView }) {
  const me = useMyId();
  const visitor = view.typing.find(({ kind }) => kind === 'visitor');
  const colleague = view.typing.find(({ kind, id }) => kind === 'agent' && id !== me);
  return (
    <div className="typing" role="status">
      {visitor !== undefined && (
        <p className="typing-visitor">
          <Avatar id={visitor.id} name={visitor.name} size={26} />
          <span className="typing-bubble">
            <Dots />
            <i>{text.conversation.typing(firstName(visitor.name))}</i>
          </span>
        </p>
      )}
      {colleague !== undefined && (
        <p className="typing-colleague">
          <Avatar id={colleague.id} name={colleague.name} size={26} />
          {text.conversation.alsoReplying(firstName(colleague.name))}
        </p>
      )}
    </div>
  );
}
