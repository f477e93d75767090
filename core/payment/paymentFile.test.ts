import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nachaEntries, nachaFaults } from '../../test/support/nachaChecks.ts';
import { dollarAccountText, payingAccountText } from '../../test/support/payments.ts';
import { HAS_XML_CHECKS, schemaFaults } from '../../test/support/xmlChecks.ts';
import { parseDate } from '../calendar/localDate.ts';
import { checkInstruction } from './checkInstruction.ts';
import { nachaId } from './nachaText.ts';
import { decodePayingAccount, type PayingAccount } from './payingAccount.ts';
import { paymentFile } from './paymentFile.ts';
import type { PaymentBatch, PaymentInstruction } from './paymentInstruction.ts';

function accountOf(text: unknown): PayingAccount {
  const account = decodePayingAccount(text);
  if (!account.ok) throw new Error(JSON.stringify(account.refusals));
  return account.value;
}

const EURO: PaymentInstruction = {
  id: '0198c0de-0000-7000-8000-0000000000a1',
  endToEndId: '0198c0de0000700080000000000000a1',
  partner: 'P1',
  beneficiary: { holder: 'Müller & Co', iban: 'GB29NWBK60161331926819', bic: 'NWBKGB2L' },
  minor: 107_614n,
  currency: 'EUR',
  remittance: 'GS-2026-1, GS-2026-2',
};
const DOLLAR: PaymentInstruction = {
  ...EURO,
  beneficiary: {
    holder: 'Best Company of the Whole West Inc.',
    number: '744-5678-99',
    bankCode: '231380104',
  },
  currency: 'USD',
};

const batch = (payer: PayingAccount, ...instructions: readonly PaymentInstruction[]): PaymentBatch => ({
  messageId: '5f0c0a2e8d5b4f6f9a7c3b1d2e4f6a80',
  createdAt: '2026-01-31T10:20:30Z',
  executionDay: parseDate('2026-02-02') as number,
  payer,
  instructions,
});
const fileOf = (payer: PayingAccount, ...instructions: readonly PaymentInstruction[]) =>
  paymentFile(batch(payer, ...instructions));

const SECOND: PaymentInstruction = { ...EURO, endToEndId: 'B'.repeat(32), minor: 1n };
const PAINS = (['pain.001.001.03', 'pain.001.001.09'] as const).flatMap((is) =>
  [
    payingAccountText({}, { is }),
    payingAccountText(
      {
        currency: 'CNY',
        account: { holder: '北方贸易', number: '622202', bankCode: '102100099996', bic: 'ICBKCNBJ' },
      },
      { is, scheme: 'other', charges: 'SHAR', characters: 'any', booking: 'one' },
    ),
  ].map((text) => accountOf(text)),
);
const CHINESE = { holder: '北京茶叶', number: '6222021202001234567', bankCode: '102100099996' };
const OF: Readonly<Record<string, PaymentInstruction>> = {
  EUR: EURO,
  CNY: { ...EURO, currency: 'CNY', beneficiary: CHINESE, remittance: '<返利> & "2026"' },
};

describe('a file in ISO 20022', () => {
  // Without xmllint, which .ci/run installs, there is nothing that knows the schemas.
  it.skipIf(!HAS_XML_CHECKS)('is valid under the published schema, in both versions and both schemes', () => {
    for (const payer of PAINS) {
      const text = fileOf(payer, OF[payer.currency] as PaymentInstruction, {
        ...SECOND,
        currency: payer.currency,
      });
      if (payer.file.is !== 'pain.001.001.03' && payer.file.is !== 'pain.001.001.09') throw new Error('pain');
      const schema = `iso20022/${payer.file.is}.xsd`;
      const broken = text.replace('<NbOfTxs>2</NbOfTxs>', '<NbOfTxs>two</NbOfTxs>');
      const faults = schemaFaults(schema, { 'ours.xml': text, 'broken.xml': broken });
      expect([payer.file.is, faults['ours.xml']]).toEqual([payer.file.is, '']);
      expect(faults['broken.xml']).toContain('NbOfTxs');
    }
  });

  it('says count and sum twice, amounts to the cent, and names in the signs of the bank', () => {
    const text = fileOf(accountOf(payingAccountText()), EURO, SECOND);
    expect(text.match(/<NbOfTxs>2<\/NbOfTxs>/g)).toHaveLength(2);
    expect(text.match(/<CtrlSum>1076\.15<\/CtrlSum>/g)).toHaveLength(2);
    expect(text).toContain('<InstdAmt Ccy="EUR">1076.14</InstdAmt>');
    expect(text).toContain('<InstdAmt Ccy="EUR">0.01</InstdAmt>');
    expect(text).toContain('<Nm>Muller + Co</Nm>');
    expect(text).toContain('<Nm>Northwind + Sohne GmbH</Nm>');
    expect(text).toContain('<Dt>2026-02-02</Dt>');
  });

  it('is the same text for the same batch', () => {
    const payer = accountOf(payingAccountText());
    expect(fileOf(payer, EURO, SECOND)).toBe(fileOf(payer, EURO, SECOND));
    expect(fileOf(payer, EURO, SECOND)).not.toBe(fileOf(payer, SECOND, EURO));
  });
});

