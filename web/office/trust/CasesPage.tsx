import { Link, useSearch } from '@tanstack/react-router';
import { api, call } from '../../api/client.ts';
import { PagedList } from '../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../shell/paging.ts';
import { useAddressText } from '../../shell/useAddressText.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { OfPartner } from '../money/OneOfMany.tsx';
import { OneOrAll } from '../money/OneOrAll.tsx';
import { useMay } from '../money/useMay.ts';
import { useMe } from '../money/useMe.ts';
import { CaseFigures } from './CaseFigures.tsx';
import { CaseTable } from './CaseTable.tsx';
import { TrustFrame } from './TrustFrame.tsx';
import { trustTexts } from './texts.ts';
import type { TrustOverview } from './trustTypes.ts';
import { trustWords } from './trustWords.ts';

const STATES = ['undecided', 'open', 'underWay', 'decided'] as const;
const OBJECTS = [
  'claim',
  'settlement',
  'payment',
  'bankChange',
  'partner',
  'agreement',
  'earning',
  'line',
] as const;
const ORDERS = ['score', 'amount', 'age'] as const;
const HELD = ['yes', 'no'] as const;
/** Who comes here looks for what nobody has decided. */
const USUAL_STATE = 'undecided';
const NARROWING = ['state', 'held', 'object', 'partner', 'assignee'] as const;

/** The queue: what to look at, what is on hold, and what it has saved. */
export function CasesPage() {
  const say = useSay(trustTexts);
  const address = useSearch({ from: '/trust' });
  const { partner, assignee, cursor } = address;
  const isNarrowed = NARROWING.some((name) => address[name] !== undefined);
  const state = STATES.find((one) => one === address.state) ?? (isNarrowed ? undefined : USUAL_STATE);
  const held = HELD.find((one) => one === address.held);
  const object = OBJECTS.find((one) => one === address.object);
  const order = ORDERS.find((one) => one === address.order);
  const query = pageQuery({ state, held, object, partner, assignee, order, cursor });
  const list = api.useQuery('get', '/api/v1/trust/cases', { params: { query } }, PAGED);
  const overview = api.useQuery('get', '/api/v1/trust');
  return (
    <TrustFrame lead={say('lead')}>
      <Loaded query={overview} rows={2}>
        {(shown) => (
          <>
            <Standing overview={shown} />
            <CaseFigures figures={shown.figures} />
          </>
        )}
      </Loaded>
      <Scanning />
      <CaseFilter />
      <PagedList
        list={list}
        empty={{
          title: say(isNarrowed ? 'nothingTitle' : 'emptyTitle'),
          text: say(isNarrowed ? 'nothingText' : 'emptyText'),
          ...(!isNarrowed && { meaning: 'good' as const }),
        }}
      >
        {(rows, isStale) => <CaseTable rows={rows} isStale={isStale} />}
      </PagedList>
    </TrustFrame>
  );
}

/** What somebody has to know before the cases: that nothing is held, or that nobody looks. */
function Standing({ overview: { policy, arrivals, late } }: { readonly overview: TrustOverview }) {
  const say = useSay(trustTexts);
  return (
    <>
      {policy.version === 0 && (
        <Notice
          title={say('noPolicyTitle')}
          meaning="attention"
          actions={<Link to="/trust/policy">{say('toPolicy')}</Link>}
        >
          <p>{say('noPolicyText')}</p>
        </Notice>
      )}
      {late > 0 && (
        <Notice
          title={say('lateTitle', { count: late })}
          meaning="bad"
          actions={<Link to="/jobs">{say('toJobs')}</Link>}
        >
          <p>{say('lateText')}</p>
        </Notice>
      )}
      {late === 0 && arrivals.length > 0 && <p>{say('waiting', { count: arrivals.length })}</p>}
    </>
  );
}

function Scanning() {
  const say = useSay(trustTexts);
  const may = useMay('trust:write');
  return (
    <Deeds>
      {may && (
        <Deed
          name={say('scan')}
          lead={say('scanLead')}
          done={say('scanAsked')}
          onDo={() => call.POST('/api/v1/trust/scans')}
        />
      )}
    </Deeds>
  );
}

function CaseFilter() {
  const say = useSay(trustTexts);
  const sayWord = useSay(trustWords);
  const { compare } = useReader();
  const me = useMe();
  const objects = OBJECTS.map((id) => ({ id, name: sayWord(`object.${id}`) }));
  return (
    <FilterBar names={NARROWING}>
      <OfState />
      <OneOrAll
        name="held"
        label={say('hold')}
        choices={[
          { id: 'yes', name: say('onHold') },
          { id: 'no', name: say('notHeld') },
        ]}
      />
      <OneOrAll
        name="object"
        label={say('kind')}
        choices={objects.toSorted((a, b) => compare(a.name, b.name))}
      />
      <OneOrAll
        name="assignee"
        label={say('assigned')}
        choices={[
          ...(me === undefined ? [] : [{ id: me.id, name: say('mine') }]),
          { id: 'nobody', name: say('nobodyYet') },
        ]}
      />
      <OfPartner />
      <Order />
    </FilterBar>
  );
}

function OfState() {
  const say = useSay(trustTexts);
  const sayWord = useSay(trustWords);
  const address = useSearch({ from: '/trust' });
  const isNarrowed = NARROWING.some((name) => name !== 'state' && address[name] !== undefined);
  return (
    <OneOrAll
      name="state"
      label={say('state')}
      usual={isNarrowed ? undefined : USUAL_STATE}
      choices={[
        { id: USUAL_STATE, name: say('undecided') },
        ...STATES.slice(1).map((id) => ({ id, name: sayWord(`state.${id as 'open'}`) })),
      ]}
    />
  );
}

function Order() {
  const say = useSay(trustTexts);
  const [asked, set] = useAddressText('order');
  return (
    <SelectField
      label={say('order')}
      choices={ORDERS.map((id) => ({ id, name: say(`order.${id}`) }))}
      value={ORDERS.find((one) => one === asked) ?? ORDERS[0]}
      onChange={set}
    />
  );
}
