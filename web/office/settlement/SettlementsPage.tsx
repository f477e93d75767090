import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { type Address, narrowed, said } from '../money/addressOf.ts';
import { Deeds } from '../money/Deeds.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { ListPager, PAGE_ROWS } from '../money/ListPager.tsx';
import { moneyTexts } from '../money/texts.ts';
import { useCompanies, usePartners } from '../money/useChoices.ts';
import { ProposeAdvance } from './ProposeAdvance.tsx';
import { SettlementFrame } from './SettlementFrame.tsx';
import { SettlementSheet } from './SettlementSheet.tsx';
import { SettlementTable } from './SettlementTable.tsx';
import { SETTLEMENT_STATES, settlementWords } from './settlementWords.ts';
import { settlementTexts } from './texts.ts';

/** What is proposed, approved and issued, and the sheet of the settlement that is open. */
export function SettlementsPage() {
  const say = useSay(settlementTexts);
  const address = useSearch({ from: '/settlement' });
  const navigate = useNavigate({ from: '/settlement' });
  const { company, partner, cursor, passed } = address;
  const state = SETTLEMENT_STATES.find((one) => one === address.state);
  const query = { limit: String(PAGE_ROWS), ...said({ company, partner, state, cursor }) };
  const list = api.useQuery(
    'get',
    '/api/v1/settlements',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  const isNarrowed = [company, partner, state].some((text) => text !== undefined);
  return (
    <SettlementFrame>
      <Deeds>
        <ProposeAdvance />
      </Deeds>
      <SettlementFilter address={address} />
      <Loaded query={list}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Notice title={say(isNarrowed ? 'nothingTitle' : 'emptyTitle')}>
              <p>{say(isNarrowed ? 'nothingText' : 'emptyText')}</p>
            </Notice>
          ) : (
            <>
              <SettlementTable rows={rows} isStale={list.isPlaceholderData} />
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
      <SettlementSheet id={address.settlement} line={address.line} />
    </SettlementFrame>
  );
}

function SettlementFilter({ address }: { readonly address: Address<'company' | 'partner' | 'state'> }) {
  const say = useSay(settlementTexts);
  const sayMoney = useSay(moneyTexts);
  const sayWord = useSay(settlementWords);
  const navigate = useNavigate({ from: '/settlement' });
  const { company = '', partner = '', state = '' } = address;
  const narrow = (wanted: Readonly<Record<string, string>>) =>
    void navigate({ search: (old) => narrowed(old, wanted) });
  const isSet = [company, partner, state].some((text) => text !== '');
  const all = { id: 'all', name: sayMoney('all') };
  return (
    <FilterBar onClear={isSet ? () => void navigate({ search: {} }) : undefined}>
      <ComboField
        label={sayMoney('partner')}
        placeholder={sayMoney('all')}
        choices={usePartners()}
        value={partner}
        onChange={(id) => narrow({ partner: id })}
      />
      <SelectField
        label={say('state')}
        choices={[all, ...SETTLEMENT_STATES.map((id) => ({ id, name: sayWord(id) }))]}
        value={state === '' ? 'all' : state}
        onChange={(id) => narrow({ state: id === 'all' ? '' : id })}
      />
      <SelectField
        label={sayMoney('company')}
        choices={[all, ...useCompanies()]}
        value={company === '' ? 'all' : company}
        onChange={(id) => narrow({ company: id === 'all' ? '' : id })}
      />
    </FilterBar>
  );
}
