const ID = '0199b5a0-7c00-7000-8000-0000000000f1';
const PATH = { id: ID };
const TERMS = {
  currency: 'EUR',
  budget: '1000.00',
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
  claimDays: 60,
  percent: '50',
};
const FUND = {
  code: 'MDF-2026',
  company: 'EU',
  ...TERMS,
  partner: null,
  free: '1000.00',
  reserved: '0.00',
  used: '0.00',
};
const ACTIVITY = {
  id: ID,
  fund: 'MDF-2026',
  partner: 'P1',
  reference: 'FAIR-26',
  title: 'Stand at the spring fair',
  firstDay: '2026-03-01',
  lastDay: '2026-08-31',
  requested: '400.00',
  requestedBy: 'person:0199b5a0-7c00-7000-8000-000000000001',
  state: 'requested',
  approved: '0.00',
  granted: '0.00',
  settled: '0.00',
  released: '0.00',
  reserved: '0.00',
  events: [],
};
const APPROVED = { ...ACTIVITY, state: 'approved', approved: '300.00', reserved: '300.00' };

/** Calls that the tests make on funds of 1,000.00. */
export const FUND_EXAMPLES = {
  open: { body: { code: 'MDF-2026', company: 'EU', ...TERMS }, answer: FUND },
  list: { answer: { rows: [FUND] } },
  get: {
    path: { code: 'MDF-2026' },
    answer: { ...FUND, activities: [{ ...ACTIVITY, claimUntil: '2026-10-30' }] },
  },
  request: {
    path: { code: 'MDF-2026' },
    body: {
      partner: 'P1',
      reference: 'FAIR-26',
      title: 'Stand at the spring fair',
      firstDay: '2026-03-01',
      lastDay: '2026-08-31',
      amount: '400.00',
    },
    answer: ACTIVITY,
  },
  expire: { body: {}, answer: { expired: [] } },
  decide: { path: PATH, body: { approved: '300.00' }, answer: APPROVED },
  claim: {
    path: PATH,
    query: { cost: '200.00', name: 'invoice.txt' },
    file: 'Invoice of the fair',
    answer: { ...APPROVED, granted: '100.00' },
  },
  proof: { path: { id: ID, event: '2' } },
  settle: {
    path: PATH,
    body: { amount: '40.00', reference: 'CN-7' },
    answer: { ...APPROVED, granted: '100.00', settled: '40.00', reserved: '260.00' },
  },
  close: {
    path: PATH,
    body: {},
    answer: { ...ACTIVITY, state: 'closed', approved: '300.00', released: '300.00' },
  },
};
