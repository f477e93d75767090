const ID = '0199b5a0-7c00-7000-8000-00000000000d';
const PATH = { id: ID };
const FILE = 'agreement,like,firstDay,lastDay,value\nA-2027,TEMPLATE,2027-01-01,2027-12-31,40000\n';
const PLAN = { created: 1, renewed: 0, unchanged: 0, refused: 0 };

const BULK = {
  id: ID,
  name: 'year-end.csv',
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  rows: 1,
  submittedBy: 'person:0199b5a0-7c00-7000-8000-000000000001',
  submittedAt: '2026-11-29T08:00:00.000Z',
  states: { inReview: 1 },
};

/** What the operations on many agreements are called with, and what they answer. */
export const BULK_EXAMPLES = {
  preview: {
    query: { name: 'year-end.csv' },
    file: FILE,
    answer: {
      plan: PLAN,
      rows: [{ row: 1, agreement: 'A-2027', outcome: 'created', terms: 'from 1,000 EA 2 % on all' }],
    },
  },
  submit: { query: { name: 'year-end.csv' }, file: FILE, answer: { id: ID, plan: PLAN } },
  list: { answer: { rows: [BULK], next: null } },
  get: { path: PATH, answer: BULK },
  rows: {
    path: PATH,
    answer: {
      rows: [
        {
          row: 1,
          agreement: 'A-2027',
          proposal: '0199b5a0-7c00-7000-8000-00000000000c',
          state: 'inReview',
          submission: 1,
          version: null,
        },
      ],
      next: null,
    },
  },
  approve: {
    path: PATH,
    body: { reason: 'As agreed for 2027.' },
    answer: { id: ID, approved: 1, versions: 1 },
  },
};
