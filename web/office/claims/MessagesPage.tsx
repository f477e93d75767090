import { keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import { narrowed, said } from '../money/addressOf.ts';
import { FilterBar } from '../money/FilterBar.tsx';
import { ListPager, PAGE_ROWS } from '../money/ListPager.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { moneyTexts } from '../money/texts.ts';
import { usePartners } from '../money/useChoices.ts';
import { ClaimsFrame } from './ClaimsFrame.tsx';
import type { Message } from './claimTypes.ts';
import { MessageSheet } from './MessageSheet.tsx';
import { messageTexts } from './messageTexts.ts';

type Row = Omit<Message, 'rows'>;

/** What partners have sent, and the sheet of the message that is open. */
export function MessagesPage() {
  const say = useSay(messageTexts);
  const sayMoney = useSay(moneyTexts);
  const { partner = '', waiting = '', message, cursor, passed } = useSearch({ from: '/claims/messages' });
  const navigate = useNavigate({ from: '/claims/messages' });
  const isWaiting = waiting === 'true' ? 'true' : undefined;
  const query = { limit: String(PAGE_ROWS), ...said({ partner, waiting: isWaiting, cursor }) };
  const list = api.useQuery(
    'get',
    '/api/v1/claim-messages',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  const narrow = (wanted: Readonly<Record<string, string>>) =>
    void navigate({ search: (old) => narrowed(old, wanted) });
  return (
    <ClaimsFrame lead={say('lead')}>
      <FilterBar>
        <ComboField
          label={sayMoney('partner')}
          placeholder={sayMoney('all')}
          choices={usePartners()}
          value={partner}
          onChange={(id) => narrow({ partner: id })}
        />
        <SelectField
          label={say('show')}
          choices={[
            { id: 'all', name: sayMoney('all') },
            { id: 'true', name: say('waitingOnly') },
          ]}
          value={isWaiting ?? 'all'}
          onChange={(id) => narrow({ waiting: id === 'all' ? '' : id })}
        />
      </FilterBar>
      <Loaded query={list}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Notice title={say(isWaiting ? 'quietTitle' : 'emptyTitle')}>
              <p>{say(isWaiting ? 'quietText' : 'emptyText')}</p>
            </Notice>
          ) : (
            <>
              <MessageTable rows={rows} />
              <ListPager
                count={rows.length}
                next={next}
                passed={passed}
                onNext={(page) => void navigate({ search: (old) => ({ ...old, ...page }) })}
              />
            </>
          )
        }
      </Loaded>
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
  const { instant } = useReader();
  const columns: readonly Column<Row>[] = [
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
  return <DataTable caption={say('caption')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
