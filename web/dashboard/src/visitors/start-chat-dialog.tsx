/** Asks somebody on the site in: a few words of the agent's, which stand on the visitor's page until they answer. */

import type { VisitorOnSite } from '@parlor/core';
import { limits } from '@parlor/core/limits';
import { useRef } from 'react';
import { text } from '../catalogue';
import { lengthOf } from '../composer/composer';
import { Failure } from '../entry/failure';
import { useForm } from '../entry/use-form';
import { isolated, pagePath } from '../format';
import { useClient, useLive } from '../live/live';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { LongField } from '../ui/field';

const COUNT_FROM = limits.invitationChars - 60;

function messageProblem(message: string): string | undefined {
  const length = lengthOf(message.trim());
  if (length === 0) return text.common.required;
  return length > limits.invitationChars ? text.visitors.over(length - limits.invitationChars) : undefined;
}

function Count({ message }: { readonly message: string }) {
  const length = lengthOf(message.trim());
  const left = limits.invitationChars - length;
  return (
    <span role="status" className={`invite-count composer-count ${left < 0 ? 'is-over' : ''}`}>
      {length >= COUNT_FROM && (left < 0 ? text.visitors.over(-left) : text.visitors.left(left))}
    </span>
  );
}

interface Props {
  readonly person: VisitorOnSite;
  readonly who: string;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

interface Fields extends Record<string, string> {
  message: string;
}

const GREETING: Fields = { message: text.visitors.greeting };

export function StartChatDialog({ person, who, onClose, onSent }: Props) {
  const client = useClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const live = useLive(({ connection }) => connection.state === 'live');
  const form = useForm(GREETING, { message: messageProblem }, async ({ message }) => {
    await client.inviteVisitor(person.visit, message.trim());
    onSent();
  });
  const reason = live ? {} : { disabled: true, title: text.visitors.needsServer };
  const page = person.page.title || pagePath(person.page.url);
  return (
    <Dialog open title={text.visitors.start} onClose={onClose} initialFocus={field}>
      <form className="entry-form" onSubmit={form.submit} noValidate>
        <p className="user-text">{text.visitors.inviteTo(isolated(who), isolated(page))}</p>
        <Failure error={form.failure} title={text.visitors.sendFailed} known={text.visitors.refused} />
        <LongField {...form.bind('message')} ref={field} label={text.visitors.message} help={text.visitors.promise} />
        <div className="dialog-foot">
          <Count message={form.values.message} />
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button type="submit" variant="primary" busy={form.busy} {...reason}>
            {text.visitors.send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
