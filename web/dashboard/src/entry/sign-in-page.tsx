import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { text } from '../catalogue';
import { sessionQuery, setupQuery, signIn } from '../rest/session';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { Notice } from '../ui/notice';
import { PasswordField } from '../ui/password-field';
import { EntryPage } from './entry-page';
import { Failure } from './failure';
import { emailProblem, missing } from './rules';
import { useEntryTitle } from './use-entry-title';
import { useForm } from './use-form';

function SignInForm() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({ email: '', password: '' }, { email: emailProblem, password: missing }, async (values) => {
    const session = await signIn(values.email.trim(), values.password);
    queries.setQueryData(sessionQuery.queryKey, session);
    await navigate({ to: '/inbox' });
  });
  return (
    <form className="entry-form" onSubmit={form.submit} noValidate>
      <Failure
        error={form.failure}
        title={text.signIn.failed}
        known={{ bad_credentials: text.signIn.badCredentials, not_signed_in: text.signIn.badCredentials }}
      />
      <TextField
        {...form.bind('email')}
        label={text.signIn.email}
        type="email"
        dir="ltr"
        autoComplete="username"
        autoCapitalize="none"
      />
      <PasswordField {...form.bind('password')} label={text.signIn.password} autoComplete="current-password" />
      <Button type="submit" variant="primary" size="large" busy={form.busy}>
        {text.signIn.submit}
      </Button>
    </form>
  );
}

export function SignInPage() {
  const { data: session } = useQuery(sessionQuery);
  const { data: setup } = useQuery({ ...setupQuery, retry: false });
  useEntryTitle(text.signIn.title);
  if (session !== undefined && session !== null) return <Navigate to="/inbox" replace />;
  return (
    <EntryPage title={text.signIn.title} purpose={text.signIn.purpose}>
      {setup?.needed === true && <Notice kind="info">{text.signIn.setupNeeded}</Notice>}
      <SignInForm />
    </EntryPage>
  );
}
