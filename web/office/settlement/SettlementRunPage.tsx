import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { moneyTexts } from '../money/texts.ts';
import { useAgreements, useCompanies, usePartners } from '../money/useChoices.ts';
import { useDecider } from '../money/useDecider.ts';
import { PlannedPartySection } from './PlannedPartySection.tsx';
import { runTexts } from './runTexts.ts';
import { SettlementFrame } from './SettlementFrame.tsx';
import type { Planned, PlannedAccount, PlannedParty } from './settlementTypes.ts';

type Waiver = {
  readonly agreement: string;
  readonly term: string;
  readonly partner: string;
  readonly reason: string;
};

/** A run, looked at figure by figure before it is proposed. */
export function SettlementRunPage() {
  const say = useSay(runTexts);
  const address = useSearch({ from: '/settlement/run' });
  const companies = useCompanies();
  const [waivers, setWaivers] = useState<readonly Waiver[]>([]);
  const { company = companies[0]?.id ?? '', day, partner, agreement } = address;
  const body = {
    company,
    ...(day !== undefined && { day }),
    ...(partner !== undefined && { partners: [partner] }),
    ...(agreement !== undefined && { agreements: [agreement] }),
    ...(waivers.length > 0 && { waivers: [...waivers] }),
  };
  // All agreements of a company are calculated for it: not before somebody asks.
  const wanted = JSON.stringify(body);
  const [asked, setAsked] = useState('');
  const isAsked = company !== '' && asked === wanted;
  const planned = api.useQuery('post', '/api/v1/settlements/preview', { body }, { enabled: isAsked });
  return (
    <SettlementFrame lead={say('lead')}>
      <RunFilter company={company} />
      {waivers.map((waiver) => (
        <p key={`${waiver.agreement} ${waiver.term} ${waiver.partner}`}>
          {say('waived', waiver)} · {waiver.partner}: “{waiver.reason}”{' '}
          <Button kind="quiet" onPress={() => setWaivers(waivers.filter((one) => one !== waiver))}>
            {say('takeBack')}
          </Button>
        </p>
      ))}
      {!isAsked && (
        <Notice
          title={say('askTitle')}
          actions={
            <Button kind="primary" onPress={() => setAsked(wanted)} isDisabled={company === ''}>
              {say('ask')}
            </Button>
          }
        >
          <p>{say('askText')}</p>
        </Notice>
      )}
      <Loaded query={isAsked ? planned : { ...planned, data: undefined, isPending: false }}>
        {(found) => (
          <>
            <Propose planned={found} body={body} />
            <Parties
              planned={found}
              onWaive={(account, reason) => setWaivers([...waivers, waiverOf(account, reason)])}
            />
          </>
        )}
      </Loaded>
    </SettlementFrame>
  );
}

type PartiesProps = {
  readonly planned: Planned;
  readonly onWaive: (account: PlannedAccount, reason: string) => void;
};

/** The partners of whom anything is open; those of whom nothing is in one sentence. */
function Parties({ planned: { parties }, onWaive }: PartiesProps) {
  const say = useSay(runTexts);
  const isOpen = ({ documents, reclaims, accounts }: PlannedParty) =>
    documents.length > 0 || reclaims.length > 0 || accounts.some(({ parts }) => parts.length > 0);
  const settled = parties.filter((party) => !isOpen(party)).map(({ partner }) => partner);
  return (
    <>
      {parties.filter(isOpen).map((party) => (
        <PlannedPartySection
          key={`${party.partner} ${party.currency} ${party.side}`}
          party={party}
          onWaive={onWaive}
        />
      ))}
      {settled.length > 0 && <p>{say('settled', { partners: settled.join(', ') })}</p>}
    </>
  );
}

function waiverOf({ agreement, term, participant }: PlannedAccount, reason: string): Waiver {
  return { agreement, term, partner: participant, reason };
}

function RunFilter({ company }: { readonly company: string }) {
  const say = useSay(runTexts);
  const sayMoney = useSay(moneyTexts);
  const { day = '', partner = '', agreement = '' } = useSearch({ from: '/settlement/run' });
  const navigate = useNavigate({ from: '/settlement/run' });
  const narrow = (wanted: Readonly<Record<string, string>>) => {
    const all = Object.entries({ company, day, partner, agreement, ...wanted });
    void navigate({ search: Object.fromEntries(all.filter(([, text]) => text !== '')) });
  };
  return (
    <FilterBar>
      <SelectField
        label={sayMoney('company')}
        choices={useCompanies()}
        value={company}
        onChange={(id) => narrow({ company: id })}
      />
      <TextField label={say('day')} type="date" value={day} onChange={(text) => narrow({ day: text })} />
      <ComboField
        label={sayMoney('partner')}
        placeholder={sayMoney('all')}
        choices={usePartners()}
        value={partner}
        onChange={(id) => narrow({ partner: id })}
      />
      <ComboField
        label={sayMoney('agreement')}
        placeholder={sayMoney('all')}
        choices={useAgreements()}
        value={agreement}
        onChange={(id) => narrow({ agreement: id })}
      />
    </FilterBar>
  );
}

type ProposeProps = {
  readonly planned: Planned;
  readonly body: { readonly company: string };
};

function Propose({ planned, body }: ProposeProps) {
  const say = useSay(runTexts);
  const { day } = useReader();
  const { may, why } = useDecider({ scope: 'settlements:write', role: 'finance' });
  const count = planned.parties.reduce(
    (sum, { documents, reclaims }) => sum + documents.length + reclaims.length,
    0,
  );
  const lapses = planned.parties.some(({ accounts }) =>
    accounts.some(({ parts }) => parts.some(({ kind }) => kind === 'lapsed')),
  );
  const known = say('forDay', {
    company: planned.company,
    day: day(planned.day),
    batch: planned.batch,
  });
  return (
    <>
      <p>
        {known} {planned.notDue.length > 0 && say('notDue', { agreements: planned.notDue.join(', ') })}
      </p>
      {planned.parties.length === 0 && <Notice title={say('nothing')} />}
      <Deeds why={why}>
        {may && (count > 0 || lapses) && (
          <Deed
            name={say('propose')}
            kind="primary"
            lead={say('proposeLead', { count })}
            done={say('proposed')}
            onDo={() => call.POST('/api/v1/settlements', { body })}
          />
        )}
        <Link to="/settlement" search={{ state: 'proposed' }}>
          {say('toProposed')}
        </Link>
      </Deeds>
    </>
  );
}
