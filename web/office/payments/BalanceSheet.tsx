import { Link, useNavigate } from '@tanstack/react-router';
import { call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Details } from '../../ui/Details.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Figures, KeyFigure } from '../../ui/Figures.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useActorName } from '../money/useActorName.ts';
import { BalanceDeeds } from './BalanceDeeds.tsx';
import { BalanceState, useBalances } from './BalanceTable.tsx';
import { balanceTexts } from './balanceTexts.ts';
import type { Balance } from './paymentTypes.ts';

/** One balance that a partner was asked to confirm, and what it said. */
export function BalanceSheet({ id }: { readonly id: string | undefined }) {
  const say = useSay(balanceTexts);
  const navigate = useNavigate({ from: '/settlement/balances' });
  const close = () => void navigate({ search: ({ balance: _closed, ...rest }) => rest, resetScroll: false });
  const list = useBalances();
  return (
    <Sheet title={say('balance')} isOpen={id !== undefined} onClose={close}>
      <Loaded query={list} rows={4}>
        {({ rows }) =>
          rows.filter((row) => row.id === id).map((balance) => <Body key={balance.id} balance={balance} />)
        }
      </Loaded>
    </Sheet>
  );
}

const SUMS = ['earned', 'settled', 'paid', 'open'] as const;

function Body({ balance }: { readonly balance: Balance }) {
  const say = useSay(balanceTexts);
  const { day, instant } = useReader();
  const nameOf = useActorName();
  return (
    <>
      <Figures>
        {SUMS.map((sum) => (
          <KeyFigure key={sum} title={say(sum)}>
            <Amount exact={balance[sum]} currency={balance.currency} isLarge />
          </KeyFigure>
        ))}
      </Figures>
      <Details
        entries={[
          [say('state'), <BalanceState key="state" state={balance.state} />],
          [say('partner'), balance.partner],
          [say('company'), balance.company],
          [
            say('earned'),
            <Link key="earned" to="/earnings" search={{ partner: balance.partner }}>
              {say('earnings')}
            </Link>,
          ],
          [say('direction'), say(`direction.${balance.direction}`)],
          [
            say('statement'),
            `${say('asOf', { day: day(balance.asOf) })} · ${say('sentBy', {
              name: nameOf(balance.sentBy),
              instant: instant(balance.sentAt),
            })}`,
          ],
        ]}
      />
      <BalanceDeeds balance={balance} />
      <Section title={say('history')}>
        {balance.events.length === 0 ? <p>{say('noHistory')}</p> : <Events balance={balance} />}
      </Section>
    </>
  );
}

type Event = Balance['events'][number];

function Events({ balance: { id, events, currency } }: { readonly balance: Balance }) {
  const say = useSay(balanceTexts);
  const { instant, money } = useReader();
  const nameOf = useActorName();
  const columns: readonly Column<Event>[] = [
    {
      id: 'what',
      title: say('history'),
      isMain: true,
      cell: ({ kind, at, actor, person }) => (
        <Named
          name={
            kind === 'assigned' ? say('kind.assigned', { name: nameOf(person ?? '') }) : say(`kind.${kind}`)
          }
          code={`${instant(at)} · ${nameOf(actor)}`}
        />
      ),
    },
    {
      id: 'said',
      title: say('note'),
      isPlain: true,
      cell: ({ event, amount, note, sha256 }) => (
        <>
          {amount !== null && <div>{money(amount, currency)}</div>}
          {note !== null && <div>“{note}”</div>}
          {sha256 !== null && (
            <DownloadButton
              name="letter"
              onAsk={(signal) =>
                call.GET('/api/v1/balance-confirmations/{id}/letters/{event}', {
                  params: { path: { id, event: String(event) } },
                  parseAs: 'blob',
                  signal,
                })
              }
            >
              {say('openLetter')}
            </DownloadButton>
          )}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={say('history')}
      columns={columns}
      rows={events}
      rowKey={({ event }) => String(event)}
    />
  );
}
