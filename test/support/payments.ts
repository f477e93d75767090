import { postTransfers } from '../../app/ledger/postTransfers.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import type { RebateDocument } from '../../core/document/rebateDocument.ts';
import { PAYING_ACCOUNT_FORMAT } from '../../core/payment/payingAccount.ts';
import { PAYMENT_FORMAT } from '../../core/payment/paymentRules.ts';
import { settlementTransfers } from '../../core/settlement/settlementTransfers.ts';
import { decimal } from './facts.ts';

/** Rules of payment as tests have them: three days of cooling off, two persons above 10,000. */
export const PAYMENT_RULES = {
  format: PAYMENT_FORMAT,
  coolingOffDays: 3,
  unknownAfterDays: 5,
  limits: [
    {
      currency: 'EUR',
      levels: [
        { upTo: '10000.00', approvals: 1 },
        { upTo: '100000.00', approvals: 2 },
      ],
    },
  ],
};

const EURO_ACCOUNT = {
  format: PAYING_ACCOUNT_FORMAT,
  code: 'EUR-1',
  company: 'NW',
  currency: 'EUR',
  account: { holder: 'Northwind & Söhne GmbH', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' },
  file: { is: 'pain.001.001.09', scheme: 'sepa', charges: 'SLEV', characters: 'latin', booking: 'each' },
};
const DOLLAR_ACCOUNT = {
  ...EURO_ACCOUNT,
  code: 'USD-1',
  currency: 'USD',
  account: { holder: 'Northwind Traders', number: '4417771234', bankCode: '021000021' },
  file: {
    is: 'nacha',
    entryClass: 'CCD',
    destination: '021000021',
    destinationName: 'JPMORGAN CHASE',
    origin: '1234567890',
    originName: 'NORTHWIND TRADERS',
    companyId: '1234567890',
    description: 'REBATE',
  },
};

/** The text of an account that is paid from; say what is different. */
export function payingAccountText(differs: object = {}, file: object = {}): object {
  return { ...EURO_ACCOUNT, ...differs, file: { ...EURO_ACCOUNT.file, ...file } };
}

/** The same of a bank of the United States. */
export function dollarAccountText(differs: object = {}, file: object = {}): object {
  return { ...DOLLAR_ACCOUNT, ...differs, file: { ...DOLLAR_ACCOUNT.file, ...file } };
}

export type OwedSettlement = {
  readonly company: string;
  readonly partner: string;
  readonly agreement: string;
  readonly number: string;
  /** Units: minor. */
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly dueOn: LocalDate;
  /** Of the net amount, a tenth. */
  readonly withheldMinor?: bigint;
  /** Whose lines it was earned by, and when; without it the partner, over the year before. */
  readonly participant?: string;
  readonly window?: Window;
};

/** A credit note that was issued and stands in the books, so that its amount with tax is owed; gives its id. */
export async function owed(ports: Ports, tenant: TenantId, of: OwedSettlement): Promise<string> {
  const {
    company,
    partner: beneficiary,
    agreement,
    number,
    netMinor,
    taxMinor,
    dueOn,
    withheldMinor = 0n,
    participant = beneficiary,
    window = { from: dueOn - 400, until: dueOn - 30 },
  } = of;
  const [run, id] = [ports.ids.next(), ports.ids.next()];
  const account = { agreement, term: 'volume', participant, window, currency: 'EUR' };
  const author = { kind: 'person', id: 'clerk' } as const;
  const at = ports.clock.now();
  await ports.store.inTenant(tenant, async (tx) => {
    const records = await tx.settlements.recordsOf(agreement);
    const lastNumber = Math.max(0, ...records.map((record) => record.lastNumber));
    const lines = [
      {
        account,
        number: lastNumber + 1,
        rate: '20',
        stage: 'interim',
        statedMinor: netMinor,
        netMinor,
      } as const,
    ];
    const settlement = {
      ...{ id, run, company, beneficiary, currency: 'EUR', author, at, lines },
      ...({ side: 'payable', kind: 'creditNote', reason: 'settlement', method: 'payment' } as const),
      ...({ treatment: 'priceReduction', amountsStated: 'net', paymentDays: 30, levels: [] } as const),
      ...{ netMinor, taxMinor, grossMinor: netMinor + taxMinor, withheldMinor },
      taxes: new Map([['20', { netMinor, taxMinor }]]),
      isAdvance: false,
    };
    const day = dueOn - 30;
    const batch = await tx.batches.last();
    await tx.settlements.propose(
      { id: run, company, day, batch, waivers: [], actor: author, at },
      [],
      [settlement],
    );
    const issue = { issuedOn: day, at, batch, year: 2026 };
    const party = (name: string) => ({ name, addressLines: [], country: 'DE', taxId: 'DE1' });
    const period = { firstDay: window.from, lastDay: window.until - 1 };
    const line = {
      ...{ agreement, term: 'volume', window: period, text: { en: number, 'zh-CN': number } },
      ...({ netMinor, category: 'standard', rate: decimal('20') } as const),
    };
    const document: RebateDocument = {
      ...{ kind: 'creditNote', series: 'CN', number, issuedOn: day, dueOn, company, partner: beneficiary },
      ...{ currency: 'EUR', seller: party(company), buyer: party(beneficiary), reason: 'rebate' },
      ...{ treatment: 'priceReduction', amountsStated: 'net', lines: [line], notes: [] },
      ...{ taxes: [{ category: 'standard', rate: decimal('20'), netMinor, taxMinor }] },
      payment: { means: 'transfer' },
      ...(withheldMinor !== 0n && { withheld: { percent: decimal('10'), minor: withheldMinor } }),
      ...{ netMinor, taxMinor, grossMinor: netMinor + taxMinor },
    };
    await tx.settlements.approve(id, { person: 'other', level: 'secondPerson', at });
    await tx.settlements.issue(id, { ...issue, document });
    await postTransfers(tx, settlementTransfers(settlement, day), { day, at, batch });
  });
  return id;
}
