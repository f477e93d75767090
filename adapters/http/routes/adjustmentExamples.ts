const ID = '0199b5a0-7c00-7000-8000-0000000000a1';
const DOCUMENT = '0199b5a0-7c00-7000-8000-0000000000d1';
const PATH = { id: ID };
const BODY = {
  agreement: 'A-2026',
  term: 'volume',
  partner: 'P-100',
  kind: 'goodwill',
  parts: [{ firstDay: '2026-01-01', countsFrom: '2026-08-31', amount: '50.00' }],
  reason: 'Deliveries of July were late',
  wording: 'For the late deliveries of July',
  document: DOCUMENT,
} as const;
const PARTS = [
  {
    window: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
    countsFrom: '2026-08-31',
    amount: '50.00',
  },
];
const PROPOSED = {
  ...{ id: ID, agreement: 'A-2026', term: 'volume', partner: 'P-100', kind: 'goodwill', currency: 'EUR' },
  ...{ reason: BODY.reason, wording: BODY.wording, document: DOCUMENT, amount: '50.00', parts: PARTS },
  expiresOn: null,
  withdraws: null,
  author: 'person:0199b5a0-7c00-7000-8000-000000000001',
  proposedAt: '2026-08-31T09:00:00.000Z',
  state: 'proposed',
  decidedBy: null,
  decidedAt: null,
  decisionReason: null,
  batch: null,
};
const DECIDED = {
  ...PROPOSED,
  decidedBy: 'person:0199b5a0-7c00-7000-8000-000000000002',
  decidedAt: '2026-08-31T10:00:00.000Z',
};
const APPROVED = { ...DECIDED, state: 'approved', batch: 4 };

/** Calls that the tests make on 50.00 beside the terms. */
export const ADJUSTMENT_EXAMPLES = {
  preview: {
    body: BODY,
    answer: {
      adjustment: { amount: '50.00', currency: 'EUR', parts: PARTS },
      effective: '2026-08-31',
      batch: 3,
      accounts: [
        {
          ...{ term: 'volume', partner: 'P-100', currency: 'EUR', window: PARTS[0]?.window },
          earned: { before: '400.00', after: '450.00' },
          recognised: { before: '400.00', after: '450.00' },
        },
      ],
    },
  },
  propose: { body: BODY, answer: PROPOSED },
  withdraw: {
    path: PATH,
    body: { reason: 'It was given twice' },
    answer: {
      ...PROPOSED,
      reason: 'It was given twice',
      amount: '-50.00',
      parts: [{ ...PARTS[0], amount: '-50.00' }],
      withdraws: ID,
    },
  },
  list: { answer: { rows: [PROPOSED], next: null } },
  get: { path: PATH, answer: APPROVED },
  approve: { path: PATH, answer: APPROVED },
  reject: {
    path: PATH,
    body: { reason: 'There is no such promise' },
    answer: { ...DECIDED, state: 'rejected', decisionReason: 'There is no such promise' },
  },
};
