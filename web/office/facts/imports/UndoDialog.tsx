import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../../api/answer.ts';
import { api, call } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Refused } from '../../../ui/Failure.tsx';
import { Named } from '../../../ui/Named.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { ChangesTable } from '../ChangesTable.tsx';
import { useFieldName } from '../useFieldName.ts';
import { importsTexts } from './texts.ts';

type Props = {
  readonly id: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Asks before an import is undone, and says what that changes. */
export function UndoDialog({ id, isOpen, onClose, onDone }: Props) {
  const say = useSay(importsTexts);
  const [reason, setReason] = useState('');
  const undo = api.useMutation('post', '/api/v1/imports/{id}/undo', { onSuccess: onDone });
  return (
    <ConfirmDialog
      title={say('undoTitle')}
      isOpen={isOpen}
      yes={say('undoYes')}
      onYes={() => undo.mutate({ params: { path: { id } }, body: { reason: reason.trim() } })}
      onClose={onClose}
      isDanger
      isPending={undo.isPending}
      isDisabled={reason.trim() === ''}
      error={undo.error}
    >
      <p>{say('undoText')}</p>
      <WouldChange id={id} />
      <TextField label={say('undoReason')} value={reason} onChange={setReason} isRequired />
    </ConfirmDialog>
  );
}

function WouldChange({ id }: { readonly id: string }) {
  const say = useSay(importsTexts);
  const preview = useQuery({
    queryKey: ['undo preview', id],
    queryFn: async ({ signal }) => {
      const path = { id };
      const { data } = await call.POST('/api/v1/imports/{id}/undo/preview', { params: { path }, signal });
      return data;
    },
  });
  if (preview.error !== null) return <Refused error={preview.error} />;
  if (preview.data === undefined) return <Skeleton rows={3} />;
  const { withdrawn, restored, things, changes } = preview.data;
  return (
    <>
      {things.length > 0 && <TakenBack things={things} />}
      {things.length === 0 && withdrawn !== null && withdrawn > 0 && (
        <p>{say('withdrawn', { count: withdrawn })}</p>
      )}
      {things.length === 0 && restored !== null && restored > 0 && (
        <p>{say('restored', { count: restored })}</p>
      )}
      {changes.length === 0 ? <p>{say('noBooking')}</p> : <ChangesTable changes={changes} />}
    </>
  );
}

type Thing = Answer<'previewUndo'>['things'][number];

const SHOWN = 20;

/** Of master data: what nobody would say any more, and what would be said again, field by field. */
function TakenBack({ things }: { readonly things: readonly Thing[] }) {
  const say = useSay(importsTexts);
  const { day } = useReader();
  const fieldName = useFieldName();
  const columns: readonly Column<Thing>[] = [
    {
      id: 'code',
      title: fieldName('code'),
      isMain: true,
      cell: ({ code, validFrom }) => (
        <Named name={code} code={validFrom === null ? '' : `${fieldName('validFrom')} ${day(validFrom)}`} />
      ),
    },
    {
      id: 'fields',
      title: say('wouldSay'),
      isPlain: true,
      cell: ({ isWithdrawn, fields }) =>
        isWithdrawn
          ? say('knownNoMore')
          : fields.map(({ field, before, after }) => (
              <p key={field}>
                {say('saysAgain', { field: fieldName(field), before: before ?? '–', after: after ?? '–' })}
              </p>
            )),
    },
  ];
  return (
    <>
      <DataTable
        caption={say('takenBack')}
        columns={columns}
        rows={things.slice(0, SHOWN)}
        rowKey={({ kind, code, validFrom }) => `${kind} ${code} ${validFrom}`}
      />
      {things.length > SHOWN && <p>{say('moreThings', { count: things.length - SHOWN })}</p>}
    </>
  );
}
