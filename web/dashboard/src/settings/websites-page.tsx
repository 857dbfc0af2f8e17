import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Globe, Plus } from 'lucide-react';
import { useState } from 'react';
import { text } from '../catalogue';
import { Failure } from '../entry/failure';
import { missing, originsIn, originsProblem } from '../entry/rules';
import { useEntryTitle } from '../entry/use-entry-title';
import { useForm } from '../entry/use-form';
import { createInbox, inboxesQuery } from '../rest/inboxes';
import { EmptyState, ErrorState, StillLoading } from '../ui/blank';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { LongField, TextField } from '../ui/field';
import { Notice } from '../ui/notice';
import { Skeletons } from '../ui/skeleton';
import { SectionHead } from './section-head';
import { useOwner } from './use-owner';
import { WebsiteCard } from './website-card';

function NewSite({ onClose }: { readonly onClose: () => void }) {
  const queries = useQueryClient();
  const create = useMutation({
    mutationFn: createInbox,
    onSuccess: () => queries.invalidateQueries({ queryKey: inboxesQuery.queryKey }),
  });
  const form = useForm({ name: '', origins: '' }, { name: missing, origins: originsProblem }, async (values) => {
    await create.mutateAsync({ name: values.name.trim(), origins: originsIn(values.origins) });
    onClose();
  });
  return (
    <Dialog open title={text.settings.newSite} onClose={onClose}>
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
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button type="submit" variant="primary" busy={form.busy}>
            {text.settings.create}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Sites({ editable }: { readonly editable: boolean }) {
  const { data, error, refetch } = useQuery(inboxesQuery);
  if (data === undefined) {
    if (error !== null) return <ErrorState title={text.settings.loadFailed} error={error} onRetry={() => refetch()} />;
    return (
      <>
        <Skeletons of="line" count={6} />
        <StillLoading />
      </>
    );
  }
  if (data.length === 0) return <EmptyState icon={Globe}>{text.settings.noSites}</EmptyState>;
  return data.map((inbox) => <WebsiteCard key={inbox.id} inbox={inbox} editable={editable} />);
}

export function WebsitesPage() {
  const { isOwner, ownerName } = useOwner();
  const [adding, setAdding] = useState(false);
  useEntryTitle(text.settings.websites);
  const add = (
    <Button icon={Plus} onClick={() => setAdding(true)}>
      {text.settings.addSite}
    </Button>
  );
  return (
    <>
      <SectionHead
        title={text.settings.websites}
        purpose={text.settings.websitesPurpose}
        action={isOwner ? add : undefined}
      />
      {!isOwner && <Notice kind="info">{text.settings.ownersOnly(ownerName)}</Notice>}
      <Sites editable={isOwner} />
      {adding && <NewSite onClose={() => setAdding(false)} />}
    </>
  );
}
