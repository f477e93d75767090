import { refuse } from '../../../core/refusal/refusals.ts';
import { refusalsJson } from '../refusalJson.ts';

const ID = '0199b5a0-7c00-7000-8000-0000000000c1';
const AT = '2026-08-31T08:00:00.000Z';
const PATH = { id: ID };
const NOTHING = { refused: '0.00', received: '0.00', writtenOff: '0.00' };
const SENT = {
  id: ID,
  reference: 'S-2026/1',
  claimant: 'us',
  company: 'EU',
  partner: 'P1',
  agreement: 'S-2026',
  currency: 'EUR',
  sentOn: '2026-07-10',
  dueOn: '2026-08-09',
  answerBy: null,
  silence: null,
  changes: null,
  claimed: '2972.42',
};
const POSITIONS = { undecided: '2972.42', accepted: '0.00', disputed: '0.00', ...NOTHING };
const ROW = { ...SENT, positions: POSITIONS, disputes: {}, open: '2972.42', daysLate: 22, age: 'to30' };
const LINE = {
  line: 1,
  term: 'volume',
  participant: 'P1',
  firstDay: '2026-01-01',
  lastDay: '2026-06-30',
  claimed: '2972.42',
  transaction: { source: 'erp', document: 'B1', line: '1' },
  product: 'A',
  customer: null,
  contract: null,
  day: null,
  quantity: null,
  unit: null,
  unitAmount: null,
  positions: POSITIONS,
  disputes: {},
  refusedFor: {},
};
const state = (positions: object, disputes: object = {}) => ({
  claim: ID,
  event: 1,
  positions: { ...POSITIONS, ...positions },
  disputes,
});
const RULE = {
  company: 'EU',
  currency: 'EUR',
  tolerance: { amount: '5.00', percent: '1' },
  writeOffLimit: '5.00',
  remindAfterDays: [1, 15, 30],
};

/** Calls that the tests make on claims of one line. */
const LATE = refuse('claim-deadline-passed', 'volume', {
  ...{ term: 'volume', partner: 'P1', window: '2026-01-01…2026-06-30' },
  ...{ amount: '2972.42', deadline: '2026-09-28' },
});

export const CLAIM_EXAMPLES = {
  raise: {
    body: { agreement: 'S-2026', day: '2026-07-10' },
    answer: { claims: [SENT], skipped: [] },
  },
  toRaise: {
    body: { agreement: 'S-2026', day: '2026-07-10' },
    answer: { claims: [{ partner: 'P1', currency: 'EUR', amount: '2972.42', lines: 6 }], skipped: [] },
  },
  leftOut: {
    query: { limit: '1' },
    answer: {
      rows: [
        {
          agreement: 'S-2026',
          since: '2026-09-29',
          why: refusalsJson([LATE], 'en')[0],
        },
      ],
      next: null,
    },
  },
  list: { query: { limit: '1' }, answer: { rows: [ROW], next: null } },
  get: {
    path: PATH,
    answer: {
      ...{ ...ROW, day: '2026-08-31', lines: [LINE] },
      steps: [{ day: '2026-08-03', to: 'accepted', amount: '1.00' }],
      documents: [
        {
          settlement: '0198c0de-0000-7000-8000-000000000003',
          number: 'CN-2026-000001',
          issuedOn: '2026-08-20',
          dueOn: '2026-09-19',
        },
      ],
    },
  },
  events: {
    path: PATH,
    answer: {
      events: [
        {
          event: 1,
          kind: 'received',
          day: '2026-08-10',
          actor: 'person:0199b5a0-7c00-7000-8000-000000000001',
          at: AT,
          reference: 'bank 2026-08-10/7',
          note: null,
          asked: null,
          missing: null,
          moves: [
            {
              line: 1,
              from: 'undecided',
              fromReason: null,
              to: 'received',
              toReason: null,
              amount: '100.00',
            },
          ],
        },
      ],
    },
  },
  answer: {
    path: PATH,
    body: {
      lines: [{ line: 1, accepted: '1.00', objected: [{ reason: 'price', amount: '0.50' }] }],
      day: '2026-08-03',
      note: 'letter of 2 August',
    },
    answer: state({ undecided: '2970.92', accepted: '1.00', disputed: '0.50' }, { price: '0.50' }),
  },
  object: {
    path: PATH,
    body: {
      objections: [
        { transaction: { source: 'erp', document: 'B1', line: '1' }, reason: 'price', unitPrice: '1' },
      ],
    },
    refused: 'claim-not-computed' as const,
  },
  dispute: {
    path: PATH,
    body: { reason: 'validity', line: 1, amount: '1.00' },
    answer: state({ undecided: '2971.42', disputed: '1.00' }, { validity: '1.00' }),
  },
  resolve: {
    path: PATH,
    body: { outcome: 'agreed', reason: 'price' },
    answer: state({ undecided: '2960.90', refused: '11.52' }),
  },
  comment: { path: PATH, body: { text: 'They call back on Monday.' }, answer: state({}) },
  receive: {
    path: PATH,
    body: { amount: '1.00', reference: 'bank 2026-08-10/7', day: '2026-08-10' },
    answer: state({ undecided: '2971.42', received: '1.00' }),
  },
  returned: {
    path: PATH,
    body: { reference: 'bank 2026-08-10/7', reason: 'account closed' },
    answer: state({}),
  },
  askWriteOff: {
    path: PATH,
    body: { amount: '0.01', reason: 'not worth a letter' },
    answer: state({}),
  },
  decideWriteOff: {
    path: PATH,
    body: { outcome: 'approved' },
    answer: state({ undecided: '2972.41', writtenOff: '0.01' }),
  },
  setRule: {
    body: RULE,
    answer: {
      ...RULE,
      version: 1,
      answerDays: null,
      byItself: [],
      setBy: 'person:0199b5a0-7c00-7000-8000-000000000001',
      at: AT,
    },
  },
  getRule: {
    path: { company: 'EU', currency: 'EUR' },
    answer: {
      ...RULE,
      version: 1,
      answerDays: null,
      byItself: [],
      setBy: 'person:0199b5a0-7c00-7000-8000-000000000001',
      at: AT,
    },
  },
};
