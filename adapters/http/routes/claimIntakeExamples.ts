const ID = '0199b5a0-7c00-7000-8000-0000000000c2';
const DOCUMENT = '0199b5a0-7c00-7000-8000-0000000000d1';
const PERSON = 'person:0199b5a0-7c00-7000-8000-000000000001';
const AT = '2026-08-31T08:00:00.000Z';
const HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const ROW = {
  reference: 'R-77',
  partner: 'P1',
  agreement: 'C-2026',
  currency: 'EUR',
  sentOn: '2026-08-20',
  term: 'volume',
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
  amount: '12.00',
};
const FILE = `${Object.keys(ROW).join(',')}\n${Object.values(ROW).join(',')}\n`;
const ANSWER = {
  claims: [
    {
      id: ID,
      reference: 'R-77',
      claimant: 'partner',
      company: 'EU',
      partner: 'P1',
      agreement: 'C-2026',
      currency: 'EUR',
      sentOn: '2026-08-20',
      dueOn: '2026-09-19',
      answerBy: null,
      silence: null,
      changes: null,
      claimed: '12.00',
      rows: [1],
      lines: [
        {
          line: 1,
          match: 'tolerated',
          claimed: '12.00',
          found: '11.99',
          first: null,
          faults: [],
          accepted: '12.00',
          objected: [],
          isDecided: true,
        },
      ],
    },
  ],
  refused: 0,
  refusals: [],
  message: null,
};
const PROOF = {
  id: DOCUMENT,
  claim: ID,
  event: 1,
  name: 'invoice.txt',
  mediaType: 'text/plain',
  sha256: HASH,
};

/** Calls that the tests make on claims of partners and their papers. */
export const CLAIM_INTAKE_EXAMPLES = {
  submit: { body: { rows: [ROW] }, answer: ANSWER },
  preview: { body: { rows: [ROW] }, answer: ANSWER },
  importFile: { query: { name: 'claims.csv' }, file: FILE, answer: ANSWER },
  previewFile: { query: { name: 'claims.csv' }, file: FILE, answer: ANSWER },
  deadlines: { body: { isRecorded: false }, answer: { silent: [], reminders: [] } },
  prove: { path: { id: ID }, query: { name: 'invoice.txt' }, file: 'Invoice 7 of 3 May', answer: PROOF },
  proofs: { path: { id: ID }, answer: { proofs: [PROOF] } },
  open: { path: { id: DOCUMENT } },
  acceptance: {
    path: { code: 'S-2026' },
    body: { acceptedOn: '2026-01-15', acceptedBy: 'Ms Keller', document: DOCUMENT },
    answer: {
      agreement: 'S-2026',
      version: 1,
      acceptedOn: '2026-01-15',
      acceptedBy: 'Ms Keller',
      document: DOCUMENT,
      recordedBy: PERSON,
      at: AT,
      batch: 7,
    },
  },
  unrecognised: {
    answer: {
      rows: [
        {
          agreement: 'S-2026',
          term: 'volume',
          partner: 'P1',
          firstDay: '2026-01-01',
          lastDay: '2026-06-30',
          currency: 'EUR',
          amount: '2972.42',
          missing: ['document', 'acceptance'],
        },
      ],
    },
  },
};
