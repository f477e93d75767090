import { useNavigate } from '@tanstack/react-router';
import { api, call } from '../../api/client.ts';
import { RepairRows } from '../../claim/RepairRows.tsx';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Details } from '../../ui/Details.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { SmallPrint } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useDecider } from '../money/useDecider.ts';
import { useMay } from '../money/useMay.ts';
import type { Message } from './claimTypes.ts';
import { messageTexts } from './messageTexts.ts';

/** A message with its rows, why some of them wait, and what would do. */
export function MessageSheet({ id }: { readonly id: string | undefined }) {
  const say = useSay(messageTexts);
  const { instant } = useReader();
  const navigate = useNavigate({ from: '/claims/messages' });
  const close = () => void navigate({ search: ({ message: _closed, ...rest }) => rest, resetScroll: false });
  const found = api.useQuery(
    'get',
    '/api/v1/claim-messages/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined },
  );
  const title = found.data && `${say(`kind.${found.data.kind}`)}, ${instant(found.data.at)}`;
  return (
    <Sheet title={title ?? say('message')} isOpen={id !== undefined} onClose={close}>
      <Loaded query={found}>{(message) => <MessageBody message={message} />}</Loaded>
    </Sheet>
  );
}

function MessageBody({ message }: { readonly message: Message }) {
  const say = useSay(messageTexts);
  const { may, why } = useDecider({ scope: 'claims:write', role: 'finance' });
  const maySend = useMay('claims:send');
  const navigate = useNavigate({ from: '/claims/messages' });
  const isWaiting = message.state === 'quarantined';
  const open = (id: string) =>
    void navigate({ search: (old) => ({ ...old, message: id }), resetScroll: false });
  return (
    <>
      <p>{say(`state.${message.state}`)}</p>
      {message.reason !== null && <p>{say('dismissedFor', { reason: message.reason })}</p>}
      {isWaiting && (
        <Deeds why={why}>
          {may && (
            <Deed
              name={say('dismiss')}
              lead={say('dismissLead')}
              questions={[{ id: 'reason', label: say('why'), kind: 'long' }]}
              done={say('dismissed')}
              onDo={({ reason = '' }) =>
                call.POST('/api/v1/claim-messages/{id}/dismissal', {
                  params: { path: { id: message.id } },
                  body: { reason },
                })
              }
            />
          )}
        </Deeds>
      )}
      {!isWaiting && message.refusals.length > 0 && (
        <Section title={say('reasons')}>
          {message.refusals.map(({ code, at, title, detail }) => (
            <div key={`${code} ${at} ${title}`}>
              <p>
                <strong>{title}</strong>
              </p>
              <p>{detail}</p>
              <SmallPrint>{[at, code].filter((text) => text !== '').join(' · ')}</SmallPrint>
            </div>
          ))}
        </Section>
      )}
      {message.rows.length > 0 && (
        <Section title={say('rows')}>
          {isWaiting ? (
            <RepairRows key={message.id} message={message} mayRepair={maySend} onSent={open} />
          ) : (
            message.rows.map(({ row, texts }) => (
              <div key={row}>
                <strong>{say('row', { row })}</strong>
                <Details entries={Object.entries(texts)} />
              </div>
            ))
          )}
        </Section>
      )}
    </>
  );
}
