import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { fileBody } from '../../api/fileBody.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { FileField } from '../../ui/FileField.tsx';
import { useTell } from '../money/Deeds.tsx';
import { useMay } from '../money/useMay.ts';
import { claimDeedTexts } from './deedTexts.ts';

const KINDS = ['.csv', '.xlsx', '.json', '.gz'];

/** Takes a file of claims in: looked at first, then written. */
export function TakeInClaims() {
  const say = useSay(claimDeedTexts);
  const [isOpen, setOpen] = useState(false);
  if (!useMay('claims:write')) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>{say('takeIn')}</Button>
      {isOpen && <TakeInDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function TakeInDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay(claimDeedTexts);
  const { money } = useReader();
  const tell = useTell();
  const [file, setFile] = useState<File>();
  const look = useMutation({
    mutationFn: (chosen: File) =>
      call.POST('/api/v1/claims/import/preview', {
        params: { query: { name: chosen.name } },
        ...fileBody(chosen),
      }),
  });
  const take = useMutation({
    mutationFn: (chosen: File) =>
      call.POST('/api/v1/claims/import', { params: { query: { name: chosen.name } }, ...fileBody(chosen) }),
    onSuccess: () => {
      tell(say('takenIn'));
      onClose();
    },
  });
  const found = look.data?.data;
  const choose = (chosen: File) => {
    setFile(chosen);
    look.mutate(chosen);
  };
  return (
    <ConfirmDialog
      title={say('takeIn')}
      isOpen
      yes={say('takeIn')}
      onYes={() => file && take.mutate(file)}
      onClose={onClose}
      isPending={look.isPending || take.isPending}
      isDisabled={found === undefined}
      error={take.error ?? look.error}
    >
      <p>{say('takeInLead')}</p>
      <FileField label={say('claimFile')} kinds={KINDS} file={file} onChoose={choose} />
      {found !== undefined && (
        <>
          <strong>{say('previewTitle')}</strong>
          {found.claims.length === 0 && <p>{say('previewNone')}</p>}
          <ul>
            {found.claims.map((claim) => (
              <li key={`${claim.partner} ${claim.reference}`}>
                {claim.partner} · {claim.reference} · {money(claim.claimed, claim.currency)} ·{' '}
                {[...Map.groupBy(claim.lines, ({ match }) => match)]
                  .map(([match, own]) => `${say('lines', { count: own.length })}: ${say(`match.${match}`)}`)
                  .join('; ')}
              </li>
            ))}
          </ul>
          {found.refusals.map((refusal) => (
            <p key={`${refusal.code} ${refusal.at}`}>
              {refusal.title} {refusal.detail}
            </p>
          ))}
        </>
      )}
    </ConfirmDialog>
  );
}
