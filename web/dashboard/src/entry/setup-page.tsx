/** The first run: owner, workspace and first website, then the tag. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { text } from '../catalogue';
import type { Inbox } from '../rest/inboxes';
import { type Session, sessionQuery, setUp, setupQuery } from '../rest/session';
import { Button } from '../ui/button';
import { LongField, TextField } from '../ui/field';
import { Notice } from '../ui/notice';
import { PasswordField } from '../ui/password-field';
import { EntryPage, ToSignIn } from './entry-page';
import { Failure } from './failure';
import { InstallTag } from './install-tag';
import { emailProblem, missing, originsIn, originsProblem, passwordProblem } from './rules';
import { useEntryTitle } from './use-entry-title';
import { type Checks, type FormState, useForm } from './use-form';

const EMPTY = { name: '', email: '', password: '', workspace: '', site: '', origins: '' };
type Fields = typeof EMPTY;

const STEPS: readonly { readonly title: string; readonly checks: Checks<Fields> }[] = [
  { title: text.setup.you, checks: { name: missing, email: emailProblem, password: passwordProblem } },
  { title: text.setup.workspace, checks: { workspace: missing } },
  { title: text.setup.site, checks: { site: missing, origins: originsProblem } },
];
const STEP_COUNT = STEPS.length + 1;

function OwnerFields({ form }: { readonly form: FormState<Fields> }) {
  return (
    <>
      <TextField {...form.bind('name')} label={text.setup.name} help={text.setup.nameHelp} autoComplete="name" />
      <TextField {...form.bind('email')} label={text.setup.email} type="email" dir="ltr" autoComplete="username" />
      <PasswordField
        {...form.bind('password')}
        label={text.setup.password}
        help={text.setup.passwordHelp}
        autoComplete="new-password"
      />
    </>
  );
}

function WorkspaceFields({ form }: { readonly form: FormState<Fields> }) {
  return (
    <TextField
      {...form.bind('workspace')}
      label={text.setup.workspaceName}
      help={text.setup.workspaceHelp}
      autoComplete="organization"
    />
  );
}

function SiteFields({ form }: { readonly form: FormState<Fields> }) {
  return (
    <>
      <TextField {...form.bind('site')} label={text.setup.siteName} autoComplete="off" />
      <LongField
        {...form.bind('origins')}
        label={text.setup.origins}
        help={text.setup.originsHelp}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    </>
  );
}

function Installed({ inbox }: { readonly inbox: Inbox }) {
  return (
    <EntryPage title={text.setup.install} purpose={text.setup.installHelp} wide>
      <p className="entry-step">{text.setup.step(STEP_COUNT, STEP_COUNT)}</p>
      <div className="entry-form">
        <InstallTag inboxKey={inbox.key} />
        <Link to="/inbox" className="btn btn-outline btn-lg">
          {text.setup.toInbox}
        </Link>
      </div>
    </EntryPage>
  );
}

/** Where a server's complaint about a field sends the reader back to. */
function stepOf(errors: Partial<Record<keyof Fields, string>>, step: number): number {
  const wrong = STEPS.findIndex(({ checks }) => Object.keys(errors).some((name) => name in checks));
  return wrong === -1 ? step : Math.min(step, wrong);
}

function Steps({ token, onDone }: { readonly token: string; readonly onDone: (inbox: Inbox) => void }) {
  const queries = useQueryClient();
  const [reached, setReached] = useState(0);
  const last = reached === STEPS.length - 1;
  const form = useForm(EMPTY, STEPS[reached]?.checks ?? {}, async (values) => {
    if (!last) return setReached(reached + 1);
    const { name, email, password, workspace } = values;
    const inbox = { name: values.site.trim(), origins: originsIn(values.origins) };
    const made = await setUp({
      token,
      workspace: workspace.trim(),
      name: name.trim(),
      email: email.trim(),
      password,
      inbox,
    });
    const session: Session = { user: made.user, workspace: made.workspace };
    queries.setQueryData(sessionQuery.queryKey, session);
    onDone(made.inbox);
  });
  const step = stepOf(form.errors, reached);
  const Body = [OwnerFields, WorkspaceFields, SiteFields][step] ?? OwnerFields;
  return (
    <form className="entry-form" onSubmit={form.submit} noValidate>
      <p className="entry-step">
        {text.setup.step(step + 1, STEP_COUNT)} · {STEPS[step]?.title}
      </p>
      <Failure
        error={form.failure}
        title={text.setup.failed}
        known={{ setup_token_invalid: text.setup.tokenInvalid, setup_done: text.setup.done }}
      />
      <Body form={form} />
      <div className="entry-foot">
        {step > 0 && (
          <Button size="large" onClick={() => setReached(step - 1)}>
            {text.common.back}
          </Button>
        )}
        <Button type="submit" variant="primary" size="large" busy={form.busy}>
          {last ? text.setup.finish : text.setup.next}
        </Button>
      </div>
    </form>
  );
}

export function SetupPage() {
  const [token] = useState(useRouterState({ select: ({ location }) => location.hash }));
  const [inbox, setInbox] = useState<Inbox>();
  const { data } = useQuery({ ...setupQuery, retry: false });
  useEntryTitle(text.setup.title);
  if (inbox !== undefined) return <Installed inbox={inbox} />;
  if (data?.needed === false) {
    return (
      <EntryPage title={text.setup.title} purpose={text.setup.done}>
        <ToSignIn />
      </EntryPage>
    );
  }
  return (
    <EntryPage title={text.setup.title} purpose={text.setup.purpose}>
      {token === '' ? (
        <>
          <Notice kind="danger">{text.setup.noToken}</Notice>
          <ToSignIn />
        </>
      ) : (
        <Steps token={token} onDone={setInbox} />
      )}
    </EntryPage>
  );
}
