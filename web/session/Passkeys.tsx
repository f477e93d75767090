import { useState } from 'react';
import { api } from '../api/client.ts';
import { useReader, useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import styles from './Factors.module.css';
import type { Told } from './Factors.tsx';
import { factorTexts } from './factorTexts.ts';
import { NewPasskey } from './NewPasskey.tsx';
import { PasswordDialog } from './PasswordDialog.tsx';

type Passkey = {
  readonly id: string;
  readonly name: string;
  readonly madeAt: string;
  readonly usedAt: string | null;
};
type Props = { readonly passkeys: readonly Passkey[]; readonly onDone: (told: Told) => void };

/** The passkeys of the account: added with the password, and taken away with it. */
export function Passkeys({ passkeys, onDone }: Props) {
  const say = useSay(factorTexts);
  const reader = useReader();
  const [asked, setAsked] = useState<Passkey>();
  const remove = api.useMutation('post', '/api/v1/account/passkeys/{id}/removal', {
    onSuccess: () => {
      setAsked(undefined);
      onDone({ title: say('ended') });
    },
  });
  const ask = (passkey: Passkey) => {
    remove.reset();
    setAsked(passkey);
  };
  const columns: readonly Column<Passkey>[] = [
    { id: 'name', title: say('passkeyName'), isMain: true, cell: ({ name }) => name },
    { id: 'made', title: say('made'), cell: ({ madeAt }) => reader.instant(madeAt) },
    {
      id: 'used',
      title: say('used'),
      cell: ({ usedAt }) => (usedAt === null ? say('never') : reader.instant(usedAt)),
    },
    {
      id: 'remove',
      title: say('passkeyRemove'),
      isPlain: true,
      cell: (row) => (
        <Button kind="quiet" label={`${say('passkeyRemove')}: ${row.name}`} onPress={() => ask(row)}>
          {say('passkeyRemove')}
        </Button>
      ),
    },
  ];
  return (
    <div className={styles.way}>
      <h3>{say('passkeys')}</h3>
      <p>{say('passkeysLead')}</p>
      {passkeys.length === 0 ? (
        <p>{say('passkeyNone')}</p>
      ) : (
        <DataTable caption={say('passkeys')} columns={columns} rows={passkeys} rowKey={({ id }) => id} />
      )}
      <NewPasskey onDone={onDone} />
      {asked !== undefined && (
        <PasswordDialog
          title={say('passkeyRemoveAsk', { name: asked.name })}
          yes={say('passkeyRemove')}
          isDanger
          isPending={remove.isPending}
          error={remove.error}
          onYes={(present) => remove.mutate({ params: { path: { id: asked.id } }, body: { present } })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}
