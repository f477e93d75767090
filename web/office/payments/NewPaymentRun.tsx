import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api, call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { useCompanies } from '../money/useChoices.ts';
import { useDecider } from '../money/useDecider.ts';
import { PlannedPayments } from './PlannedPayments.tsx';
import { payableTexts } from './payableTexts.ts';
import type { PayingAccount } from './paymentTypes.ts';

const METHODS = {
  transfers: ['payment'],
  all: ['payment', 'creditNote'],
} as const;

/** A payment run, looked at before it is proposed. */
export function NewPaymentRun() {
  const say = useSay(payableTexts);
  const accounts = api.useQuery('get', '/api/v1/paying-accounts');
  return (
    <Loaded query={accounts} rows={3}>
      {({ rows }) => (rows.length === 0 ? <Notice title={say('noAccount')} /> : <RunOf accounts={rows} />)}
    </Loaded>
  );
}

function RunOf({ accounts }: { readonly accounts: readonly PayingAccount[] }) {
  const say = useSay(payableTexts);
  const { money } = useReader();
  const navigate = useNavigate({ from: '/settlement/payable' });
  const address = useSearch({ from: '/settlement/payable' });
  const companies = useCompanies();
  const chosen = accounts.find(({ code }) => code === address.account) ?? accounts[0];
  const today = companies.find(({ id }) => id === chosen?.company)?.today ?? '';
  const { dueUntil = today, executionDay = today } = address;
  const range = address.methods === 'all' ? 'all' : 'transfers';
  const body = { account: chosen?.code ?? '', dueUntil, executionDay, methods: [...METHODS[range]] };
  const planned = api.useQuery(
    'post',
    '/api/v1/payment-runs/preview',
    { body },
    { enabled: chosen !== undefined && dueUntil !== '' && executionDay !== '' },
  );
  const { may, why } = useDecider({ scope: 'payments:write', role: 'finance' });
  const set = (wanted: Readonly<Record<string, string>>) =>
    void navigate({ search: (old) => ({ ...old, ...wanted }), resetScroll: false });
  return (
    <>
      <FilterBar>
        <SelectField
          label={say('account')}
          choices={accounts.map(({ code, currency }) => ({ id: code, name: `${code} · ${currency}` }))}
          value={chosen?.code ?? ''}
          onChange={(account) => set({ account })}
        />
        <TextField
          label={say('dueUntil')}
          type="date"
          value={dueUntil}
          onChange={(text) => set({ dueUntil: text })}
        />
        <TextField
          label={say('executionDay')}
          type="date"
          value={executionDay}
          onChange={(text) => set({ executionDay: text })}
        />
        <SelectField
          label={say('methods')}
          choices={[
            { id: 'transfers', name: say('transfersOnly') },
            { id: 'all', name: say('withCreditNotes') },
          ]}
          value={range}
          onChange={(methods) => set({ methods })}
        />
      </FilterBar>
      <Loaded query={planned} rows={3}>
        {(run) => (
          <>
            <PlannedPayments run={run} />
            <Deeds why={why}>
              {may && run.payments.length > 0 && (
                <Deed
                  name={say('propose')}
                  kind="primary"
                  lead={say('proposeLead', {
                    total: money(run.total, run.currency),
                    count: run.payments.length,
                  })}
                  done={say('proposed')}
                  onDo={() => call.POST('/api/v1/payment-runs', { body })}
                />
              )}
              <Link to="/settlement/payments">{say('toRuns')}</Link>
            </Deeds>
          </>
        )}
      </Loaded>
    </>
  );
}
