import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { paths } from '../../api/openApi.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Done } from '../../ui/Done.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useScopes } from '../useScopes.ts';
import { agreementsTexts } from './texts.ts';

type Read =
  paths['/api/v1/portal/agreements/{code}']['get']['responses']['200']['content']['application/json'];
type Party = Read['parties'][number];

/** Who has accepted the version in force, and the button for whom it is still to be done. */
export function Acceptance({ agreement }: { readonly agreement: Read }) {
  const scopes = useScopes();
  const isOver = agreement.state === 'expired' || agreement.state === 'terminated';
  const mayAccept = scopes?.isOfPartner === true && scopes.has('agreements:accept') && !isOver;
  return agreement.parties.map((party) =>
    party.accepted === null ? (
      mayAccept && <Open key={party.partner} agreement={agreement} party={party} />
    ) : (
      <Accepted key={party.partner} party={party} />
    ),
  );
}

function Accepted({ party: { accepted, partnerName } }: { readonly party: Party }) {
  const say = useSay(agreementsTexts);
  const { instant } = useReader();
  if (accepted === null) return null;
  return (
    <Done title={say('acceptedBy', { partner: partnerName, by: accepted.by, at: instant(accepted.at) })} />
  );
}

function Open({ agreement, party }: { readonly agreement: Read; readonly party: Party }) {
  const say = useSay(agreementsTexts);
  const { name } = useReader();
  const [isAsking, ask] = useState(false);
  const accept = api.useMutation('post', '/api/v1/portal/agreements/{code}/acceptance', {
    onSuccess: () => ask(false),
  });
  const { partner, partnerName } = party;
  const { agreement: code, version } = agreement;
  return (
    <>
      <Notice
        title={say('toAccept', { partner: partnerName })}
        meaning="attention"
        actions={
          <Button kind="primary" onPress={() => ask(true)}>
            {say('accept')}
          </Button>
        }
      >
        <p>{say('toAcceptText')}</p>
      </Notice>
      <ConfirmDialog
        title={say('sure', { name: name(agreement.name) })}
        isOpen={isAsking}
        yes={say('accept')}
        onYes={() => accept.mutate({ params: { path: { code } }, body: { partner, version } })}
        onClose={() => ask(false)}
        isPending={accept.isPending}
        error={accept.error}
      >
        <p>{say('sureText', { partner: partnerName, version })}</p>
      </ConfirmDialog>
    </>
  );
}
