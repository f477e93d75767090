import { expect, test } from 'vitest';
import { decodePayingAccount } from '../../../core/payment/payingAccount.ts';
import { payingAccountOf } from './payingAccountOf.ts';

const COMMON = { code: 'EUR-1', company: 'NW', currency: 'eur', holder: 'Northwind GmbH' };

test('what was said of an account of ours is one that the server takes', () => {
  const pain = payingAccountOf('pain', {
    ...COMMON,
    ...{ iban: 'DE89370400440532013000', bic: 'COBADEFFXXX', is: 'pain.001.001.09', scheme: 'sepa' },
    ...{ charges: 'SLEV', characters: 'latin', booking: 'each' },
  });
  const csv = payingAccountOf('csv', {
    ...COMMON,
    ...{ iban: 'DE89370400440532013000', 'table.bookedOn': 'Buchungstag', 'table.amount': 'Betrag' },
    ...{ 'table.days': 'DD.MM.YYYY', 'table.decimals': ',' },
  });
  const nacha = payingAccountOf('nacha', {
    ...{ code: 'USD-1', company: 'NW', currency: 'USD', holder: 'Northwind', number: '4417771234' },
    ...{ bankCode: '021000021', entryClass: 'CCD', destination: '021000021', destinationName: 'BANK' },
    ...{ origin: '1234567890', originName: 'NORTHWIND', companyId: '1234567890', description: 'REBATE' },
  });
  for (const text of [pain, csv, nacha]) expect(decodePayingAccount(text)).toMatchObject({ ok: true });
});
