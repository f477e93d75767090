import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Comments } from '../comments/Comments.tsx';
import { HeldNotice } from '../trust/HeldNotice.tsx';
import { FoundAccounts } from './FoundAccounts.tsx';
import { Lacking } from './Lacking.tsx';
import { SettlementApprovals } from './SettlementApprovals.tsx';
import { SettlementDeeds } from './SettlementDeeds.tsx';
import { SettlementDetails } from './SettlementDetails.tsx';
import { SettlementLine } from './SettlementLine.tsx';
import { SettlementLines } from './SettlementLines.tsx';
import { SettlementSums } from './SettlementSums.tsx';
import { settlementWords } from './settlementWords.ts';
import { settlementTexts } from './texts.ts';

type Props = { readonly id: string | undefined; readonly line: string | undefined };

/** One settlement: what it says, who has to approve it, and how each amount was found. */
export function SettlementSheet({ id, line }: Props) {
  const say = useSay(settlementTexts);
  const sayWord = useSay(settlementWords);
  const navigate = useNavigate({ from: '/settlement' });
  const close = () =>
    void navigate({
      search: ({ settlement: _closed, line: _line, ...rest }) => rest,
      resetScroll: false,
    });
  const found = api.useQuery(
    'get',
    '/api/v1/settlements/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined },
  );
  const title = found.data && `${sayWord(`kind.${found.data.kind}`)} ${found.data.number ?? ''}`;
  return (
    <Sheet title={title ?? say('settlement')} isOpen={id !== undefined} onClose={close}>
      <Loaded query={found}>
        {(settlement) => (
          <>
            <SettlementDetails settlement={settlement} />
            <HeldNotice object="settlement" id={settlement.id} />
            <Lacking lacks={settlement.lacks} partner={settlement.partner} />
            <SettlementDeeds settlement={settlement} />
            <Section title={say('approvals')}>
              <SettlementApprovals settlement={settlement} />
            </Section>
            <Section title={say('lines')}>
              <SettlementLines settlement={settlement} />
            </Section>
            {line !== undefined && (
              <SettlementLine id={settlement.id} line={line} currency={settlement.currency} />
            )}
            <SettlementSums settlement={settlement} />
            <Comments kind="settlement" place={settlement.id} />
            {settlement.accounts.length > 0 && (
              <Section title={say('found')} lead={say('foundLead')}>
                <FoundAccounts
                  accounts={settlement.accounts}
                  currency={settlement.payout?.from ?? settlement.currency}
                />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Sheet>
  );
}
