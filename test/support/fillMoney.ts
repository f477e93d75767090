import { randomUUID } from 'node:crypto';
import type { Tx } from '../../app/ports.ts';
import { AT, anAccount, TODAY } from './facts.ts';

/** A row in each table of the money: what was posted, the rules for it, and a month that was closed. */
export async function fillMoney(tx: Tx, mark: string): Promise<void> {
  const partner = `${mark}-P1`;
  const { term, window, currency } = anAccount();
  await tx.ledger.setRules([{ role: 'bank', account: mark }], `person:${mark}`, AT);
  const transfer = {
    ...({ company: 'NW', event: 'accrue', minor: 100n, currency, effectiveOn: TODAY, partner } as const),
    ...({ debit: 'rebateExpense', credit: 'accruedLiability' } as const),
    subject: { agreement: `${mark}-${partner}`, term, window },
    origin: { kind: 'booking', id: mark },
    leg: mark,
  };
  await tx.ledger.post([transfer], { day: TODAY, at: AT, batch: await tx.batches.last() });
  const by = { reason: mark, actor: `person:${mark}`, at: AT };
  const month = window.from;
  const closed = { company: 'NW', month, deed: 'closed', hash: '0'.repeat(64), checklist: mark } as const;
  await tx.ledger.turn({ ...closed, ...by }, window.until);
  await fillSettlement(tx, mark);
}

/** A run with a document and an approval, the series of its number, and how the company stands on it. */
async function fillSettlement(tx: Tx, mark: string): Promise<void> {
  const partner = `${mark}-P1`;
  const { term, window, currency } = anAccount();
  const account = { agreement: `${mark}-${partner}`, term, participant: partner, window, currency };
  const author = { kind: 'person', id: mark } as const;
  const [run, id] = [randomUUID(), randomUUID()];
  const batch = await tx.batches.last();
  const place = { company: 'NW', beneficiary: partner, currency, side: 'payable', author, at: AT } as const;
  await tx.settlements.setSeries({ company: 'NW', kind: 'creditNote', series: mark, numberedBy: 'here' });
  await tx.settlements.nextNumber('NW', mark, 2026);
  const party = { name: mark, addressLines: [], country: 'DE', taxId: mark };
  await tx.settlements.setParty('NW', party, mark, AT);
  await tx.settlements.propose(
    { id: run, company: 'NW', day: TODAY, batch, waivers: [], actor: author, at: AT },
    [
      {
        ...{ account, beneficiary: partner, asOf: TODAY, stage: 'interim', documented: 0n, lapsed: 0n },
        ...{ earned: 100n, parts: [{ kind: 'document', reason: 'settlement', minor: 100n }] },
      },
    ],
    [
      {
        ...{
          ...place,
          id,
          run,
          kind: 'creditNote',
          reason: 'settlement',
          method: 'creditNote',
          paymentDays: 30,
        },
        ...{
          treatment: 'priceReduction',
          amountsStated: 'net',
          netMinor: 100n,
          taxMinor: 20n,
          grossMinor: 120n,
        },
        ...{ withheldMinor: 0n, levels: [], taxes: new Map([['20', { netMinor: 100n, taxMinor: 20n }]]) },
        lines: [{ account, number: 1, rate: '20', stage: 'interim', statedMinor: 100n, netMinor: 100n }],
      },
    ],
  );
}
