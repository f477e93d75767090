import { useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { PagedList } from '../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../shell/paging.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { OfPartner } from '../money/OneOfMany.tsx';
import { OfCompany, OneOrAll } from '../money/OneOrAll.tsx';
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
  const { company, partner, cursor } = address;
  const state = SETTLEMENT_STATES.find((one) => one === address.state);
  const query = pageQuery({ company, partner, state, cursor });
  const list = api.useQuery('get', '/api/v1/settlements', { params: { query } }, PAGED);
  const isNarrowed = [company, partner, state].some((text) => text !== undefined);
  return (
    <SettlementFrame>
      <Deeds>
        <ProposeAdvance />
      </Deeds>
      <SettlementFilter />
      <PagedList
        list={list}
        empty={{
          title: say(isNarrowed ? 'nothingTitle' : 'emptyTitle'),
          text: say(isNarrowed ? 'nothingText' : 'emptyText'),
        }}
      >
        {(rows, isStale) => <SettlementTable rows={rows} isStale={isStale} />}
      </PagedList>
      <SettlementSheet id={address.settlement} line={address.line} />
    </SettlementFrame>
  );
}

function SettlementFilter() {
  const say = useSay(settlementTexts);
  const sayWord = useSay(settlementWords);
  return (
    <FilterBar names={['partner', 'state', 'company']}>
      <OfPartner />
      <OneOrAll
        name="state"
        label={say('state')}
        choices={SETTLEMENT_STATES.map((id) => ({ id, name: sayWord(id) }))}
      />
      <OfCompany />
    </FilterBar>
  );
}
