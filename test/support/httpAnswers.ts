import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import type { ServerOptions } from '../../adapters/http/server.ts';
import type { HttpUseCases } from '../../adapters/http/useCases.ts';
import type { Caller } from '../../app/access/caller.ts';
import { SCOPES } from '../../app/access/scope.ts';
import { systemActor } from '../../app/actor.ts';
import type { EarningExplanation } from '../../app/earnings/explainEarnings.ts';
import type { LineExplanation } from '../../app/earnings/explainLine.ts';
import type { Job } from '../../app/ports/jobStore.ts';
import type { EarningRow } from '../../app/ports.ts';
import type { Agreement } from '../../core/agreement/agreement.ts';
import type { Progress } from '../../core/earning/progress.ts';
import type { Line } from '../../core/fact/line.ts';
import { rational } from '../../core/number/rational.ts';
import { accept, refuse, refused } from '../../core/refusal/refusals.ts';
import { dayOf } from './trade.ts';

/** An earning as the store gives it, and what the use cases say of it: small, and worked out by hand. */
export const EARNING_ID = '0d4c1f6e-8a52-5c3b-9f10-7b6a5e4d3c2b';

const progress: Progress = {
  formula: 'wholeVolume',
  boundary: 'atLeast',
  volume: '1500',
  scale: { of: 'quantity', unit: 'EA' },
  tiers: [
    { from: '1000', rates: [{ payout: 'payout', pays: 'percent', rate: '5' }], words: 'from 1,000 units' },
    { from: '2000', rates: [{ payout: 'payout', pays: 'percent', rate: '8' }] },
  ],
  missing: '500',
  missingScale: { of: 'quantity', unit: 'EA' },
  qualifier: '1500',
  payouts: [{ payout: 'payout', value: '21522.75', scale: { of: 'money' } }],
};

export const EARNING: EarningRow = {
  id: EARNING_ID,
  account: {
    agreement: 'A-001',
    term: 'volume',
    partner: 'P1',
    window: { from: dayOf('2026-01-01'), until: dayOf('2027-01-01') },
    kind: 'earned',
    company: '',
    currency: 'EUR',
  },
  agreementName: { en: 'Volume bonus', 'zh-CN': '销量返利' },
  direction: 'customerRebate',
  partnerName: 'Nord & Söhne <GmbH>',
  earnedMinor: 107_614n,
  adjustedMinor: 0n,
  adjustments: [],
  tier: 1,
  run: { number: 7, batch: 12, effective: dayOf('2026-10-01'), calculation: '1' },
  progress: { ...progress, tiers: progress.tiers.map((tier) => ({ ...tier })) },
  blockedLines: 1,
};

/** The agreement's term is read for its id and words only. */
const term = { id: 'volume', words: '5 % on everything from 1,000 units' } as Agreement['terms'][number];

function line(number: string, product: string): Line {
  return {
    source: 'erp',
    document: 'SO/4711',
    line: number,
    revision: 1,
    side: 'sale',
    company: 'EU',
    partner: 'P1',
    product,
    dates: { invoice: dayOf('2026-05-18') },
    quantities: { invoiced: { digits: 500n, scale: 0 } },
    unit: 'EA',
    netValue: { digits: 717_425n, scale: 2 },
    currency: 'EUR',
    attributes: {},
    batch: 12,
  };
}

const share = {
  placedOn: dayOf('2026-05-18'),
  qualifier: rational(500n),
  payout: rational(717_425n, 100n),
  weight: rational(1n),
};

export const EXPLANATION: EarningExplanation = {
  row: EARNING,
  agreement: { code: 'A-001', version: 2, name: EARNING.agreementName },
  term,
  explanation: {
    kind: 'earning',
    operands: {
      amount: { kind: 'money', value: '1076.14', currency: 'EUR' },
      partner: { kind: 'text', value: 'P1' },
      window: { kind: 'window', firstDay: '2026-01-01', lastDay: '2026-12-31' },
    },
    steps: [
      {
        kind: 'wholePercent',
        operands: {
          rate: { kind: 'percent', value: '5' },
          payout: { kind: 'money', value: '21522.75', currency: 'EUR' },
          result: { kind: 'money', value: '1076.1375', currency: 'EUR' },
        },
        steps: [],
      },
      { kind: 'lastTier', operands: {}, steps: [] },
    ],
  },
  lines: [
    { ...share, line: line('1', 'X'), productName: 'Helmet', shareMinor: 35_871n },
    { ...share, line: line('2', 'Y'), productName: 'Glove', shareMinor: 35_871n },
    { ...share, line: line('3', 'Z'), productName: 'Z', qualifier: rational(1n, 3n) },
  ],
  bookings: [
    {
      account: EARNING.account,
      number: 1,
      deltaMinor: 117_614n,
      causes: [{ cause: 'onTimeLines', minor: 117_614n }],
      run: { ...EARNING.run, number: 6 },
      bookedAt: new Date('2026-06-01T10:00:00Z'),
    },
    {
      account: EARNING.account,
      number: 2,
      deltaMinor: -10_000n,
      causes: [
        { cause: 'lateLines', minor: 2_000n },
        { cause: 'returns', minor: -12_000n },
      ],
      run: EARNING.run,
      bookedAt: new Date('2026-10-01T10:00:00Z'),
    },
  ],
};

