import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setClaimRule } from '../../app/claims/claimRules.ts';
import { claimHistory, showClaim } from '../../app/claims/showClaims.ts';
import { submitClaims } from '../../app/claims/submitClaims.ts';
import { openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, decimalOf } from '../support/trade.ts';

// Ship and debit: a distributor has sold at a special price that we support, 100.00 in place of 120.00, and claims the
// difference line by line. Each line is held against its sale: what is wrong is refused with its reason, and comes in
// again once it is repaired.

const CLERK = { kind: 'person' as const, id: 'clerk' };
const HEADER =
  'source,document,line,side,company,partner,product,endCustomer,invoiceDate,quantity,unit,netValue,currency,listPrice,contractPrice';

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-02');
  await story.master([
    { kind: 'partner', code: 'DIST', name: 'Distributor', attributes: {} },
    ...['A', 'B'].map((code) => ({ kind: 'product' as const, code, name: code, attributes: {} })),
  ]);
  // The rate gives what is supported: a fifth of the sales.
  const tiers = { boundary: 'atLeast', rows: [{ from: '0', percent: '20' }] };
  const text = agreementText({ tiers }, { id: 'SPA-7' });
  const claim = {
    rule: 'partnerClaims',
    deadlineDays: 'none',
    afterDeadline: 'staysOpen',
    silence: 'rejects',
  };
  await story.agreement({ ...text, settlement: { ...(text.settlement as object), claim } });
  const none = decimalOf('0');
  const rule = {
    ...{ company: 'EU', currency: 'EUR', remindAfterDays: [], writeOffLimit: none },
    tolerance: { amount: none, percent: none },
  };
  taken(await setClaimRule(story.ports, story.tenant, rule, CLERK));
  story.on('2026-06-01');
  await story.lines(
    HEADER,
    ...[1, 2].map((n) => `pos,S${n},1,sale,EU,DIST,A,CLINIC,2026-05-0${n},10,EA,1000.00,EUR,120.00,100.00`),
  );
  await story.calculate();
});
afterAll(() => story.close());

/** A line that is right: ten pieces of the first sale. */
const RIGHT = {
  ...{ partner: 'DIST', agreement: 'SPA-7', currency: 'EUR', term: 'volume' },
  ...{ firstDay: '2026-01-01', lastDay: '2026-12-31' },
  ...{ source: 'pos', document: 'S1', documentLine: '1' },
  ...{ customer: 'CLINIC', product: 'A', contract: 'SPA-7', day: '2026-05-01' },
  ...{ quantity: '10', unit: 'EA', unitAmount: '20.00', amount: '200.00' },
};
const claimed = async (reference: string, ...differs: readonly object[]) => {
  const rows = differs.map((more, at) => ({ row: at + 1, texts: { ...RIGHT, reference, ...more } }));
  const done = taken(await submitClaims(story.ports, story.tenant, { rows, actor: CLERK, isPreview: false }));
  expect(done.refusals).toEqual([]);
  const [sent] = done.claims;
  const id = sent?.claim.id ?? '';
  const { standings } = taken(await showClaim(story.ports, story.tenant, { claim: id }));
  return {
    id,
    matches: sent?.lines.map(({ match, faults }) => [match, ...faults].join(' ')),
    stands: standings.map(({ amounts, refused }) => {
      const [reason = ''] = Object.keys(refused);
      return amounts.accepted === 0n
        ? `refused ${reason} ${amounts.refused}`
        : `accepted ${amounts.accepted}`;
    }),
  };
};

describe('a line of special prices', () => {
  it.each([
    ['another customer', { customer: 'HOSPITAL' }, 'customer', 'customer'],
    ['another product', { product: 'B' }, 'product', 'product'],
    ['another contract', { contract: 'SPA-8' }, 'contract', 'contract'],
    ['a sale that nobody knows', { document: 'S9' }, 'contract', 'contract'],
    ['another price', { unitAmount: '21.00', amount: '210.00' }, 'price', 'price'],
    ['an amount that is not price by quantity', { amount: '199.00' }, 'price', 'price'],
    ['more than was sold', { quantity: '11', amount: '220.00' }, 'quantity multipleSubmission', 'quantity'],
    ['another day', { day: '2026-05-03' }, 'date', 'validity'],
    ['all of it', { customer: 'X', product: 'B', day: '2026-05-03' }, 'customer product date', 'customer'],
  ])('that says %s is refused with its reason', async (name, differs, faults, reason) => {
    const { id, matches, stands } = await claimed(`R ${name}`, differs);
    expect(matches).toEqual([`wrong ${faults}`]);
    expect(stands).toEqual([expect.stringMatching(`^refused ${reason} \\d+$`)]);
    const { events } = taken(await claimHistory(story.ports, story.tenant, id));
    expect(events.map(({ kind, actor, note }) => [kind, actor, note])).toEqual([
      ['answered', 'system:claims', `1: ${faults.replaceAll(' ', ', ')}`],
    ]);
  });

  it('that is right is granted at once, also in parts, up to what was sold', async () => {
    const part = { quantity: '4', amount: '80.00' };
    expect((await claimed('PART', part)).stands).toEqual(['accepted 8000']);
    const rest = { quantity: '6', amount: '120.00' };
    expect((await claimed('REST', rest)).stands).toEqual(['accepted 12000']);
    const again = await claimed('AGAIN', { quantity: '1', amount: '20.00' });
    expect(again.matches).toEqual(['wrong multipleSubmission']);
    expect(again.stands).toEqual(['refused duplicate 2000']);
  });

  it('that is wrong takes no other line of its claim along, and is granted once it is repaired', async () => {
    const second = { document: 'S2', day: '2026-05-02' };
    const [eight, two] = [
      { ...second, quantity: '8', amount: '160.00' },
      { ...second, quantity: '2', amount: '40.00' },
    ];
    const mixed = await claimed('MIXED', eight, { ...two, customer: 'X' });
    expect(mixed.stands).toEqual(['accepted 16000', 'refused customer 4000']);
    expect((await claimed('REPAIRED', two)).stands).toEqual(['accepted 4000']);
  });
});
