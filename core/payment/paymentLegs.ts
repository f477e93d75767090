import type { LocalDate } from '../calendar/localDate.ts';
import type { LedgerRole } from '../ledger/ledgerRole.ts';
import { type Origin, type Sides, type Subject, type Transfer, transferred } from '../ledger/transfer.ts';
import { allocate } from '../money/allocate.ts';

/** A part of what a payment pays, as the books of the settlement say whose it is. Units: minor, of any sign. */
export type PaymentLeg = {
  readonly settlement: string;
  readonly partner: string | undefined;
  readonly subject: Subject | undefined;
  /** Whose open item it is, as its settlement was posted. */
  readonly item?: string | undefined;
  readonly minor: bigint;
};

/** What a settlement has put on an account of open items, credit plus, by booking account. Shape: its transfers, posted. */
export function legsOf(
  settlement: string,
  posted: readonly Transfer[],
  role: LedgerRole = 'partnerPayable',
): PaymentLeg[] {
  const bySubject = Map.groupBy(
    posted.filter(({ debit, credit }) => debit === role || credit === role),
    ({ partner, subject }) => JSON.stringify([partner ?? null, subject ?? null]),
  );
  return [...bySubject.values()].flatMap((own) => {
    const minor = own.reduce((sum, one) => sum + (one.credit === role ? one.minor : -one.minor), 0n);
    const [first] = own;
    if (minor === 0n || first === undefined) return [];
    return [{ settlement, partner: first.partner, subject: first.subject, item: first.item, minor }];
  });
}

/**
 * The part of the legs that an amount is: by largest remainder, of the whole the legs themselves.
 * Units: minor. Shape: the legs do not sum to zero.
 */
export function shareOfLegs(legs: readonly PaymentLeg[], minor: bigint): PaymentLeg[] {
  const keyOf = ({ settlement, partner, subject }: PaymentLeg) =>
    JSON.stringify([settlement, partner ?? null, subject ?? null]);
  const shares = allocate(
    minor,
    legs.map((leg) => ({ key: keyOf(leg), weight: leg.minor })),
  );
  if (shares === undefined) throw new Error('Fault: a settlement that owes nothing is paid');
  return legs.map((leg, index) => ({ ...leg, minor: shares[index] ?? 0n }));
}

/** The legs as transfers between two accounts of a company's books. */
export function legTransfers(
  legs: readonly PaymentLeg[],
  sides: Sides,
  about: {
    readonly event: 'pay' | 'bank' | 'offset' | 'deduct';
    readonly company: string;
    readonly partner: string;
    readonly currency: string;
    readonly day: LocalDate;
    readonly origin: Origin;
    /** Tells the transfers of one origin apart. */
    readonly leg: string;
  },
): Transfer[] {
  const { event, company, partner, currency, day: effectiveOn, origin } = about;
  return legs.flatMap(({ settlement, partner: own, subject, item, minor }, index) =>
    transferred(minor, sides, {
      ...{ event, company, partner: own ?? partner, currency, effectiveOn, origin },
      ...(subject && { subject }),
      ...(item !== undefined && { item }),
      leg: `${about.leg} ${settlement} ${index + 1}`,
    }),
  );
}
