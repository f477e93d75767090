import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Done } from '../../ui/Done.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { useMe } from '../money/useMe.ts';
import type { ReportQuery } from './reportTypes.ts';
import { subscriptionTexts } from './subscriptionTexts.ts';

/** Has the report that is shown sent to whoever looks, with its filters. */
export function Subscribe({ query }: { readonly query: ReportQuery }) {
  const say = useSay(subscriptionTexts);
  const isPerson = useMe()?.kind === 'person';
  const [isOpen, setOpen] = useState(false);
  const [rhythm, setRhythm] = useState<'weekly' | 'monthly'>('weekly');
  const [format, setFormat] = useState<'xlsx' | 'csv' | 'pdf'>('xlsx');
  const subscribe = api.useMutation('post', '/api/v1/reports/subscriptions', {
    onSuccess: () => setOpen(false),
  });
  if (!isPerson) return null;
  const { name: report, agreement, partner, direction } = query;
  const filter = {
    ...(agreement && { agreement }),
    ...(partner && { partner }),
    ...(direction && { direction }),
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{say('subscribe')}</Button>
      {subscribe.isSuccess && (
        <Done
          title={say('subscribed')}
          actions={<Link to="/reports/subscriptions">{say('toSubscriptions')}</Link>}
        />
      )}
      <ConfirmDialog
        title={say('subscribe')}
        isOpen={isOpen}
        yes={say('subscribe')}
        isPending={subscribe.isPending}
        error={subscribe.error}
        onYes={() => subscribe.mutate({ body: { report, filter, format, rhythm } })}
        onClose={() => setOpen(false)}
      >
        <p>{say('subscribeText')}</p>
        <SelectField
          label={say('rhythm')}
          choices={(['weekly', 'monthly'] as const).map((id) => ({ id, name: say(id) }))}
          value={rhythm}
          onChange={(id) => setRhythm(id === 'monthly' ? 'monthly' : 'weekly')}
        />
        <SelectField
          label={say('format')}
          choices={(['xlsx', 'csv', 'pdf'] as const).map((id) => ({ id, name: say(id) }))}
          value={format}
          onChange={(id) => setFormat(id as typeof format)}
        />
      </ConfirmDialog>
    </>
  );
}
