import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Claim } from '../../core/claim/claim.ts';
import type { ClaimPosting } from '../../core/claim/claimPostings.ts';
import { type Origin, type Transfer, transferred } from '../../core/ledger/transfer.ts';
import { businessDay } from '../businessDay.ts';
import { accountKey } from '../calculation/accountKey.ts';
import { passedBetween } from '../calculation/companyTransfers.ts';
import { postTransfers } from '../ledger/postTransfers.ts';
import type { BookingAccount, NewBooking, Ports, Tx } from '../ports.ts';

const TRANSFERS_MAX = 100_000;

type Posting = {
  readonly step: string;
  readonly day: LocalDate;
  readonly postings: readonly ClaimPosting[];
};

/**
 * Puts a claim of ours into the books, in the transaction of the deed and last in it: what it settles
 * and what is paid on it as bookings of the accounts, and the transfers of the ledger. What partners claim
 * of us is in no book before it is settled. `step` tells the deeds on one claim apart.
 */
export async function postClaim(
  ports: Ports,
  tx: Tx,
  claim: Claim,
  { step, day, postings }: Posting,
): Promise<void> {
  if (claim.claimant === 'partner' || postings.length === 0) return;
  const at = ports.clock.now();
  const origin = { kind: 'claim', id: claim.id };
  await tx.bookings.post(await bookingsOf(tx, claim, postings), { deed: origin }, at);
  const item = step === 'sent' ? claim.id : await itemOf(tx, claim);
  const transfers = postings.flatMap((posting) => transfersOf(claim, posting, { step, day, item }));
  const about = { effectiveOn: day, origin, leg: `between ${step}` };
  await postToday(ports, tx, [...transfers, ...(await passedBetween(tx, transfers, about))]);
}

async function postToday(ports: Ports, tx: Tx, transfers: readonly Transfer[]): Promise<void> {
  const [day, batch] = [await businessDay(tx, ports.clock), await tx.batches.last()];
  await postTransfers(tx, transfers, { day, at: ports.clock.now(), batch });
}

/**
 * Moves what an event has received from bank clearing to the bank, once the bank has booked it, or back. `leg` tells the times
 * apart that this happens to one event.
 */
export async function postBanked(
  ports: Ports,
  tx: Tx,
  claim: Claim,
  { step, day, postings, leg }: Posting & { readonly leg: string },
): Promise<void> {
  const origin = originOfReceipt(claim, step);
  const item = await itemOf(tx, claim);
  const transfers = postings.flatMap((posting) => {
    const { about, place } = placeOf(claim, posting, { step, day, item });
    const sides = { debit: 'bank', credit: 'bankClearing' } as const;
    return transferred(posting.received, sides, { ...about, origin, event: 'bank', leg: `${place} ${leg}` });
  });
  await postToday(ports, tx, transfers);
}

/** Its open item; of a claim that was sent before items were named, none. */
async function itemOf(tx: Tx, { id }: Claim): Promise<string | undefined> {
  const [sent] = await tx.ledger.transfers({ origin: { kind: 'claim', id } }, { limit: 1 });
  return sent?.item;
}

/** The day on which a bank has first booked the money of an event; undefined where it has not, or that was taken back. */
export async function bankedOn(tx: Tx, claim: Claim, step: string): Promise<LocalDate | undefined> {
  const posted = await tx.ledger.transfers(
    { origin: originOfReceipt(claim, step) },
    { limit: TRANSFERS_MAX },
  );
  const held = posted.reduce((sum, { debit, minor }) => sum + (debit === 'bank' ? minor : -minor), 0n);
  return held > 0n ? posted[0]?.effectiveOn : undefined;
}

function originOfReceipt({ id }: Claim, step: string): Origin {
  return { kind: 'claimReceipt', id: `${id} ${step}` };
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

type Step = Omit<Posting, 'postings'> & { readonly item: string | undefined };

function transfersOf(claim: Claim, posting: ClaimPosting, deed: Step): Transfer[] {
  const { claimed, received, writtenOff } = posting;
  const { about, place } = placeOf(claim, posting, deed);
  const rest = (event: Transfer['event']) => ({ ...about, event, leg: `${event} ${place}` });
  return [
    ...transferred(claimed, { debit: 'claimedReceivable', credit: 'accruedReceivable' }, rest('claim')),
    ...transferred(received, { debit: 'bankClearing', credit: 'claimedReceivable' }, rest('receive')),
    ...transferred(writtenOff, { debit: 'writtenOff', credit: 'claimedReceivable' }, rest('writeOff')),
  ];
}

/** What all transfers of an account have in common, and what tells those of one deed apart. */
function placeOf(
  claim: Claim,
  { account: { term, participant, window } }: ClaimPosting,
  { step, day, item }: Step,
) {
  const about = {
    company: claim.company,
    currency: claim.currency,
    effectiveOn: day,
    partner: participant,
    subject: { agreement: claim.agreement, term, window },
    origin: { kind: 'claim', id: claim.id },
    ...(item !== undefined && { item }),
  };
  return { about, place: `${step} ${term} ${participant} ${formatDate(window.from)}` };
}
