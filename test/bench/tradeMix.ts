import type { Agreement } from '../../core/agreement/agreement.ts';
import type { Master, MasterRecord } from '../../core/master/master.ts';
import { type Draw, seededRandom } from '../crash/seededRandom.ts';
import { agreementOf, agreementText, dayOf, type JsonObject, UNITS, windowsText } from '../support/trade.ts';
import { tradeAgreements, tradeMaster } from './engineTrade.ts';

/** One partner in so many changes its group once. */
const MOVER = 10;
const MOVED_ON = dayOf('2025-10-01');

const NET: JsonObject = { of: 'value', basis: 'net' };
const RATES = {
  boundary: 'atLeast',
  rows: [
    { from: '0', percent: '1' },
    { from: '5000', percent: '2' },
  ],
};

/** Rules, or pairs of them, that more is asked of than sums of fields. */
export const ASKED_RULES: readonly ((rule: JsonObject) => readonly JsonObject[])[] = [
  // Whole pallets of 24 in each delivery.
  (rule) => [
    {
      ...rule,
      qualifier: { ...PALLETS, counts: 'pallets' },
      payout: { ...PALLETS, counts: 'pallets' },
      conversion: { units: { factorsAsOf: 'current' }, currency: 'none' },
      tiers: { boundary: 'atLeast', rows: [{ from: '1', perUnit: '1.5' }] },
    },
  ],
  (rule) => [
    {
      ...rule,
      formula: 'marginal',
      qualifier: UNITS,
      tiers: { ...RATES, stepValuation: 'sequence' },
    },
  ],
  (rule) => [
    { ...rule, id: 'first', qualifier: NET },
    { ...rule, id: 'second', qualifier: NET, netting: { of: ['first'], lowers: 'payout' } },
  ],
  (rule) => [chosen(rule, 1), chosen(rule, 2)],
  (rule) => [
    {
      ...rule,
      group: {
        by: 'partner.group',
        target: 'group',
        joiners: { qualifier: 'fromJoining', payout: 'fromJoining' },
        leavers: 'finalTier',
        spreadBy: 'payoutMeasure',
        keptPercent: '0',
      },
    },
  ],
  (rule) => [
    { ...rule, limits: [{ of: 'payout', scope: 'programme', max: '250000', order: 'transactionDate' }] },
  ],
  (rule) => [
    {
      ...rule,
      formula: 'growthWhole',
      qualifier: NET,
      baseline: {
        source: 'sameWindowPreviousYear',
        growthAs: 'percent',
        whenNotPositive: { policy: 'paysNothing' },
        likeForLike: 'no',
      },
      tiers: { boundary: 'atLeast', rows: [{ from: '105', percent: '1' }] },
    },
  ],
];

const PALLETS = {
  of: 'pallets',
  basis: 'invoiced',
  unit: 'PAL',
  level: 'delivery',
  mixed: false,
  returns: 'reduce',
};

function chosen(rule: JsonObject, rank: number): JsonObject {
  const exclusive = { set: 'one', choice: 'bestForPayee', rank, loserQualifier: 'keeps' };
  return { ...rule, id: `choice${rank}`, exclusive };
}

/**
 * Agreements as a wholesaler has them: half of them, and more than a quarter of the rules, need order, other terms, groups or
 * deliveries. Partners, products and days are those of the plain trade.
 */
export function mixedAgreements(seed: number, count: number): Agreement[] {
  const draw = seededRandom(seed + 3);
  return tradeAgreements(seed, count).map((plain, number) => {
    if (draw(2) === 0) return plain;
    return asked(draw, plain, ASKED_RULES[number % ASKED_RULES.length] as (typeof ASKED_RULES)[number]);
  });
}

function asked(
  draw: Draw,
  { id, terms: [first], validity, participants }: Agreement,
  more: (typeof ASKED_RULES)[number],
): Agreement {
  const include = (first?.eligibility.include ?? []) as unknown as JsonObject[];
  const rule: JsonObject = {
    id: 'rule',
    eligibility: { include, exclude: [], attributesAsOf: 'transaction', payment: 'any', submission: 'any' },
    qualifier: draw(2) === 0 ? UNITS : NET,
    payout: NET,
    windows: windowsText('quarter'),
    tiers: RATES,
  };
  const terms = more(rule).flatMap((term) => agreementText(term).terms as JsonObject[]);
  const [firstDay, lastDay] = [dateText(validity.from), dateText(validity.until - 1)];
  return agreementOf(
    {},
    { id, terms, validity: { firstDay, lastDay }, participants: participants as unknown as JsonObject[] },
  );
}

function dateText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Master data in which partners change groups, and products have pallets. */
export function mixedMaster(seed: number): Master {
  const draw = seededRandom(seed + 4);
  const master = tradeMaster(seed);
  return {
    ...master,
    partners: mapped(master.partners, (record) => (draw(MOVER) === 0 ? moved(record, draw) : record)),
    products: mapped(master.products, (record) => ({
      ...record,
      versions: record.versions.map((version) => ({
        ...version,
        attributes: { ...version.attributes, 'unit.PAL': '24 EA' },
      })),
    })),
  };
}

function moved(record: MasterRecord, draw: Draw): MasterRecord {
  const [first] = record.versions;
  if (first === undefined) return record;
  const group = `G${String(draw(600)).padStart(3, '0')}`;
  return {
    ...record,
    versions: [first, { ...first, validFrom: MOVED_ON, attributes: { ...first.attributes, group } }],
  };
}

function mapped(records: ReadonlyMap<string, MasterRecord>, of: (record: MasterRecord) => MasterRecord) {
  return new Map([...records].map(([code, record]) => [code, of(record)]));
}