const names = { agreement: 'A-001', agreementName: EARNING.agreementName };

export const LINE: LineExplanation = {
  line: line('1', 'X'),
  terms: [
    {
      ...names,
      term: 'volume',
      match: { state: 'counted', placedOn: dayOf('2026-05-18'), isOriginal: false, hits: [] },
    },
    {
      ...names,
      term: 'growth',
      match: {
        state: 'excluded',
        reason: 'conditionNotMet',
        facts: { attribute: 'product.group', value: '', wanted: 'helmets' },
      },
    },
    {
      ...names,
      term: 'pallets',
      match: { state: 'blocked', reason: 'noUnitPath', facts: { from: 'EA', to: 'PF' }, pays: [], worth: 0n },
    },
  ],
};

/** A calculation that failed for good. */
export const JOB: Job = {
  id: '018f0000-0000-7000-8000-00000000000a',
  kind: 'calculate',
  subject: 'A-001',
  state: 'failed',
  attempts: 8,
  requestedBy: 'service:erp',
  requestedAt: new Date('2026-10-02T09:00:00Z'),
  dueAt: new Date('2026-10-02T09:00:01Z'),
  startedAt: new Date('2026-10-02T09:40:00Z'),
  endedAt: new Date('2026-10-02T09:40:02Z'),
  progress: { done: 0 },
  error: 'fault',
};

function noJob(id: string) {
  return refused(refuse('job-not-found', 'id', { id }));
}

/**
 * The use cases of a tenant that has this one earning and this one line. Areas that are tested on
 * the database (test/api) have nothing here, and whoever asks for them gets a fault.
 */
export function useCases(others: Partial<HttpUseCases> = {}): HttpUseCases {
  return {
    listEarnings: async () => ({
      rows: [EARNING],
      hasMore: true,
      total: 51,
      totals: [{ direction: 'customerRebate', currency: 'JPY', earnedMinor: -1_234n, rows: 51 }],
      asOf: { batch: 12, effective: dayOf('2026-10-02'), knownOn: dayOf('2026-10-02') },
    }),
    getEarning: async (id) => (id === EARNING_ID ? accept(EARNING) : notFound(id)),
    explainEarning: async (id) => (id === EARNING_ID ? accept(EXPLANATION) : notFound(id)),
    explainLine: async (identity) =>
      identity.document === 'SO/4711' ? accept(LINE) : refused(refuse('line-not-found', 'line', identity)),
    listCompanies: async () => [
      { code: 'AW', name: 'Adventure Works', timeZone: 'UTC', today: dayOf('2026-10-02') },
    ],
    addCompany: async ({ code }) => refused(refuse('company-code-taken', 'code', { company: code })),
    renameCompany: async (company) => refused(refuse('company-not-found', 'code', { company })),
    listCalendars: async () => [],
    setCalendar: async ({ seen, ...said }) => accept({ ...said, version: Number(seen) + 1 }),
    moveBusinessDay: async (company) => refused(refuse('company-day-real', 'code', { company })),
    listJobs: async () => [JOB],
    getJob: async (id) => (id === JOB.id ? accept(JOB) : noJob(id)),
    retryJob: async (id) => (id === JOB.id ? accept({ ...JOB, state: 'waiting', attempts: 0 }) : noJob(id)),
    cancelJob: async (id) =>
      id === JOB.id ? refused(refuse('job-not-open', 'id', { id, state: JOB.state })) : noJob(id),
    requestCalculation: async () => accept({ ...JOB, state: 'waiting', attempts: 0 }),
    isDatabaseUp: async () => true,
    look: async () => ({ causes: [], warnings: [], underWay: [] }),
    ...others,
  } as Partial<HttpUseCases> as HttpUseCases;
}

/** The tenant of that earning, open to everybody who only reads. */
const DEMO: Caller = {
  tenant: '018f0000-0000-7000-8000-000000000001',
  actor: systemActor('demo'),
  scopes: new Set(SCOPES),
};

/** What a server needs that serves these use cases. */
export function served(
  others: Partial<HttpUseCases> = {},
): Pick<ServerOptions<HttpUseCases>, 'routes' | 'workings' | 'isDatabaseUp'> {
  const all = useCases(others);
  return {
    routes: apiRoutes,
    isDatabaseUp: () => all.isDatabaseUp(),
    workings: {
      useCases: () => all,
      inOneTransaction: () => Promise.reject(new Error('There is no database here')),
      authenticate: async () => refused(refuse('key-invalid', 'Authorization')),
      authenticateSession: async () => refused(refuse('session-ended', '')),
      demo: () => DEMO,
      findTenant: async () => undefined,
      now: () => new Date('2026-10-02T10:00:00Z'),
    },
  };
}

function notFound(id: string) {
  return refused(refuse('earning-not-found', 'id', { id }));
}
