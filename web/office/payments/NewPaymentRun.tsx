import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api, call } from '../../api/client.ts';
import type { paths } from '../../api/openApi.ts';
import { asProblem, type Problem } from '../../api/problem.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds, DeedsOfList } from '../money/Deeds.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { useCompanies } from '../money/useChoices.ts';
import { useDecider } from '../money/useDecider.ts';
import { PlannedPayments } from './PlannedPayments.tsx';
import { payableTexts } from './payableTexts.ts';
import type { PayingAccount, PlannedRun } from './paymentTypes.ts';

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
  const address = useSearch({ from: '/settlement/payable' });
  const companies = useCompanies();
  const chosen = accounts.find(({ code }) => code === address.account) ?? accounts[0];
  const today = companies.find(({ id }) => id === chosen?.company)?.today ?? '';
  // All that is open, due or not: the table below says what is due; who pays only what is due names a day.
  const { dueUntil = '', executionDay = today } = address;
  const range = address.methods === 'transfers' ? 'transfers' : 'all';
  const body = {
    account: chosen?.code ?? '',
    executionDay,
    methods: [...METHODS[range]],
    ...(dueUntil !== '' && { dueUntil }),
  };
  const planned = api.useQuery(
    'post',
    '/api/v1/payment-runs/preview',
    { body },
    { enabled: chosen !== undefined && executionDay !== '' },
  );
  const problem = planned.error === null ? undefined : asProblem(planned.error);
  // A run that pays nobody is no failure: it says why of each partner.
  const isRefused = (problem?.reasons.length ?? 0) > 0 && problem?.status !== 401 && problem?.status !== 403;
  const isSaid = isRefused || hasReason(problem, 'payment-nothing-open');
  return (
    <>
      <RunFields accounts={accounts} chosen={chosen} shown={{ dueUntil, executionDay, range }} />
      <DeedsOfList>
        {isSaid && <Unpaid error={planned.error} isNarrowed={dueUntil !== ''} />}
        <Loaded
          query={
            problem === undefined
              ? planned
              : { ...planned, data: undefined, error: isSaid ? null : planned.error, isPending: false }
          }
          rows={3}
        >
          {(run) => (
            <>
              <PlannedPayments run={run} />
              <ProposeRun run={run} body={body} />
            </>
          )}
        </Loaded>
      </DeedsOfList>
    </>
  );
}

type FieldsProps = {
  readonly accounts: readonly PayingAccount[];
  readonly chosen: PayingAccount | undefined;
  readonly shown: { readonly dueUntil: string; readonly executionDay: string; readonly range: string };
};

/** From which account, when, and what of what is open: each stands in the address. */
function RunFields({ accounts, chosen, shown }: FieldsProps) {
  const say = useSay(payableTexts);
  const navigate = useNavigate({ from: '/settlement/payable' });
  const set = (wanted: Readonly<Record<string, string>>) =>
    void navigate({ search: (old) => ({ ...old, ...wanted }), resetScroll: false });
  return (
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
        value={shown.dueUntil}
        onChange={(text) => set({ dueUntil: text })}
      />
      <TextField
        label={say('executionDay')}
        type="date"
        value={shown.executionDay}
        onChange={(text) => set({ executionDay: text })}
      />
      <SelectField
        label={say('methods')}
        choices={[
          { id: 'transfers', name: say('transfersOnly') },
          { id: 'all', name: say('withCreditNotes') },
        ]}
        value={shown.range}
        onChange={(methods) => set({ methods })}
      />
    </FilterBar>
  );
}

type ProposeProps = {
  readonly run: PlannedRun;
  readonly body: paths['/api/v1/payment-runs']['post']['requestBody']['content']['application/json'];
};

/** Proposes what was planned, for who may; the way to what was proposed before. */
function ProposeRun({ run, body }: ProposeProps) {
  const say = useSay(payableTexts);
  const { money } = useReader();
  const { may, why } = useDecider({ scope: 'payments:write', role: 'finance' });
  return (
    <Deeds why={run.payments.length > 0 ? why : undefined}>
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
  );
}

/** Reasons that are mended where accounts of partners are kept. */
const OF_ACCOUNTS = ['bank-account-not-found', 'payment-not-in-format'];

type UnpaidProps = { readonly error: unknown; readonly isNarrowed: boolean };

/** Why nothing would be paid, and where it is mended. */
function Unpaid({ error, isNarrowed }: UnpaidProps) {
  const say = useSay(payableTexts);
  const problem = asProblem(error);
  if (hasReason(problem, 'payment-nothing-open')) {
    return <Notice title={say('nothingOpen')}>{isNarrowed && <p>{say('nothingDue')}</p>}</Notice>;
  }
  return (
    <>
      <Refused title={say('nobodyPaid')} error={error} />
      {OF_ACCOUNTS.some((code) => hasReason(problem, code)) && (
        <p>
          <Link to="/settlement/accounts">{say('toAccounts')}</Link>
        </p>
      )}
    </>
  );
}

function hasReason(problem: Problem | undefined, wanted: string): boolean {
  return problem?.code === wanted || (problem?.reasons.some(({ code }) => code === wanted) ?? false);
}
