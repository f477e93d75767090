import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { narrowed, said } from '../money/addressOf.ts';
import { FilterBar } from '../money/FilterBar.tsx';
import { moneyTexts } from '../money/texts.ts';
import { useCompanies, usePartners } from '../money/useChoices.ts';
import { AgeingTable } from './AgeingTable.tsx';
import { BucketTable } from './BucketTable.tsx';
import { cashFlowTexts } from './cashFlowTexts.ts';
import { FlowDrawing } from './FlowDrawing.tsx';
import { FlowTable } from './FlowTable.tsx';
import { LedgerFrame } from './LedgerFrame.tsx';
import type { CashFlow } from './ledgerTypes.ts';

/** Payments and receipts to come, drawn and in a table, with ageing and every amount behind them. */
export function CashFlowPage() {
  const say = useSay(cashFlowTexts);
  const { company, partner, day, known, ...rest } = useSearch({ from: '/ledger/cash-flow' });
  const grain = rest.grain === 'week' ? 'week' : 'month';
  const query = { ...said({ company, partner, day, known }), grain } as const;
  const flow = api.useQuery(
    'get',
    '/api/v1/cash-flow',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  return (
    <LedgerFrame lead={say('lead')}>
      <FlowFilter grain={grain} />
      <Loaded query={flow}>{(found) => <Flow flow={found} />}</Loaded>
    </LedgerFrame>
  );
}

function FlowFilter({ grain }: { readonly grain: 'week' | 'month' }) {
  const say = useSay(cashFlowTexts);
  const sayMoney = useSay(moneyTexts);
  const navigate = useNavigate({ from: '/ledger/cash-flow' });
  const { company = '', partner = '', day = '', known = '' } = useSearch({ from: '/ledger/cash-flow' });
  const narrow = (wanted: Readonly<Record<string, string>>) =>
    void navigate({ search: (old) => narrowed(old, wanted) });
  return (
    <FilterBar>
      <SelectField
        label={say('grain')}
        choices={(['month', 'week'] as const).map((id) => ({ id, name: say(id) }))}
        value={grain}
        onChange={(id) => narrow({ grain: id === 'month' ? '' : id })}
      />
      <SelectField
        label={sayMoney('company')}
        choices={[{ id: 'all', name: sayMoney('all') }, ...useCompanies()]}
        value={company === '' ? 'all' : company}
        onChange={(id) => narrow({ company: id === 'all' ? '' : id })}
      />
      <ComboField
        label={sayMoney('partner')}
        placeholder={sayMoney('all')}
        choices={usePartners()}
        value={partner}
        onChange={(id) => narrow({ partner: id })}
      />
      <TextField label={say('day')} type="date" value={day} onChange={(text) => narrow({ day: text })} />
      <TextField
        label={say('known')}
        type="date"
        value={known}
        onChange={(text) => narrow({ known: text })}
      />
    </FilterBar>
  );
}

function Flow({ flow }: { readonly flow: CashFlow }) {
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
      <FlowTable flows={flow.flows} />
    </>
  );
}
