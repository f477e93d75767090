import type { Example } from '../route.ts';

const ID = '0199b5a0-7c00-7000-8000-00000000000a';
const HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const AT = '2026-11-29T08:00:00.000Z';
const PERSON = 'person:0199b5a0-7c00-7000-8000-000000000001';
const PATH = { code: 'A-2026' };
const NAME = { en: 'Bonus of the year', 'zh-CN': '年度返利' };

export const PROPOSAL_EXAMPLE = {
  id: ID,
  agreement: 'A-2026',
  number: 1,
  kind: 'version',
  state: 'draft',
  baseVersion: 1,
  madeFrom: null,
  revision: 1,
  submission: 0,
  version: null,
};

const DOCUMENT = { id: ID, name: 'contract.txt', mediaType: 'text/plain; charset=utf-8', sha256: HASH };

/** What the operations on agreements are called with, and what they answer. */
export const AGREEMENT_EXAMPLES = {
  list: {
    answer: {
      rows: [
        {
          agreement: 'A-2026',
          state: 'active',
          version: 1,
          name: NAME,
          programme: 'volume',
          direction: 'customerRebate',
          validity: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
          open: [],
        },
      ],
      next: null,
    },
  },
  get: {
    path: PATH,
    query: { effective: '2026-03-31' },
    answer: {
      agreement: 'A-2026',
      state: 'active',
      version: 1,
      batch: 7,
      sha256: HASH,
      text: { format: 'openrebate/v1' },
    },
  },
  versions: {
    path: PATH,
    answer: {
      agreement: 'A-2026',
      state: 'active',
      versions: [{ version: 1, batch: 7, at: AT, sha256: HASH, proposal: null }],
      proposals: [PROPOSAL_EXAMPLE],
      successors: [{ agreement: 'A-2027', kind: 'renewal' }],
    },
  },
  onlineAcceptances: {
    path: PATH,
    answer: {
      rows: [{ partner: 'P1', partnerName: 'Nordwind', version: 1, by: 'Fay Grant', at: AT }],
      next: null,
    },
  },
  deeds: {
    path: PATH,
    answer: {
      rows: [
        {
          number: 1,
          deed: 'takeOver',
          actor: 'system:cli',
          at: AT,
          batch: 7,
          proposal: null,
          revision: null,
          submission: null,
          level: null,
          version: 1,
          path: null,
          reason: null,
        },
      ],
      next: null,
    },
  },
  differences: {
    path: PATH,
    query: { from: '1', to: '1' },
    answer: {
      changes: [{ path: 'terms[volume].tiers.rows[0].percent', kind: 'changed', before: '2', after: '3' }],
      words: [
        {
          heading: 'Term “volume” › Tiers',
          removed: ['From EUR 1,000.00: 2%.'],
          added: ['From EUR 1,000.00: 3%.'],
        },
      ],
    },
  },
  earnings: {
    path: PATH,
    query: { effective: '2026-03-31' },
    answer: {
      rows: [
        {
          term: 'volume',
          partner: 'P1',
          window: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
          tier: 1,
          amount: '40.00',
          adjusted: '0.00',
          currency: 'EUR',
          blockedLines: 0,
        },
      ],
    },
  },
  qualifying: {
    path: PATH,
    answer: {
      agreement: 'A-2026',
      effective: '2026-03-31',
      rows: [
        {
          partner: 'P1',
          partnerName: 'Partner One',
          term: 'volume',
          window: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
          state: 'notYet',
          stateText: 'not yet',
          amount: '0.00',
          currency: 'EUR',
          tier: 0,
          by: '2026-12-31',
          gap: {
            tier: 1,
            missing: '400',
            unit: null,
            worth: '20.00',
            text: 'To tier 1: EUR 400.00 by 31 Dec 2026, worth EUR 20.00.',
          },
          reasons: [{ of: 'step', code: 'tierNone', lines: 0, line: null, text: 'No tier is reached.' }],
        },
      ],
    },
  },
  comment: {
    path: PATH,
    body: { text: 'Call before renewing.', path: 'terms[volume].tiers' },
    answer: { number: 2 },
  },
  documents: { path: PATH, answer: { rows: [{ ...DOCUMENT, bytes: 20, actor: PERSON, at: AT }] } },
  attach: { path: PATH, query: { name: 'contract.txt' }, file: 'Agreed on the phone.', answer: DOCUMENT },
  open: { path: { id: ID } },
} as const satisfies Record<string, Example>;

export const PROPOSAL_EXAMPLES = {
  path: { id: ID },
  text: { format: 'openrebate/v1', id: 'A-2027' },
  view: {
    ...PROPOSAL_EXAMPLE,
    text: { format: 'openrebate/v1', id: 'A-2026' },
    sha256: HASH,
    revisions: [{ revision: 1, sha256: HASH, author: PERSON, at: AT }],
    submitted: null,
  },
  begun: { proposal: ID, agreement: 'A-2027', revision: 1 },
  submitted: {
    proposal: ID,
    agreement: 'A-2026',
    submission: 1,
    value: { of: 'expected', amount: '60000', currency: 'EUR' },
    levels: [{ id: 'secondPerson', name: { en: 'A second person', 'zh-CN': '第二人' } }],
  },
  approved: { proposal: ID, agreement: 'A-2026', level: 'secondPerson', missing: [], version: 2 },
  moved: { proposal: ID, agreement: 'A-2026', state: 'draft' },
};
