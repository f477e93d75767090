import { describe, expect, it } from 'vitest';
import { type BankAccountTexts, masked, parseBankAccount } from './bankAccount.ts';

const IBAN = 'DE89370400440532013000';
const GOOD: BankAccountTexts = {
  holder: 'Müller GmbH',
  iban: 'DE89 3704 0044 0532 0130 00',
  bic: 'cobadeffxxx',
};

/** "field reason" of each refusal. */
function faults(differs: BankAccountTexts): string[] {
  const result = parseBankAccount({ ...GOOD, ...differs });
  return result.ok ? [] : result.refusals.map(({ at, facts }) => `${at} ${facts.reason}`);
}

describe('a bank account', () => {
  it('is kept in its electronic form', () => {
    expect(parseBankAccount(GOOD)).toEqual({
      ok: true,
      value: { holder: 'Müller GmbH', iban: IBAN, bic: 'COBADEFFXXX' },
    });
    const chinese = {
      holder: '北京茶叶有限公司',
      number: '6222 0212 0200 1234 567',
      bankCode: '102100099996',
    };
    expect(parseBankAccount(chinese)).toEqual({
      ok: true,
      value: { holder: '北京茶叶有限公司', number: '6222021202001234567', bankCode: '102100099996' },
    });
  });

  it.each<[BankAccountTexts, string[]]>([
    [{ holder: ' ' }, ['holder holder-missing']],
    [{ holder: 'M'.repeat(140) }, []],
    [{ holder: 'M'.repeat(141) }, ['holder holder-form']],
    [{ holder: 'M\n' }, []],
    [{ holder: 'M\nM' }, ['holder holder-form']],
    [{ iban: '' }, ['iban account-one-of']],
    [{ number: '1' }, ['iban account-one-of']],
    [{ bankCode: '1' }, ['bankCode account-one-of']],
    [{ iban: `${IBAN}0` }, ['iban iban-length']],
    [{ iban: '', number: '12_3' }, ['number number-form']],
    [{ iban: '', number: '1', bankCode: 'é' }, ['bankCode number-form']],
    [{ bic: 'COBADEFF' }, []],
    [{ bic: 'COBADEFFXX' }, ['bic bic-form']],
    [{ bic: 'C0BADEFF' }, ['bic bic-form']],
  ])('%j gives %j', (differs, expected) => {
    expect(faults(differs)).toEqual(expected);
  });

  it('is refused without being repeated', () => {
    const result = parseBankAccount({ holder: '', iban: 'DE00SECRET', number: 'SECRET!', bic: 'SECRET!!' });
    expect(JSON.stringify(result)).not.toContain('SECRET');
  });

  it('is recognised by its end', () => {
    expect(masked({ holder: 'Müller GmbH', iban: IBAN, bic: 'COBADEFF' })).toEqual({
      holder: 'M…',
      iban: 'DE…3000',
      bic: 'COBADEFF',
    });
    expect(masked({ holder: '北京茶叶', number: '6222021202001234567', bankCode: '1021' })).toEqual({
      holder: '北…',
      number: '…4567',
    });
    expect(masked({ holder: 'M', number: '12345678' })).toEqual({ holder: 'M…', number: '…' });
  });
});
