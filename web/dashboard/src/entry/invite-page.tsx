import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { text } from '../catalogue';
import { RestError } from '../rest/request';
import { acceptInvitation, invitationQuery, sessionQuery } from '../rest/session';
import { ErrorState } from '../ui/blank';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { Notice } from '../ui/notice';
import { PasswordField } from '../ui/password-field';
import { Skeletons } from '../ui/skeleton';
import { EntryPage, ToSignIn } from './entry-page';
import { Failure } from './failure';
import { missing, passwordProblem } from './rules';
import { useEntryTitle } from './use-entry-title';
import { useForm } from './use-form';

function JoinForm({ token }: { readonly token: string }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({ name: '', password: '' }, { name: missing, password: passwordProblem }, async (values) => {
    const session = await acceptInvitation({ token, name: values.name.trim(), password: values.password });
    queries.setQueryData(sessionQuery.queryKey, session);
    await navigate({ to: '/inbox' });
  });
  return (
    <form className="entry-form" onSubmit={form.submit} noValidate>
      <Failure error={form.failure} title={text.invite.failed} known={{ invitation_invalid: text.invite.invalid }} />
      <TextField {...form.bind('name')} label={text.setup.name} help={text.setup.nameHelp} autoComplete="name" />
      <PasswordField
        {...form.bind('password')}
        label={text.setup.password}
        help={text.setup.passwordHelp}
        autoComplete="new-password"
      />
      <Button type="submit" variant="primary" size="large" busy={form.busy}>
        {text.invite.submit}
      </Button>
    </form>
  );
}

function Invitation({ token }: { readonly token: string }) {
  const { data, error, refetch } = useQuery(invitationQuery(token));
  if (data !== undefined) {
    return (
      <EntryPage title={text.invite.title(data.workspace)} purpose={text.invite.purpose(data.email)}>
        <JoinForm token={token} />
      </EntryPage>
    );
  }
  const refused = error instanceof RestError && error.status >= 400 && error.status < 500;
  return (
    <EntryPage title={text.invite.title(text.product)}>
      {error === null && <Skeletons of="line" count={3} />}
      {refused && <Notice kind="danger">{text.invite.invalid}</Notice>}
      {refused && <ToSignIn />}
      {error !== null && !refused && <ErrorState title={text.invite.failed} error={error} onRetry={() => refetch()} />}
    </EntryPage>
  );
}

export function InvitePage() {
  const [token] = useState(useRouterState({ select: ({ location }) => location.hash }));
  useEntryTitle(text.invite.submit);
  if (token !== '') return <Invitation token={token} />;
  return (
    <EntryPage title={text.invite.title(text.product)}>
      <Notice kind="danger">{text.invite.noToken}</Notice>
      <ToSignIn />
    </EntryPage>
  );
}
