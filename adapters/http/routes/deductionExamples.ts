const ID = '0199b5a0-7c00-7000-8000-0000000000e1';
const CLAIM = '0199b5a0-7c00-7000-8000-0000000000c1';
const SETTLEMENT = '0199b5a0-7c00-7000-8000-0000000000d1';
const PATH = { id: ID };
const DEDUCTION = {
  id: ID,
  company: 'EU',
  partner: 'P1',
  reference: 'remittance 88/3',
  currency: 'EUR',
  day: '2026-08-20',
  note: null,
  deducted: '100.00',
  open: '100.00',
  matched: '0.00',
  denied: '0.00',
  writtenOff: '0.00',
  events: [],
};
const event = (kind: string, amount: string, more: object = {}) => ({
  event: 1,
  kind,
  day: '2026-08-31',
  amount,
  missing: null as readonly string[] | null,
  claim: null,
  settlement: null,
  account: null,
  actor: 'person:0199b5a0-7c00-7000-8000-000000000001',
  at: '2026-08-31T08:00:00.000Z',
  note: null,
  ...more,
});
const ACCOUNT = {
  agreement: 'A-2026',
  term: 'volume',
  participant: 'P1',
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
};

/** Calls that the tests make on deductions of 100.00. */
export const DEDUCTION_EXAMPLES = {
  register: {
    body: {
      company: 'EU',
      partner: 'P1',
      reference: 'remittance 88/3',
      currency: 'EUR',
      amount: '100.00',
      day: '2026-08-20',
    },
    answer: DEDUCTION,
  },
  list: { query: { limit: '1' }, answer: { rows: [DEDUCTION], next: null } },
  get: { path: PATH, answer: DEDUCTION },
  matchClaim: {
    path: PATH,
    body: { amount: '10.00', claim: CLAIM },
    answer: {
      ...DEDUCTION,
      open: '90.00',
      matched: '10.00',
      events: [event('matched', '10.00', { claim: CLAIM })],
    },
  },
  matchSettlement: {
    path: PATH,
    body: { amount: '10.00', settlement: SETTLEMENT },
    answer: {
      ...DEDUCTION,
      open: '90.00',
      matched: '10.00',
      events: [event('matched', '10.00', { settlement: SETTLEMENT })],
    },
  },
  matchEarning: {
    path: PATH,
    body: { amount: '10.00', account: ACCOUNT },
    answer: {
      ...DEDUCTION,
      open: '90.00',
      matched: '10.00',
      events: [event('matched', '10.00', { account: ACCOUNT })],
    },
  },
  deny: {
    path: PATH,
    body: { amount: '40.00', note: 'no promotion was agreed' },
    answer: { ...DEDUCTION, open: '60.00', denied: '40.00', events: [event('denied', '40.00')] },
  },
  askWriteOff: {
    path: PATH,
    body: { amount: '0.50' },
    answer: { ...DEDUCTION, events: [event('writeOffAsked', '0.50', { missing: ['secondPerson'] })] },
  },
  decideWriteOff: {
    path: PATH,
    body: { outcome: 'approved' },
    answer: {
      ...DEDUCTION,
      open: '99.50',
      writtenOff: '0.50',
      events: [
        event('writeOffAsked', '0.50', { missing: ['secondPerson'] }),
        event('writtenOff', '0.50', { event: 2, missing: [] }),
      ],
    },
  },
};
