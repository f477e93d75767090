import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, call } from '../../api/client.ts';
import { sumText } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { LongLoaded } from '../../ui/LongLoaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useFieldHelp } from '../help/useFieldHelp.ts';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { OnDay } from '../money/OnDay.tsx';
import { OneCompany, useOneCompany } from '../money/OneCompany.tsx';
import { OfPartner, UnderAgreement } from '../money/OneOfMany.tsx';
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
  const { id: company = '' } = useOneCompany() ?? {};
  const [waivers, setWaivers] = useState<readonly Waiver[]>([]);
  const { day, partner, agreement } = address;
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
  // What was proposed is not proposed again: the run says it until another one is worked out.
  const [proposed, setProposed] = useState<string>();
  const isAsked = company !== '' && asked === wanted;
  const planned = api.useQuery('post', '/api/v1/settlements/preview', { body }, { enabled: isAsked });
  const ask = () => {
    setProposed(undefined);
    setAsked(wanted);
  };
  return (
    <SettlementFrame lead={say('lead')}>
      <RunFilter />
      <Waivers
        waivers={waivers}
        onTakeBack={(waiver) => setWaivers(waivers.filter((one) => one !== waiver))}
      />
      {!isAsked && <Unasked isDisabled={company === ''} onAsk={ask} />}
      <LongLoaded
        queryKey={['post', '/api/v1/settlements/preview', { body }]}
        query={isAsked ? planned : { ...planned, data: undefined, isPending: false }}
      >
        {(found) => (
          <>
            <Propose
              planned={found}
              body={body}
              isProposed={proposed === asked}
              onProposed={() => setProposed(asked)}
            />
            <Parties
              planned={found}
              onWaive={(account, reason) => setWaivers([...waivers, waiverOf(account, reason)])}
            />
          </>
        )}
      </LongLoaded>
    </SettlementFrame>
  );
}

type WaiversProps = { readonly waivers: readonly Waiver[]; readonly onTakeBack: (waiver: Waiver) => void };

/** What is not asked for in this run, and why. */
function Waivers({ waivers, onTakeBack }: WaiversProps) {
  const say = useSay(runTexts);
  return waivers.map((waiver) => (
    <p key={`${waiver.agreement} ${waiver.term} ${waiver.partner}`}>
      {say('waived', waiver)} · {waiver.partner}: “{waiver.reason}”{' '}
      <Button kind="quiet" onPress={() => onTakeBack(waiver)}>
        {say('takeBack')}
      </Button>
    </p>
  ));
}

/** The run is not worked out yet as it was narrowed. */
function Unasked({ isDisabled, onAsk }: { readonly isDisabled: boolean; readonly onAsk: () => void }) {
  const say = useSay(runTexts);
  const ask = (
    <Button kind="primary" onPress={onAsk} isDisabled={isDisabled}>
      {say('ask')}
    </Button>
  );
  return (
    <Notice title={say('askTitle')} actions={ask}>
      <p>{say('askText')}</p>
    </Notice>
  );
}

type PartiesProps = {
  readonly planned: Planned;
  readonly onWaive: (account: PlannedAccount, reason: string) => void;
};

/** So many partners are read from the top down; of more of them one looks at the sums, and opens a few. */
const READ_AT_ONCE = 3;

/** The partners of whom anything is open; those of whom nothing is in one sentence. */
function Parties({ planned: { parties }, onWaive }: PartiesProps) {
  const say = useSay(runTexts);
  const { list } = useReader();
  const isOpen = ({ documents, reclaims, accounts }: PlannedParty) =>
    documents.length > 0 || reclaims.length > 0 || accounts.some(({ parts }) => parts.length > 0);
  const settled = parties.filter((party) => !isOpen(party)).map(({ partner }) => partner);
  const open = parties.filter(isOpen);
  return (
    <>
      {open.map((party) => (
        <PlannedPartySection
          key={`${party.partner} ${party.currency} ${party.side}`}
          party={party}
          isFolded={open.length > READ_AT_ONCE}
          onWaive={onWaive}
        />
      ))}
      {settled.length > 0 && <p>{say('settled', { partners: list(settled) })}</p>}
    </>
  );
}

function waiverOf({ agreement, term, participant }: PlannedAccount, reason: string): Waiver {
  return { agreement, term, partner: participant, reason };
}

function RunFilter() {
  const help = useFieldHelp();
  const say = useSay(runTexts);
  return (
    <FilterBar>
      <OneCompany help={help('settleCompany')} />
      <OnDay name="day" label={say('day')} help={help('settleDay')} />
      <OfPartner help={help('settlePartner')} />
      <UnderAgreement help={help('settleAgreement')} />
    </FilterBar>
  );
}

type ProposeProps = {
  readonly planned: Planned;
  readonly body: { readonly company: string };
  readonly isProposed: boolean;
  readonly onProposed: () => void;
};

function Propose({ planned, body, isProposed, onProposed }: ProposeProps) {
  const say = useSay(runTexts);
  const { day, list, money } = useReader();
  const { may, why } = useDecider({ scope: 'settlements:write', role: 'finance' });
  const count = planned.parties.reduce(
    (sum, { documents, reclaims }) => sum + documents.length + reclaims.length,
    0,
  );
  const lapses = planned.parties.some(({ accounts }) =>
    accounts.some(({ parts }) => parts.some(({ kind }) => kind === 'lapsed')),
  );
  const total = list(
    [...Map.groupBy(planned.parties, ({ currency }) => currency)].map(([currency, own]) => {
      const gross = own.flatMap(({ documents }) => documents.map((document) => document.gross));
      return money(sumText(gross) ?? '0', currency);
    }),
  );
  const known = say('forDay', { company: planned.company, day: day(planned.day) });
  return (
    <>
      <p>
        {known} {planned.notDue.length > 0 && say('notDue', { agreements: list(planned.notDue) })}{' '}
        {planned.heldBack.length > 0 &&
          say('heldBack', { partners: list(planned.heldBack.map(({ partner }) => partner)) })}
      </p>
      {count > 0 && <p>{say('total', { count, total })}</p>}
      {planned.parties.length === 0 && <Notice title={say('nothing')} />}
      <Deeds why={count > 0 || lapses ? why : undefined}>
        {may && !isProposed && (count > 0 || lapses) && (
          <Deed
            name={say('propose')}
            kind="primary"
            lead={say('proposeLead', { count, total })}
            done={say('proposed')}
            onDone={onProposed}
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
