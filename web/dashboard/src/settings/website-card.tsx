/** One website: its tag, and what its owner may change. */

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { text } from '../catalogue';
import { Failure } from '../entry/failure';
import { tagFor } from '../entry/install-tag';
import { colourProblem, missing, originsIn, originsProblem } from '../entry/rules';
import { type FormState, useForm } from '../entry/use-form';
import { changeInbox, type Inbox, inboxesQuery } from '../rest/inboxes';
import { Button } from '../ui/button';
import { CopyBlock } from '../ui/copy-block';
import { LongField, TextField } from '../ui/field';

interface Fields extends Record<string, string> {
  name: string;
  origins: string;
  greeting: string;
  color: string;
}

function fieldsOf(inbox: Inbox): Fields {
  return {
    name: inbox.name,
    origins: inbox.origins.join('\n'),
    greeting: inbox.greeting ?? '',
    color: inbox.color ?? '',
  };
}

/** The sources that a strict policy on the customer's site has to name. */
export function cspFor(origin: string): string {
  const sockets = origin.replace(/^http/, 'ws');
  return `script-src ${origin}; connect-src ${origin} ${sockets}; img-src ${origin}`;
}

function Snippets({ inbox }: { readonly inbox: Inbox }) {
  const { origin } = window.location;
  return (
    <>
      <div className="field">
        <span className="field-label">{text.settings.install}</span>
        <CopyBlock value={tagFor(inbox.key, origin)} label={text.settings.copyTag} />
        <p className="field-help">{text.settings.installHelp}</p>
      </div>
      <div className="field">
        <span className="field-label">{text.settings.csp}</span>
        <CopyBlock value={cspFor(origin)} label={text.settings.copyCsp} />
        <p className="field-help">{text.settings.cspHelp}</p>
      </div>
    </>
  );
}

function ColourField({ form }: { readonly form: FormState<Fields> }) {
  const { value } = form.bind('color');
  return (
    <div className="colour">
      <TextField
        {...form.bind('color')}
        label={text.settings.colour}
        help={text.settings.colourHelp}
        dir="ltr"
        placeholder="#4a45d9"
        spellCheck={false}
      />
      <input
        type="color"
        aria-label={text.settings.pickColour}
        value={/^#[0-9a-f]{6}$/i.test(value) ? value : '#4a45d9'}
        onChange={(event) => form.set('color', event.target.value)}
      />
    </div>
  );
}

function sameFields(a: Fields, b: Fields): boolean {
  return Object.keys(a).every((name) => a[name] === b[name]);
}

interface FormProps {
  readonly inbox: Inbox;
  readonly onDiscard: () => void;
}

function useSave(inbox: Inbox) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ name, origins, greeting, color }: Fields) =>
      changeInbox(inbox.id, {
        name: name.trim(),
        origins: originsIn(origins),
        ...(greeting.trim() === (inbox.greeting ?? '') ? {} : { greeting: greeting.trim() }),
        ...(color === (inbox.color ?? '') ? {} : { color }),
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: inboxesQuery.queryKey }),
  });
}

function SiteForm({ inbox, onDiscard }: FormProps) {
  const save = useSave(inbox);
  const checks = { name: missing, origins: originsProblem, color: colourProblem };
  const form = useForm(fieldsOf(inbox), checks, (values) => save.mutateAsync(values));
  const dirty = !sameFields(form.values, fieldsOf(inbox));
  return (
    <form className="entry-form" onSubmit={form.submit} noValidate>
      <Failure error={form.failure} title={text.settings.saveFailed} />
      <TextField {...form.bind('name')} label={text.settings.name} autoComplete="off" />
      <LongField
        {...form.bind('origins')}
        label={text.settings.origins}
        help={text.setup.originsHelp}
        dir="ltr"
        spellCheck={false}
      />
      <LongField {...form.bind('greeting')} label={text.settings.greeting} help={text.settings.greetingHelp} rows={2} />
      <ColourField form={form} />
      {dirty ? (
        <div className="save-bar">
          <span>{text.settings.unsaved}</span>
          <Button onClick={onDiscard}>{text.common.discard}</Button>
          <Button type="submit" variant="primary" busy={form.busy}>
            {text.common.save}
          </Button>
        </div>
      ) : (
        <p role="status" className="field-help">
          {save.isSuccess ? text.settings.saved : ''}
        </p>
      )}
    </form>
  );
}

function SiteFacts({ inbox }: { readonly inbox: Inbox }) {
  return (
    <dl className="site-facts">
      <dt>{text.settings.origins}</dt>
      <dd dir="ltr">{inbox.origins.join(', ')}</dd>
      {inbox.greeting !== undefined && inbox.greeting !== '' && (
        <>
          <dt>{text.settings.greeting}</dt>
          <dd dir="auto">{inbox.greeting}</dd>
        </>
      )}
    </dl>
  );
}

export function WebsiteCard({ inbox, editable }: { readonly inbox: Inbox; readonly editable: boolean }) {
  const [round, setRound] = useState(0);
  return (
    <section className="settings-card" aria-label={inbox.name}>
      <h3 className="user-text" dir="auto">
        {inbox.name}
      </h3>
      <Snippets inbox={inbox} />
      {editable ? (
        <SiteForm key={round} inbox={inbox} onDiscard={() => setRound(round + 1)} />
      ) : (
        <SiteFacts inbox={inbox} />
      )}
    </section>
  );
}