const NACHA_SAMPLES = join(import.meta.dirname, '../../test/standards/nacha');

describe('a NACHA file', () => {
  const payer = accountOf(dollarAccountText());

  it('is held against a checker that knows good files of others from broken ones', () => {
    const found = Object.fromEntries(
      readdirSync(NACHA_SAMPLES)
        .filter((name) => name.endsWith('.ach'))
        .map((name) => [name, nachaFaults(readFileSync(join(NACHA_SAMPLES, name), 'latin1')).length > 0]),
    );
    expect(Object.keys(found).length).toBeGreaterThan(5);
    for (const [name, isFaulty] of Object.entries(found)) {
      expect([name, isFaulty]).toEqual([name, name.toLowerCase().includes('invalid')]);
    }
  });

  it('has columns, hashes, counts, totals and blocks in order, for any payments', () => {
    const instruction = fc.record({
      minor: fc.bigInt({ min: 1n, max: 9_999_999_999n }),
      number: fc.stringMatching(/^[A-Z0-9-]{1,17}$/),
      bankCode: fc.constantFrom('231380104', '021000021', '121042882'),
      holder: fc.constantFrom('Best Co', 'Müller & Söhne GmbH of the Far West', 'A'),
      remittance: fc.constantFrom('GS-1', 'x'.repeat(80)),
    });
    fc.assert(
      fc.property(fc.array(instruction, { minLength: 1, maxLength: 30 }), (drawn) => {
        const instructions = drawn.map(({ minor, remittance, ...beneficiary }, index) => ({
          ...DOLLAR,
          endToEndId: index.toString(16).padStart(32, 'a'),
          minor,
          remittance,
          beneficiary,
        }));
        expect(instructions.flatMap((one) => checkInstruction(payer, one))).toEqual([]);
        const text = fileOf(payer, ...instructions);
        expect(nachaFaults(text)).toEqual([]);
        const read = nachaEntries(text);
        expect(
          read.map(({ cents, account, bank, id, addenda }) => [cents, account, bank, id, addenda]),
        ).toEqual(
          instructions.map(({ minor, beneficiary, endToEndId, remittance }) => [
            ...[minor, beneficiary.number, beneficiary.bankCode, nachaId(endToEndId), remittance],
          ]),
        );
      }),
      { numRuns: 100, seed: 20_261_129 },
    );
  });
});

describe('a table of payments', () => {
  it('has a row for each, in which no spreadsheet finds a formula', () => {
    const payer = accountOf({ ...payingAccountText(), file: { is: 'csv' } });
    const evil = { ...EURO, beneficiary: { ...EURO.beneficiary, holder: '=HYPERLINK("x"), Inc' } };
    expect(fileOf(payer, evil).split('\r\n')).toEqual([
      'payment,partner,holder,iban,number,bankCode,bic,amount,currency,executionDay,remittance',
      `${EURO.endToEndId},P1,"'=HYPERLINK(""x""), Inc",GB29NWBK60161331926819,,,NWBKGB2L,1076.14,EUR,2026-02-02,"GS-2026-1, GS-2026-2"`,
      '',
    ]);
  });
});

