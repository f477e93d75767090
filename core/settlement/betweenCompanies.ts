import type { ByCompany } from '../accrual/borneBy.ts';
import type { Agreement } from '../agreement/agreement.ts';
import type { LedgerRole } from '../ledger/ledgerRole.ts';
import { type Subject, type Transfer, transferred } from '../ledger/transfer.ts';
import { allocate } from '../money/allocate.ts';
import { type Accruals, stillOpen, sumOf } from './stillOpen.ts';

/** How one booking account stands with our companies. Units: minor, in the direction of the agreement. */
export type CompanyStanding = Pick<Accruals, 'borne' | 'open'> & {
  readonly partner: string;
  readonly currency: string;
  readonly subject: Subject;
  /** What a deed settles now, by the company in whose books it does; what lapses is among it. */
  readonly settles: ByCompany;
  readonly lapses: ByCompany;
};

type About = Pick<Transfer, 'effectiveOn' | 'origin' | 'leg'>;

/**
 * What passes between our companies so that each ledger stands alone: whoever bears a part of what is
 * settled hands its accrual over to the company that settles, and has an open amount with it instead;
 * what lapses goes to whom it was accrued by. After it each company's accrual is what it has recognised
 * less what is settled of it. Source: rulings R1, R20.
 */
export function betweenCompanies(
  { company: settling, direction }: Pick<Agreement, 'company' | 'direction'>,
  standing: CompanyStanding,
  about: About,
): Transfer[] {
  const { borne, open, settles, lapses } = standing;
  const after = stillOpen({ settling, borne, open }, sumOf(settles));
  const lapsed = lapsedOf(sumOf(lapses), open, after);
  const accrued = direction === 'supplierRebate' ? 'accruedReceivable' : 'accruedLiability';
  const sign = direction === 'supplierRebate' ? 1n : -1n;
  const others = [borne, open, settles, after].flatMap((amounts) => [...amounts.keys()]);
  return [...new Set(others)]
    .filter((company) => company !== settling)
    .sort()
    .flatMap((company) => {
      const of = (amounts: ByCompany) => amounts.get(company) ?? 0n;
      const passing = { ...standing, from: company, to: settling };
      return [
        ...passed(sign * (of(open) - of(settles) - of(after)), accrued, passing, about),
        ...passed(sign * (of(lapses) - of(lapsed)), 'lapsed', passing, about),
      ];
    });
}

/** What lapses is shared as all that a deed settles is. */
function lapsedOf(lapses: bigint, open: ByCompany, after: ByCompany): ByCompany {
  const companies = [...new Set([...open.keys(), ...after.keys()])].map((key) => {
    return { key, weight: (open.get(key) ?? 0n) - (after.get(key) ?? 0n) };
  });
  const parts = allocate(lapses, companies);
  return new Map(companies.map(({ key }, index) => [key, parts?.[index] ?? 0n]));
}

type Passing = Pick<CompanyStanding, 'partner' | 'currency' | 'subject'> & {
  readonly from: string;
  readonly to: string;
};

/** An amount of one account, debit less credit, that passes from a company to another one, in both ledgers. */
function passed(
  minor: bigint,
  role: LedgerRole,
  { from, to, partner, currency, subject }: Passing,
  about: About,
): Transfer[] {
  const leg = `${about.leg} ${role} ${from}`;
  const rest = { ...about, leg, event: 'intercompany', partner, currency, subject } as const;
  const leaves = { debit: 'intercompany', credit: role } as const;
  const comes = { debit: role, credit: 'intercompany' } as const;
  return [
    ...transferred(minor, leaves, { ...rest, company: from, counterparty: to }),
    ...transferred(minor, comes, { ...rest, company: to, counterparty: from }),
  ];
}
