const ID = '0199b5a0-7c00-7000-8000-0000000000e1';
const CLAIM = '0199b5a0-7c00-7000-8000-0000000000c2';
const ROW = {
  reference: 'R-78',
  agreement: 'C-2026',
  currency: 'EUR',
  term: 'volume',
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
  amount: '12.00',
};
const WHOLE = { partner: 'P1', ...ROW };
const FILE = `${Object.keys(WHOLE).join(',')}\n${Object.values(WHOLE).join(',')}\n`;
const MESSAGE = {
  id: ID,
  partner: 'P1',
  kind: 'claims',
  claim: null,
  at: '2026-08-31T08:00:00.000Z',
  state: 'taken',
  claims: [CLAIM],
  refusals: [],
  waiting: [],
  repairs: null,
  repairedBy: null,
  reason: null,
  isFromPartner: true,
  text: null,
  disputed: null,
};

/** Calls that the tests make on what is sent about claims. */
export const CLAIM_MESSAGE_EXAMPLES = {
  claims: { body: { partner: 'P1', rows: [ROW] }, answer: { id: ID } },
  file: { query: { partner: 'P1', name: 'claims.csv' }, file: FILE, answer: { id: ID } },
  comment: { body: { claim: CLAIM, text: 'Where is the credit note?' }, answer: { id: ID } },
  dispute: { body: { claim: CLAIM, reason: 'price', amount: '1.00' }, answer: { id: ID } },
  proof: { query: { claim: CLAIM, name: 'invoice.txt' }, file: 'Invoice 8 of 4 May', answer: { id: ID } },
  template: { query: { format: 'csv' } },
  list: { answer: { rows: [MESSAGE], next: null } },
  get: { path: { id: ID }, answer: { ...MESSAGE, rows: [{ row: 1, texts: WHOLE }] } },
  repair: { path: { id: ID }, body: { rows: [{ row: 1, set: { amount: '12.00' } }] }, answer: { id: ID } },
  dismiss: {
    path: { id: ID },
    body: { reason: 'sent twice' },
    answer: { ...MESSAGE, state: 'dismissed', reason: 'sent twice' },
  },
};
