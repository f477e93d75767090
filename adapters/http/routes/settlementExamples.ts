const ID = '0199b5a0-7c00-7000-8000-0000000000d1';
const RUN = '0199b5a0-7c00-7000-8000-0000000000d0';
const PATH = { id: ID };

const PLACE = {
  agreement: 'A-2026',
  term: 'volume',
  participant: 'P1',
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
};
const OUTCOME = {
  ...PLACE,
  asOf: '2026-06-30',
  stage: 'interim',
  earned: '1076.14',
  documented: '0.00',
  adjusted: '0.00',
  lapsed: '0.00',
  parts: [{ kind: 'document', reason: 'settlement', amount: '1076.14' }],
};
const TOTALS = { net: '1076.14', tax: '215.23', gross: '1291.37', withheld: '0.00' };
const TAXES = [{ rate: '20', net: '1076.14', tax: '215.23' }];
const PLANNED = {
  company: 'EU',
  day: '2026-07-15',
  batch: 12,
  notDue: [],
  heldBack: [],
  parties: [
    {
      partner: 'P1',
      currency: 'EUR',
      earnedIn: 'EUR',
      side: 'payable',
      lacks: [],
      documents: [
        {
          ...{
            reason: 'settlement',
            method: 'creditNote',
            treatment: 'priceReduction',
            ...TOTALS,
            payout: null,
            taxes: TAXES,
          },
          lines: [{ ...PLACE, rate: '20', stated: '1076.14', net: '1076.14' }],
        },
      ],
      reclaims: [],
      accounts: [OUTCOME],
    },
  ],
};
const SETTLEMENT = {
  id: ID,
  run: RUN,
  company: 'EU',
  partner: 'P1',
  side: 'payable',
  kind: 'creditNote',
  reason: 'settlement',
  method: 'creditNote',
  treatment: 'priceReduction',
  currency: 'EUR',
  state: 'proposed',
  ...TOTALS,
  payout: null,
  proposedAt: '2026-07-15T08:00:00.000Z',
  proposedBy: 'person:0199b5a0-7c00-7000-8000-000000000001',
  number: null,
  issuedOn: null,
  dueOn: null,
  cancels: null,
  cancelReason: null,
  reclaims: null,
};
const SHOWN = {
  ...SETTLEMENT,
  day: '2026-07-15',
  batch: 12,
  waivers: [],
  levels: [{ id: 'secondPerson', name: { en: 'A second person', 'zh-CN': '第二人' }, approvedBy: null }],
  lines: [{ ...PLACE, stage: 'interim', rate: '20', lapse: null, stated: '1076.14', net: '1076.14' }],
  taxes: TAXES,
  lacks: [],
  accounts: [OUTCOME],
  setOff: [],
};
const NUMBER = 'CN-2026-000001';
const SERIES = { kind: 'creditNote', series: 'CN', numberedBy: 'here' };
const PARTY = {
  name: 'EU GmbH',
  addressLines: ['Ring 1'],
  city: 'Wien',
  country: 'AT',
  taxId: 'ATU12345678',
};
const SETTING_CHANGE = {
  ...{ id: ID, company: 'EU', about: 'party', series: null, party: PARTY, author: 'person:anna' },
  ...{
    proposedAt: '2026-07-15T09:00:00.000Z',
    state: 'proposed',
    decidedBy: null,
    decidedAt: null,
    reason: null,
  },
};
const DECIDED = { decidedBy: 'person:bert', decidedAt: '2026-07-15T10:00:00.000Z' };
const SELECTION = { company: 'EU' };
const EXPLANATION = {
  asOf: '2026-06-30',
  batch: 12,
  explanation: { kind: 'earning', text: 'Earned: 1,076.14 EUR', operands: {}, steps: [] },
  lines: [{ source: 'erp', document: 'L4', line: '1', taxRate: '20', share: '641.67' }],
};

/** Calls that the tests make on one settlement. */
const DOCUMENT = {
  ...{ settlement: ID, kind: 'creditNote', number: 'CN-2026-000017', company: 'EU', partner: 'P1' },
  ...{ currency: 'EUR', issuedOn: '2026-07-15', dueOn: '2026-08-14' },
  ...{ net: '1076.14', tax: '215.23', gross: '1291.37', preceding: null, isCancelled: false },
};

export const SETTLEMENT_EXAMPLES = {
  preview: { body: SELECTION, answer: PLANNED },
  propose: { body: SELECTION, answer: { ...PLANNED, run: RUN, settlements: [ID] } },
  list: { query: { state: 'proposed' }, answer: { rows: [SETTLEMENT], next: null } },
  documents: { query: { partner: 'P1' }, answer: { rows: [DOCUMENT], next: null } },
  document: { path: PATH, query: { format: 'pdf', lang: 'en' } },
  get: { path: PATH, answer: SHOWN },
  explain: { path: { ...PATH, line: '1' }, answer: EXPLANATION },
  advance: {
    body: {
      ...{ agreement: 'A-2026', term: 'volume', participant: 'P1', amount: '500.00' },
      reason: 'Opening of a shop',
    },
    answer: { id: ID },
  },
  approve: { path: PATH, answer: { id: ID, level: 'secondPerson', missing: [] } },
  reject: { path: PATH, body: { reason: 'The rate is disputed' }, answer: { id: ID } },
  issue: { path: PATH, answer: { id: ID, state: 'issued', number: NUMBER } },
  number: {
    path: PATH,
    body: { number: '90001234' },
    answer: { id: ID, state: 'issued', number: '90001234' },
  },
  cancel: { path: PATH, body: { reason: 'Wrong partner' }, answer: { id: RUN } },
  settings: { path: { code: 'EU' }, answer: { series: [SERIES], party: PARTY, waiting: [SETTING_CHANGE] } },
  series: { path: { code: 'EU' }, body: SERIES, answer: { state: 'inForce', change: null } },
  party: { path: { code: 'EU' }, body: PARTY, answer: { state: 'proposed', change: ID } },
  approveSetting: {
    path: { id: ID },
    answer: { ...SETTING_CHANGE, ...DECIDED, state: 'approved' },
  },
  rejectSetting: {
    path: { id: ID },
    body: { reason: 'The old number still holds' },
    answer: { ...SETTING_CHANGE, ...DECIDED, state: 'rejected', reason: 'The old number still holds' },
  },
  payables: {
    query: { company: 'EU' },
    answer: {
      rows: [
        {
          ...{
            settlement: ID,
            company: 'EU',
            partner: 'P1',
            currency: 'EUR',
            amount: '1291.37',
            number: NUMBER,
          },
          ...{ kind: 'creditNote', method: 'creditNote', issuedOn: '2026-07-15', dueOn: '2026-08-14' },
        },
      ],
    },
  },
};
