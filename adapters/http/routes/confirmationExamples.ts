const ID = '0199b5a0-7c00-7000-8000-0000000000b1';
const CLAIM = '0199b5a0-7c00-7000-8000-0000000000c1';
const PERSON = '0199b5a0-7c00-7000-8000-000000000001';
const AT = '2026-08-31T08:00:00.000Z';
const PATH = { id: ID };
const BALANCE = {
  id: ID,
  partner: 'P1',
  company: 'EU',
  direction: 'customerRebate',
  currency: 'EUR',
  asOf: '2026-08-31',
  batch: 7,
  earned: '400.00',
  settled: '0.00',
  paid: '0.00',
  open: '400.00',
  state: 'sent',
  sentBy: `person:${PERSON}`,
  sentAt: AT,
  events: [],
};
const said = (kind: string, state: string, more: object = {}) => ({
  ...BALANCE,
  state,
  events: [
    {
      event: 1,
      kind,
      day: '2026-08-31',
      amount: null,
      person: null,
      note: null,
      sha256: null,
      actor: `person:${PERSON}`,
      at: AT,
      ...more,
    },
  ],
});
const STATE = {
  claim: CLAIM,
  event: 2,
  positions: {
    undecided: '2960.90',
    accepted: '0.00',
    disputed: '11.52',
    refused: '0.00',
    received: '0.00',
    writtenOff: '0.00',
  },
  disputes: { price: '11.52' },
};

/** Calls that the tests make on disputes and balances. */
export const CONFIRMATION_EXAMPLES = {
  assign: { path: { id: CLAIM }, body: { person: PERSON }, answer: STATE },
  reply: { path: { id: CLAIM }, body: { note: 'The price list of May is attached.' }, answer: STATE },
  send: { path: { code: 'P1' }, body: { company: 'EU' }, answer: { balances: [BALANCE] } },
  list: { query: { limit: '1' }, answer: { rows: [BALANCE], next: null } },
  answer: {
    path: PATH,
    body: { contested: '410.00', note: 'invoice 77 is missing' },
    answer: said('contested', 'contested', { amount: '410.00', note: 'invoice 77 is missing' }),
  },
  file: {
    path: PATH,
    query: { name: 'letter.txt' },
    file: 'We confirm the balance.',
    answer: said('confirmed', 'confirmed', {
      sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    }),
  },
  letter: { path: { id: ID, event: '1' } },
  assignBalance: {
    path: PATH,
    body: { person: PERSON },
    answer: said('assigned', 'contested', { person: PERSON }),
  },
  replyBalance: {
    path: PATH,
    body: { note: 'We look for it.' },
    answer: said('replied', 'contested', { note: 'We look for it.' }),
  },
  resolveBalance: {
    path: PATH,
    body: { note: 'Invoice 77 was found and counted.' },
    answer: said('resolved', 'resolved', { note: 'Invoice 77 was found and counted.' }),
  },
};
