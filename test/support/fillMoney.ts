import { randomUUID } from 'node:crypto';
import { postTransfers } from '../../app/ledger/postTransfers.ts';
import type { NewSettlement } from '../../app/ports/settlementStore.ts';
import type { Tx } from '../../app/ports.ts';
import { AT, anAccount, TODAY } from './facts.ts';
import { documentOf } from './rebateDocuments.ts';

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
  await postTransfers(tx, [transfer], { day: TODAY, at: AT, batch: await tx.batches.last() });
  const by = { reason: mark, actor: `person:${mark}`, at: AT };
  const month = window.from;
  const closed = { company: 'NW', month, deed: 'closed', hash: '0'.repeat(64), checklist: mark } as const;
  await tx.ledger.turn({ ...closed, ...by }, window.until);
  await fillPayment(tx, mark, await fillSettlement(tx, mark));
}

/** A run that was sent, with a payment of the settlement and what was heard of it. */
async function fillPayment(tx: Tx, mark: string, settlement: string): Promise<void> {
  const [run, instruction] = [randomUUID(), randomUUID()];
  const partner = `${mark}-P1`;
  const sealed = { key: '0123456789abcdef', bytes: Buffer.from(mark) };
  const place = { company: 'NW', currency: 'EUR' };
  const by = `person:${mark}`;
  await tx.payments.setAccount({ ...place, code: mark, version: 1, sealed }, by, AT);
  const [account] = await tx.bankAccounts.knownAt(partner, await tx.batches.last());
  const money = { minor: 120n, currency: 'EUR' };
  await tx.payments.propose(
    {
      ...{ ...place, id: run, account: mark, accountVersion: 1, executionDay: TODAY, total: 120n },
      ...{ approvals: 1, author: by, at: AT },
    },
    [
      {
        ...{ ...money, id: instruction, run, partner, endToEndId: instruction.replaceAll('-', '') },
        ...{ validFrom: TODAY, accountBatch: account?.batch ?? 0, remittance: mark },
      },
    ],
    [{ settlement, instruction, number: 1, minor: 120n }],
  );
  await tx.payments.approve(run, `${by}-2`, AT);
  const file = { messageId: mark, sha256: '0'.repeat(64), sealed };
  await tx.payments.send(run, { ...file, sender: `${by}-3`, at: AT });
  const heard = {
    state: 'confirmed',
    minor: 120n,
    source: 'person',
    reason: mark,
    actor: by,
    at: AT,
  } as const;
  await tx.payments.hear(instruction, heard, 0n);
  const [statement, entry] = [randomUUID(), randomUUID()];
  const said = { id: statement, account: mark, statement: mark, fileName: mark, fileSha256: '0'.repeat(64) };
  const counts = { opening: 0n, closing: 1n, entries: 1, duplicates: 0, pending: 0 };
  await tx.bankEntries.addStatement({ ...said, ...counts }, by, AT);
  const texts = { identity: mark, endToEndId: mark, returnReason: mark, remittance: mark, batchId: mark };
  const booked = {
    ...texts,
    id: entry,
    statement,
    account: mark,
    bookedOn: TODAY,
    minor: 1n,
    currency: 'EUR',
  };
  await tx.bankEntries.add([booked]);
  const deed = { kind: 'proposed', payments: [instruction], reason: mark, actor: by, at: AT } as const;
  await tx.bankEntries.write(entry, deed);
  const receipt = { id: randomUUID(), entry, number: 1, minor: 1n, day: TODAY, at: AT };
  await tx.bankEntries.lay({ ...receipt, on: { document: settlement } });
}

/** A run with a document and an approval, the series of its number, and how the company stands on it. */
async function fillSettlement(tx: Tx, mark: string): Promise<string> {
  const partner = `${mark}-P1`;
  const { term, window, currency } = anAccount();
  const account = { agreement: `${mark}-${partner}`, term, participant: partner, window, currency };
  const author = { kind: 'person', id: mark } as const;
  const [run, id] = [randomUUID(), randomUUID()];
  const batch = await tx.batches.last();
  const place = { company: 'NW', beneficiary: partner, currency, side: 'payable', author, at: AT } as const;
  const said = { author: mark, at: AT };
  const series = { kind: 'creditNote', series: mark.toUpperCase(), numberedBy: 'here' } as const;
  await tx.settlements.setSeries({ company: 'NW', ...series }, said);
  const change = { id: randomUUID(), company: 'NW', about: 'series', series, ...said } as const;
  await tx.settlements.proposeSetting(change);
  await tx.settlements.nextNumber('NW', mark, 2026);
  const party = { name: mark, addressLines: [], country: 'DE', taxId: mark };
  await tx.settlements.setParty('NW', party, said);
  const first: NewSettlement = {
    ...{
      ...place,
      id,
      run,
      kind: 'creditNote',
      reason: 'settlement',
      method: 'creditNote',
      isAdvance: false,
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
  };
  const second = { ...first, id: randomUUID(), lines: first.lines.map((line) => ({ ...line, number: 2 })) };
  await tx.settlements.propose(
    { id: run, company: 'NW', day: TODAY, batch, waivers: [], actor: author, at: AT },
    [
      {
        ...{ account, beneficiary: partner, asOf: TODAY, stage: 'interim', documented: 0n, lapsed: 0n },
        ...{ earned: 100n, adjusted: 0n, parts: [{ kind: 'document', reason: 'settlement', minor: 100n }] },
      },
    ],
    [first, second],
  );
  const pair = { settlement: id, against: second.id, minor: 1n, day: TODAY, at: AT };
  await tx.settlements.offset({ ...pair, id: randomUUID() });
  const document = documentOf({ company: 'NW', partner, number: `${mark}-${partner}` });
  await tx.settlements.approve(id, { person: 'other', level: 'secondPerson', at: AT });
  await tx.settlements.issue(id, { issuedOn: document.issuedOn, at: AT, batch, document, year: 2026 });
  return id;
}
