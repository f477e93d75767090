const PATH = { code: 'H1' };
const PERSON = 'person:0199b5a0-7c00-7000-8000-000000000001';
const HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const AT = '2026-11-29T08:00:00.000Z';
const CUT_OVER = {
  code: 'H1',
  company: 'EU',
  lastDay: '2026-06-30',
  agreements: ['A-2026'],
  signature: null,
};
const FIGURES =
  'agreement,term,partner,firstDay,lastDay,currency,amount,volume,rate,lines\n' +
  'OLD-2026,volume,OLD-P1,2026-01-01,2026-12-31,EUR,275.31,11012.00,2.5,31\n';
const LOADED = {
  kind: 'figures',
  rows: 1,
  totals: [{ column: 'amount', of: 'EUR', sum: '275.31' }],
  replaces: 0,
  revision: 1,
  refused: 0,
  refusals: [],
};
const TOTAL = {
  reason: 'onlyThere',
  currency: 'EUR',
  accounts: 1,
  ours: '0.00',
  theirs: '275.31',
  difference: '-275.31',
};
const FIGURE = {
  agreement: 'OLD-2026',
  term: 'volume',
  partner: 'OLD-P1',
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
  currency: 'EUR',
  reason: 'onlyThere',
  difference: '-275.31',
  ours: null,
  theirs: { amount: '275.31', volume: '11012', rate: '2.5', lines: '31' },
};

/** What the operations of a cut-over are called with, and what they answer. */
export const CUT_OVER_EXAMPLES = {
  list: { query: { limit: '50' }, answer: { rows: [CUT_OVER], next: null } },
  open: {
    body: { code: 'H1', company: 'EU', lastDay: '2026-06-30', agreements: ['A-2026'] },
    answer: CUT_OVER,
  },
  get: {
    path: PATH,
    answer: {
      ...CUT_OVER,
      loads: [
        {
          kind: 'figures',
          revision: 1,
          name: 'old-system.csv',
          sha256: HASH,
          rows: 1,
          loadedBy: PERSON,
          loadedAt: AT,
          batch: 12,
        },
      ],
    },
  },
  load: {
    path: PATH,
    query: { kind: 'figures', name: 'old-system.csv' },
    file: FIGURES,
    answer: LOADED,
  },
  preview: {
    path: PATH,
    query: { kind: 'figures', name: 'old-system.csv' },
    file: FIGURES,
    answer: { ...LOADED, revision: null },
  },
  compare: {
    path: PATH,
    answer: {
      cutOver: 'H1',
      batch: 14,
      effective: '2026-11-29',
      sha256: HASH,
      loads: [{ kind: 'figures', revision: 1, name: 'old-system.csv', sha256: HASH }],
      accounts: 1,
      totals: [TOTAL],
    },
  },
  figures: {
    path: PATH,
    query: { limit: '50' },
    answer: { rows: [FIGURE], next: null },
  },
  sign: {
    path: PATH,
    body: { note: 'The old list had a line that was cancelled.' },
    answer: { code: 'H1', signedBy: PERSON, signedAt: AT, batch: 15 },
  },
};
