import { PAYING_ACCOUNT_FORMAT } from '../../../core/payment/payingAccount.ts';

const ID = '0198c0de-0000-7000-8000-000000000001';
const PAYMENT = '0198c0de-0000-7000-8000-000000000002';
const SETTLEMENT = '0198c0de-0000-7000-8000-000000000003';
const PLACE = { code: 'EUR-1', version: 1, company: 'NW', currency: 'EUR' };
const PROPOSAL = {
  account: 'EUR-1',
  methods: ['payment', 'creditNote'],
  dueUntil: '2026-12-31',
  executionDay: '2026-12-31',
};
const PLANNED = {
  id: ID,
  total: '1291.37',
  currency: 'EUR',
  approvals: 1,
  payments: [{ payment: PAYMENT, partner: 'P1', amount: '1291.37', remittance: 'CN-2026-000001' }],
  leftOut: [],
};
const RUN = {
  id: ID,
  state: 'proposed',
  company: 'NW',
  account: 'EUR-1',
  executionDay: '2026-12-31',
  total: '1291.37',
  currency: 'EUR',
  approvals: 1,
  author: 'person:0198…',
  proposedAt: '2026-12-31T10:20:30.123Z',
  approvers: [],
  sender: null,
  sentAt: null,
  messageId: null,
  sha256: null,
};

/** What goes in and comes out where payments are ordered. */
export const PAYMENT_EXAMPLES = {
  accounts: {
    answer: {
      rows: [
        {
          ...PLACE,
          holder: 'N…',
          iban: 'DE…3000',
          number: null,
          bankCode: null,
          bic: 'COBADEFFXXX',
          file: 'pain.001.001.09',
        },
      ],
    },
  },
  setAccount: {
    body: {
      account: {
        format: PAYING_ACCOUNT_FORMAT,
        code: 'EUR-2',
        company: 'NW',
        currency: 'EUR',
        account: { holder: 'Northwind GmbH', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' },
        file: {
          is: 'pain.001.001.09',
          scheme: 'sepa',
          charges: 'SLEV',
          characters: 'latin',
          booking: 'each',
        },
      },
    },
    refused: 'payment-company-not-found',
  },
  items: {
    body: { company: 'NW', currency: 'EUR', methods: ['payment', 'creditNote'], dueUntil: '2026-12-31' },
    answer: {
      rows: [
        {
          settlement: SETTLEMENT,
          number: 'CN-2026-000001',
          partner: 'P1',
          dueOn: '2026-08-14',
          method: 'creditNote',
          owed: '1291.37',
          open: '1291.37',
          currency: 'EUR',
        },
      ],
    },
  },
  preview: { body: PROPOSAL, answer: PLANNED },
  propose: { body: PROPOSAL, answer: PLANNED },
  list: { answer: { rows: [RUN], next: null } },
  get: {
    path: { id: ID },
    answer: {
      ...RUN,
      payments: [
        {
          id: PAYMENT,
          partner: 'P1',
          endToEndId: PAYMENT.replaceAll('-', ''),
          account: 'DE…3000',
          amount: '1291.37',
          returned: '0.00',
          remittance: 'CN-2026-000001',
          state: 'proposed',
          items: [{ settlement: SETTLEMENT, document: 'CN-2026-000001', amount: '1291.37' }],
          events: [],
        },
      ],
    },
  },
  approve: { path: { id: ID }, answer: { id: ID, state: 'approved', missing: 0 } },
  withdraw: {
    path: { id: ID },
    body: { reason: 'the account of a partner has changed' },
    answer: { id: ID, state: 'withdrawn' },
  },
  send: {
    path: { id: ID },
    answer: { id: ID, messageId: '5f0c0a2e8d5b4f6f9a7c3b1d2e4f6a80', sha256: '0'.repeat(64) },
  },
  file: { path: { id: ID } },
  advice: { path: { id: PAYMENT }, query: { format: 'pdf', lang: 'en' } },
  resolve: {
    path: { id: PAYMENT },
    body: { is: 'reject', reason: 'the bank has no such payment: asked by phone' },
    answer: { id: PAYMENT, state: 'rejected' },
  },
} as const;
