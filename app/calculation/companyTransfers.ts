import type { Agreement } from '../../core/agreement/agreement.ts';
import type { Window } from '../../core/calendar/window.ts';
import type { LedgerRole } from '../../core/ledger/ledgerRole.ts';
import type { Transfer } from '../../core/ledger/transfer.ts';
import { betweenCompanies } from '../../core/settlement/betweenCompanies.ts';
import { compareTexts } from '../../core/text/compareTexts.ts';
import type { TakenOverState } from '../ports/cutOverStore.ts';
import type { SubledgerBalance } from '../ports/ledgerStore.ts';
import type { BookedBalance, Tx } from '../ports.ts';
import { accountKey } from './accountKey.ts';
import { recognisedBy } from './borneDifferences.ts';
import { isSettledAlone } from './isSettledAlone.ts';

type Passing = {
  /** What is booked of the agreement, what is booked now among it. */
  readonly balances: readonly BookedBalance[];
  readonly takenOver: TakenOverState | undefined;
  /** What is about to be posted beside it. */
  readonly pending: readonly Transfer[];
  readonly about: Pick<Transfer, 'effectiveOn' | 'origin' | 'leg'>;
};

/** What passes between our companies under one agreement; nothing where one alone has a part in it. */
export async function companyTransfers(
  tx: Tx,
  agreement: Agreement,
  { balances, takenOver, pending, about }: Passing,
): Promise<Transfer[]> {
  const borne = recognisedBy({ agreement, ...(takenOver && { takenOver }) }, balances);
  const companies = new Set([...borne.values()].flatMap((own) => [...own.keys()]));
  companies.delete(agreement.company);
  if (companies.size === 0 && isSettledAlone(agreement)) return [];
  const isAccrual = ({ event }: Transfer) => event === 'accrue' || event === 'open';
  const sign = agreement.direction === 'supplierRebate' ? 1n : -1n;
  const accrued = agreement.direction === 'supplierRebate' ? 'accruedReceivable' : 'accruedLiability';
  const held = new Held(sign, await tx.ledger.subledger({ agreement: agreement.id }));
  held.take(pending.filter(isAccrual));
  const moved = new Held(sign, []);
  moved.take(pending.filter((transfer) => !isAccrual(transfer)));
  const places = new Map([...held.places(), ...moved.places()]);
  const inOrder = [...places.values()].sort((a, b) => compareTexts(a.key, b.key));
  return inOrder.flatMap(({ key, term, window, partner, currency }) => {
    const settles = negated(moved.of(key, accrued));
    const amounts = { borne: borne.get(key) ?? new Map(), open: held.of(key, accrued), settles };
    const subject = { agreement: agreement.id, term, window };
    const standing = { ...amounts, lapses: moved.of(key, 'lapsed'), subject, partner, currency };
    return betweenCompanies(agreement, standing, { ...about, leg: `${about.leg} ${key}` });
  });
}

/** What passes between our companies by what a deed is about to post, whatever agreements it is of. */
export async function passedBetween(
  tx: Tx,
  pending: readonly Transfer[],
  about: Passing['about'],
): Promise<Transfer[]> {
  const own = Map.groupBy(pending, ({ subject }) => subject?.agreement ?? '');
  const batch = await tx.batches.last();
  const codes = [...own.keys()].filter((code) => code !== '').sort();
  const found: Transfer[] = [];
  for (const { code, agreement } of await tx.agreements.someKnownAt(codes, batch)) {
    const balances = await tx.bookings.balances(code);
    const takenOver = await tx.cutOvers.stateOf(code, batch);
    const passing = { balances, takenOver, pending: own.get(code) ?? [], about };
    found.push(...(await companyTransfers(tx, agreement, passing)));
  }
  return found;
}

type Place = {
  readonly key: string;
  readonly term: string;
  readonly partner: string;
  readonly window: Window;
  readonly currency: string;
};

/** What accounts hold, times a sign, by role and company: debit less credit. Units: minor. */
class Held {
  readonly #sign: bigint;
  readonly #places = new Map<string, Place>();
  readonly #amounts = new Map<string, Map<string, bigint>>();

  constructor(sign: bigint, balances: readonly SubledgerBalance[]) {
    this.#sign = sign;
    for (const { windowFrom: from, windowUntil: until, term, partner = '', ...rest } of balances) {
      if (from === undefined || until === undefined || term === undefined) continue;
      this.#add({ ...rest, term, partner, window: { from, until } }, rest.minor);
    }
  }

  take(transfers: readonly Transfer[]): void {
    for (const { subject, partner = '', debit, credit, minor, company, currency } of transfers) {
      if (subject === undefined) continue;
      const place = { ...subject, partner, company, currency };
      this.#add({ ...place, role: debit }, minor);
      this.#add({ ...place, role: credit }, -minor);
    }
  }

  places(): ReadonlyMap<string, Place> {
    return this.#places;
  }

  of(key: string, role: LedgerRole): ReadonlyMap<string, bigint> {
    return this.#amounts.get(`${role} ${key}`) ?? new Map();
  }

  #add(
    { role, company, ...place }: Omit<Place, 'key'> & { readonly role: LedgerRole; readonly company: string },
    minor: bigint,
  ): void {
    const { term, partner, window, currency } = place;
    const key = accountKey(place);
    this.#places.set(key, { key, term, partner, window, currency });
    const own = this.#amounts.get(`${role} ${key}`) ?? new Map<string, bigint>();
    this.#amounts.set(`${role} ${key}`, own.set(company, (own.get(company) ?? 0n) + this.#sign * minor));
  }
}

function negated(amounts: ReadonlyMap<string, bigint>): ReadonlyMap<string, bigint> {
  return new Map([...amounts].map(([company, minor]) => [company, -minor]));
}