describe('a cell of a table of payments that a partner has written', () => {
  const payer = accountOf({ ...payingAccountText(), file: { is: 'csv' } });
  it.each(['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠'])(
    'begins with no %j that a spreadsheet computes',
    (sign) => {
      const text = `${sign}cmd|' /C calc'!A0`;
      const { iban: _, ...account } = EURO.beneficiary;
      const beneficiary = { ...account, holder: text, number: text, bankCode: text, bic: text };
      const [, row = ''] = fileOf(payer, { ...EURO, partner: text, beneficiary, remittance: text }).split(
        '\r\n',
      );
      const live = row
        .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
        .filter((one) => one.replace(/^"/, '').startsWith(sign));
      expect(live).toEqual([]);
      expect(row.split(`'${sign}`)).toHaveLength(7);
    },
  );
});

describe('what a file cannot say', () => {
  const reasons = (payer: PayingAccount, instruction: PaymentInstruction) =>
    checkInstruction(payer, instruction).map(({ facts }) => `${facts.field} ${facts.reason}`);
  const sepa = accountOf(payingAccountText());
  const beneficiary = (differs: object) => ({ ...EURO, beneficiary: { ...EURO.beneficiary, ...differs } });
  const { iban: _, bic: _bic, ...nobody } = EURO.beneficiary;

  it.each<[string, PaymentInstruction, string[]]>([
    ['nothing wrong', EURO, []],
    ['a name of 70 signs', beneficiary({ holder: 'x'.repeat(70) }), []],
    ['a name of 71', beneficiary({ holder: 'x'.repeat(71) }), ['holder too-long']],
    ['a name in Chinese', beneficiary({ holder: '北京茶叶' }), ['holder characters']],
    ['a text of 141 signs', { ...EURO, remittance: 'x'.repeat(141) }, ['remittance too-long']],
    ['the largest amount', { ...EURO, minor: 99_999_999_999n }, []],
    ['a cent more', { ...EURO, minor: 100_000_000_000n }, ['amount too-large']],
    ['another currency', { ...EURO, currency: 'USD' }, ['currency other-currency']],
    [
      'no IBAN',
      { ...EURO, beneficiary: { ...nobody, number: '1' } },
      ['iban iban-needed', 'bic bank-needed'],
    ],
  ])('SEPA: %s', (_name, instruction, expected) => {
    expect(reasons(sepa, instruction)).toEqual(expected);
  });

  it.each<[string, Partial<PaymentInstruction['beneficiary']>, string[]]>([
    ['nothing wrong', {}, []],
    ['no routing number', { bankCode: '231380105' }, ['bankCode routing-number']],
    ['a number of 18 signs', { number: '1'.repeat(18) }, ['number number-needed']],
  ])('NACHA: %s', (_name, differs, expected) => {
    const instruction = { ...DOLLAR, beneficiary: { ...DOLLAR.beneficiary, ...differs } };
    expect(reasons(accountOf(dollarAccountText()), instruction)).toEqual(expected);
  });

  it('is told without the account', () => {
    const said = JSON.stringify(checkInstruction(sepa, beneficiary({ holder: '北京茶叶' })));
    expect(said).not.toMatch(/NWBK|6819|北京/);
  });
});

describe('a paying account', () => {
  const refusals = (text: object) => {
    const decoded = decodePayingAccount(text);
    return decoded.ok
      ? []
      : decoded.refusals.map(({ code, at, facts }) => `${code} ${at} ${facts.reason ?? ''}`);
  };

  it.each<[string, object, string[]]>([
    ['SEPA', payingAccountText(), []],
    ['NACHA', dollarAccountText(), []],
    [
      'SEPA in dollars',
      payingAccountText({ currency: 'USD' }),
      ['paying-account-invalid currency eur-needed'],
    ],
    [
      'SEPA with other charges',
      payingAccountText({}, { charges: 'DEBT' }),
      ['paying-account-invalid file.charges slev-needed'],
    ],
    [
      'NACHA with a wrong bank',
      dollarAccountText({}, { destination: '021000022' }),
      ['paying-account-invalid file.destination routing-number'],
    ],
    [
      'NACHA with a long description',
      dollarAccountText({}, { description: 'REBATES2026' }),
      ['paying-account-invalid file.description too-long-or-not-ascii'],
    ],
    ['an unknown file', payingAccountText({}, { is: 'mt101' }), ['agreement-value-not-allowed file.is ']],
    [
      'a wrong IBAN',
      payingAccountText({ account: { holder: 'x', iban: 'DE88370400440532013000' } }),
      ['bank-account-invalid iban iban-check-digits'],
    ],
    [
      'an unknown currency',
      dollarAccountText({ currency: 'EURO' }),
      ['agreement-currency-unknown currency ', 'paying-account-invalid currency usd-needed'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(refusals(text)).toEqual(expected);
  });
});
