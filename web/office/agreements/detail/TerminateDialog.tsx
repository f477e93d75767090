import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { LongTextField } from '../../../ui/LongTextField.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { reasonGiven } from './dialogProps.ts';
import { detailTexts } from './texts.ts';

const OPEN_WINDOWS = ['settleToDate', 'forfeit', 'prorateThresholds'] as const;

type Props = { readonly code: string; readonly base: number; readonly onClose: () => void };

/** Drafts an end before the last day; it holds once it is approved. */
export function TerminateDialog({ code, base, onClose }: Props) {
  const say = useSay(detailTexts);
  const navigate = useNavigate({ from: '/agreements/$code' });
  const [lastDay, setLastDay] = useState('');
  const [open, setOpen] = useState<(typeof OPEN_WINDOWS)[number]>('settleToDate');
  const [reason, setReason] = useState('');
  const terminate = api.useMutation('post', '/api/v1/agreements/{code}/amendments', {
    onSuccess: ({ proposal }) => {
      onClose();
      void navigate({ search: { tab: 'proposals', proposal } });
    },
  });
  const body = { kind: 'termination' as const, base, lastDay, openWindows: open, ...reasonGiven(reason) };
  return (
    <ConfirmDialog
      title={say('terminateTitle')}
      isOpen
      yes={say('do.terminate')}
      onYes={() => terminate.mutate({ params: { path: { code } }, body })}
      onClose={onClose}
      isDanger
      isPending={terminate.isPending}
      isDisabled={lastDay === ''}
      error={terminate.error}
    >
      <p>{say('terminateText')}</p>
      <TextField label={say('lastDay')} type="date" value={lastDay} onChange={setLastDay} isRequired />
      <SelectField
        label={say('openWindows')}
        choices={OPEN_WINDOWS.map((id) => ({ id, name: say(`openWindows.${id}`) }))}
        value={open}
        onChange={(id) => setOpen(OPEN_WINDOWS.find((one) => one === id) ?? open)}
      />
      <LongTextField label={say('reasonIfAny')} value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}
