import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { text } from '../catalogue';
import { Failure } from '../entry/failure';
import { emailProblem } from '../entry/rules';
import { type FormState, useForm } from '../entry/use-form';
import { invitationsQuery, invite } from '../rest/agents';
import type { Role } from '../rest/session';
import { Button } from '../ui/button';
import { CopyBlock } from '../ui/copy-block';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';

const ROLES: readonly { role: Role; help: string }[] = [
  { role: 'agent', help: text.settings.agentHelp },
  { role: 'owner', help: text.settings.ownerHelp },
];

interface Fields extends Record<string, string> {
  email: string;
  role: Role;
}

function RoleChoice({ form }: { readonly form: FormState<Fields> }) {
  return (
    <fieldset className="roles">
      <legend className="field-label">{text.settings.role}</legend>
      {ROLES.map(({ role, help }) => (
        <label key={role}>
          <input
            type="radio"
            name="role"
            value={role}
            checked={form.values.role === role}
            onChange={() => form.set('role', role)}
          />
          <span>
            <b>{text.settings[role]}</b> {help}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function LinkMade({ url, onClose }: { readonly url: string; readonly onClose: () => void }) {
  return (
    <div className="entry-form">
      <p>{text.settings.inviteLink}</p>
      <CopyBlock value={url} label={text.settings.copyLink} primary />
      <div className="dialog-foot">
        <Button onClick={onClose}>{text.common.close}</Button>
      </div>
    </div>
  );
}

export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const queries = useQueryClient();
  const [url, setUrl] = useState<string>();
  const empty: Fields = { email: '', role: 'agent' };
  const form = useForm(empty, { email: emailProblem }, async ({ email, role }) => {
    const made = await invite(email.trim(), role);
    setUrl(made.url);
    await queries.invalidateQueries({ queryKey: invitationsQuery.queryKey });
  });
  return (
    <Dialog open title={text.settings.invite} onClose={onClose}>
      {url !== undefined ? (
        <LinkMade url={url} onClose={onClose} />
      ) : (
        <form className="entry-form" onSubmit={form.submit} noValidate>
          <Failure error={form.failure} title={text.settings.inviteFailed} />
          <TextField
            {...form.bind('email')}
            label={text.settings.inviteEmail}
            type="email"
            dir="ltr"
            autoComplete="off"
          />
          <RoleChoice form={form} />
          <div className="dialog-foot">
            <Button onClick={onClose}>{text.common.cancel}</Button>
            <Button type="submit" variant="primary" busy={form.busy}>
              {text.settings.createInvite}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
