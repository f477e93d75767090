import { Link, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { PagedList } from '../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../shell/paging.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { OfPartner } from '../money/OneOfMany.tsx';
import { OneOrAll } from '../money/OneOrAll.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { ClaimsFrame } from './ClaimsFrame.tsx';
import type { Message } from './claimTypes.ts';
import { MessageSheet } from './MessageSheet.tsx';
import { messageTexts } from './messageTexts.ts';

type Row = Omit<Message, 'rows'>;

/** What partners have sent, and the sheet of the message that is open. */
export function MessagesPage() {
  const say = useSay(messageTexts);
  const { partner, waiting, message, cursor } = useSearch({ from: '/claims/messages' });
  const isWaiting = waiting === 'true' ? 'true' : undefined;
  const query = pageQuery({ partner, waiting: isWaiting, cursor });
  const list = api.useQuery('get', '/api/v1/claim-messages', { params: { query } }, PAGED);
  return (
    <ClaimsFrame lead={say('lead')}>
      <FilterBar names={['partner', 'waiting']}>
        <OfPartner />
        <OneOrAll name="waiting" label={say('show')} choices={[{ id: 'true', name: say('waitingOnly') }]} />
      </FilterBar>
      <PagedList
        list={list}
        empty={{
          title: say(isWaiting ? 'quietTitle' : 'emptyTitle'),
          text: say(isWaiting ? 'quietText' : 'emptyText'),
        }}
      >
        {(rows) => <MessageTable rows={rows} />}
      </PagedList>
      <MessageSheet id={message} />
    </ClaimsFrame>
  );
}

const MEANINGS: Readonly<Record<Row['state'], Meaning>> = {
  waiting: 'neutral',
  taken: 'good',
  refused: 'bad',
  quarantined: 'attention',
  repaired: 'neutral',
  dismissed: 'neutral',
};

function MessageTable({ rows }: { readonly rows: readonly Row[] }) {
  const say = useSay(messageTexts);
  const columns = useMessageColumns();
  return <DataTable caption={say('caption')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function useMessageColumns(): readonly Column<Row>[] {
  const say = useSay(messageTexts);
  const { instant } = useReader();
  return [
    {
      id: 'what',
      title: say('what'),
      isMain: true,
      cell: ({ kind, at }) => <Named name={say(`kind.${kind}`)} code={instant(at)} />,
    },
    {
      id: 'sender',
      title: say('sender'),
      isPlain: true,
      cell: ({ partner }) => (partner === null ? say('ofUs') : <PartnerName code={partner} />),
    },
    {
      id: 'state',
      title: say('state'),
      isPlain: true,
      cell: ({ state }) => <Tag meaning={MEANINGS[state]}>{say(`state.${state}`)}</Tag>,
    },
    {
      id: 'became',
      title: say('became'),
      isPlain: true,
      cell: ({ claims, claim }) =>
        [...new Set([...claims, ...(claim === null ? [] : [claim])])].map((id) => (
          <div key={id}>
            <Link to="/claims" search={{ claim: id }} aria-label={`${say('claim')} ${id}`}>
              {say('claim')}
            </Link>
          </div>
        )),
    },
    {
      id: 'look',
      title: say('message'),
      isFirst: true,
      cell: ({ id, at }) => (
        <Link
          from="/claims/messages"
          to="/claims/messages"
          search={(old) => ({ ...old, message: id })}
          resetScroll={false}
          aria-label={say('lookLabel', { instant: instant(at) })}
        >
          {say('look')}
        </Link>
      ),
    },
  ];
}
