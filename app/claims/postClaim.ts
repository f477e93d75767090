import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Claim } from '../../core/claim/claim.ts';
import type { ClaimPosting } from '../../core/claim/claimPostings.ts';
import { type Transfer, transferred } from '../../core/ledger/transfer.ts';
import { businessDay } from '../businessDay.ts';
import { accountKey } from '../calculation/accountKey.ts';
import type { BookingAccount, NewBooking, Ports, Tx } from '../ports.ts';

/**
 * Puts a claim of ours into the books, in the transaction of the deed and last in it: what it settles
 * and what is paid on it as bookings of the accounts, and the transfers of the ledger. What partners claim
 * of us is in no book before it is settled. `step` tells the deeds on one claim apart.
 */
export async function postClaim(
  ports: Ports,
  tx: Tx,
  claim: Claim,
  {
    step,
    day,
    postings,
  }: { readonly step: string; readonly day: LocalDate; readonly postings: readonly ClaimPosting[] },
): Promise<void> {
  if (claim.claimant === 'partner' || postings.length === 0) return;
  const at = ports.clock.now();
  const origin = { kind: 'claim', id: claim.id };
  await tx.bookings.post(await bookingsOf(tx, claim, postings), { deed: origin }, at);
  const transfers = postings.flatMap((posting) => transfersOf(claim, posting, { step, day }));
  const [businessDayNow, batch] = [await businessDay(tx, ports.clock), await tx.batches.last()];
  await tx.ledger.post(transfers, { day: businessDayNow, at, batch });
}

async function bookingsOf(tx: Tx, claim: Claim, postings: readonly ClaimPosting[]): Promise<NewBooking[]> {
  const balances = await tx.bookings.balances(claim.agreement);
  const keyOf = (account: BookingAccount) => `${account.kind} ${account.company} ${accountKey(account)}`;
  const last = new Map(balances.map(({ account, lastNumber }) => [keyOf(account), lastNumber]));
  return postings.flatMap(({ account: { term, participant, window }, claimed, received }) => {
    const { agreement, company, currency } = claim;
    const about = { agreement, term, partner: participant, window, currency, company };
    return (
      [
        ['settled', claimed],
        ['paid', received],
      ] as const
    ).flatMap(([kind, deltaMinor]) => {
      if (deltaMinor === 0n) return [];
      const account: BookingAccount = { ...about, kind };
      return [{ account, number: (last.get(keyOf(account)) ?? 0) + 1, deltaMinor, causes: [] }];
    });
  });
}

function transfersOf(
  claim: Claim,
  { account: { term, participant, window }, claimed, received, writtenOff }: ClaimPosting,
  { step, day }: { readonly step: string; readonly day: LocalDate },
): Transfer[] {
  const place = `${step} ${term} ${participant} ${formatDate(window.from)}`;
  const about = {
    company: claim.company,
    currency: claim.currency,
    effectiveOn: day,
    partner: participant,
    subject: { agreement: claim.agreement, term, window },
    origin: { kind: 'claim', id: claim.id },
  };
  const rest = (event: Transfer['event']) => ({ ...about, event, leg: `${event} ${place}` });
  return [
    ...transferred(claimed, { debit: 'claimedReceivable', credit: 'accruedReceivable' }, rest('claim')),
    ...transferred(received, { debit: 'bankClearing', credit: 'claimedReceivable' }, rest('receive')),
    ...transferred(writtenOff, { debit: 'writtenOff', credit: 'claimedReceivable' }, rest('writeOff')),
  ];
}
