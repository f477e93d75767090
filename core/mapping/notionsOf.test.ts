import { describe, expect, it } from 'vitest';
import { notionsOf } from './notionsOf.ts';

describe('notionsOf', () => {
  it.each([
    ['Invoice Date', 'invoice date'],
    ['invoiceDate', 'invoice date'],
    ['INV_DT', 'invoice date'],
    ['invdate', 'invoice date'],
    ['Rechnungs-Datum', 'invoice date'],
    ['Rechnungsdatum', 'invoice date'],
    ['RgDat', 'invoice date'],
    ['发票日期', 'invoice date'],
    ['Kundennummer', 'customer number'],
    ['Kd.-Nr.', 'customer number'],
    ['CustNo', 'customer number'],
    ['客户编码', 'customer number code'],
    ['Währung', 'currency'],
    ['MwSt-Satz', 'tax rate'],
    ['GST%', 'tax rate'],
    ['End User', 'endCustomer'],
    ['Unit of Measure', 'unit'],
    ['Sales Order Number', 'order number'],
    ['Sales', 'amount'],
    ['Line 1', 'line'],
    ['含税单价', 'taxIncluded price'],
    ['發票號碼', 'invoice number'],
    ['N° facture', 'number invoice'],
    ['M.R.P.', 'list'],
    ['BT-129 Invoiced quantity', 'invoice quantity'],
    ['Preis/ME', 'price per unit'],
    ['Von', 'validity'],
    ['dateofinvoice', 'date invoice'],
    ['数量（箱）', 'quantity'],
    ["Seller's Item No", 'supplier item number'],
    ['A/C No', 'account number'],
    ['净值(项目)', 'net amount'],
    ['采购凭证的项目编号', 'order document line number'],
    ['供應商帳號', 'supplier number'],
    ['银行账号', 'aside aside'],
    ['供应商帐号', 'supplier number'],
    ['Preis pro Stück', 'price per quantity'],
  ])('reads %s', (name, notions) => {
    expect(notionsOf(name)).toEqual({ notions: notions.split(' '), unknown: 0 });
  });

  it('counts what it does not know', () => {
    expect(notionsOf('Xyzzy Date')).toEqual({ notions: ['date'], unknown: 1 });
    expect(notionsOf('甲号')).toEqual({ notions: ['number'], unknown: 1 });
    expect(notionsOf('AGN')).toEqual({ notions: [], unknown: 1 });
    expect(notionsOf('2026')).toEqual({ notions: [], unknown: 0 });
  });

  it.each([
    ['Invocie Number', 'invoice number', 1],
    ['Custommer', 'customer', 1],
    ['Bezeichnun.', 'name', 1],
    ['uiprice', 'price', 1],
    ['Lieferant/Lieferwerk', 'supplier', 1],
  ] as const)('guesses %s, and says so', (name, notions, unknown) => {
    expect(notionsOf(name)).toEqual({ notions: notions.split(' '), unknown });
  });

  it('takes no time for what is long and strange', () => {
    for (const part of ['invoice', 'nr', '发票', 'aB', '_', 'x']) notionsOf(part.repeat(20_000));
  });
});
