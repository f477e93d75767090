import { useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { PAGED } from '../../shell/paging.ts';
import { said } from '../../shell/textsIn.ts';
import { useAddressText } from '../../shell/useAddressText.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { OnDay } from '../money/OnDay.tsx';
import { OfPartner } from '../money/OneOfMany.tsx';
import { OfCompany, OneOrAll } from '../money/OneOrAll.tsx';
import { AgeingTable } from './AgeingTable.tsx';
import { BucketTable } from './BucketTable.tsx';
import styles from './CashFlow.module.css';
import { cashFlowTexts } from './cashFlowTexts.ts';
import { FlowDrawing } from './FlowDrawing.tsx';
import { FlowTable } from './FlowTable.tsx';
import { LedgerFrame } from './LedgerFrame.tsx';
import type { CashFlow } from './ledgerTypes.ts';

/** Payments and receipts to come, drawn and in a table, with ageing and every amount behind them. */
export function CashFlowPage() {
  const say = useSay(cashFlowTexts);
  const { company, partner, day, known, stage, ...rest } = useSearch({ from: '/ledger/cash-flow' });
  const grain = rest.grain === 'week' ? 'week' : 'month';
  const query = { ...said({ company, partner, day, known }), grain } as const;
  const flow = api.useQuery('get', '/api/v1/cash-flow', { params: { query } }, PAGED);
  return (
    <LedgerFrame lead={say('lead')}>
      <FlowFilter grain={grain} />
      <Loaded query={flow}>{(found) => <Flow flow={found} stage={stage} />}</Loaded>
    </LedgerFrame>
  );
}

function FlowFilter({ grain }: { readonly grain: 'week' | 'month' }) {
  const say = useSay(cashFlowTexts);
  const [, setGrain] = useAddressText('grain');
  return (
    <FilterBar names={['grain', 'company', 'partner', 'day', 'known']}>
      <SelectField
        label={say('grain')}
        choices={(['month', 'week'] as const).map((id) => ({ id, name: say(id) }))}
        value={grain}
        onChange={(id) => setGrain(id === 'month' ? '' : id)}
      />
      <OfCompany />
      <OfPartner />
      <OnDay name="day" label={say('day')} />
      <OnDay name="known" label={say('known')} />
    </FilterBar>
  );
}

type FlowProps = { readonly flow: CashFlow; readonly stage: string | undefined };

function Flow({ flow, stage }: FlowProps) {
  const say = useSay(cashFlowTexts);
  const books = [...Map.groupBy(flow.buckets, ({ company, currency }) => `${company} ${currency}`)];
  if (books.length === 0 && flow.flows.length === 0)
    return (
      <Notice title={say('emptyTitle')}>
        <p>{say('emptyText')}</p>
      </Notice>
    );
  return (
    <>
      {books.map(([key, buckets]) => {
        const { company = '', currency = '' } = buckets[0] ?? {};
        return (
          <Section key={key} title={say('ofCompany', { company, currency })}>
            <FlowDrawing buckets={buckets} currency={currency} />
            <BucketTable buckets={buckets} currency={currency} />
          </Section>
        );
      })}
      <Section title={say('ageing')} lead={say('ageingLead')}>
        <AgeingTable ageing={flow.ageing} />
      </Section>
      <FlowTable
        flows={flow.flows.filter((one) => stage === undefined || one.stage === stage)}
        filter={<StageFilter />}
      />
    </>
  );
}

const STAGES = ['accrued', 'claimed', 'documented'] as const;

/** Which of the amounts are listed: the figures of home lead here. */
function StageFilter() {
  const say = useSay(cashFlowTexts);
  return (
    <div className={styles.stage}>
      <OneOrAll
        name="stage"
        label={say('stage')}
        choices={STAGES.map((id) => ({ id, name: say(`stage.${id}`) }))}
      />
    </div>
  );
}
