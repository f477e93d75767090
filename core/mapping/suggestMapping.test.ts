import { describe, expect, it } from 'vitest';
import { masterMeanings } from './masterMeanings.ts';
import type { SampledColumn } from './readColumn.ts';
import { suggestBy, suggestMapping } from './suggestMapping.ts';

const column = (name: string, ...texts: string[]): SampledColumn => ({ name, texts });
const fields = (...columns: SampledColumn[]) =>
  suggestMapping(columns).map(({ field, isSure }) => `${field}${isSure ? '' : ' ?'}`);

const QUANTITY = column('Qty', '3', '12', '7', '2');
const PRICE = column('Price', '1.99', '5.50', '10.00', '4.25');
const PRODUCT = ['5.97', '66.00', '70.00', '8.50'];

describe('suggestMapping', () => {
  it('gives no field that the values cannot be', () => {
    expect(fields(column('Invoice Date', 'x', 'y'))).toEqual(['aside ?']);
    expect(fields(column('Currency', '1', '2'))).toEqual(['aside ?']);
    expect(fields(column('Currency', 'EUR', 'USD'))).toEqual(['currency']);
  });

  it('tells the invoice that is replaced from the one that is taken back', () => {
    const numbers = ['', 'R-1001', '', 'R-1002'];
    const own = column('Invoice No', 'R-1003', 'R-1004', 'R-1005', 'R-1006');
    expect(fields(own, column('Replaces invoice no.', ...numbers))[1]).toMatch(/^correctionOfDocument/);
    expect(fields(own, column('Ersetzte Position', '', '1', '', '2'))[1]).toMatch(/^correctionOfLine/);
    expect(fields(own, column('Preceding invoice reference', ...numbers))[1]).toMatch(/^returnOfDocument/);
  });

  it('tells the value of a line from that of a document by its arithmetic', () => {
    const total = column('Total', '150.47', '150.47', '150.47', '150.47');
    expect(fields(QUANTITY, PRICE, total, column('Amount', ...PRODUCT))).toEqual([
      'quantity',
      'unitPrice',
      'aside ?',
      'netValue',
    ]);
  });

  it('tells the value with tax from the one without', () => {
    const tax = column('VAT Amount', '1.13', '12.54', '13.30', '1.62');
    const total = column('Total', '7.10', '78.54', '83.30', '10.12');
    expect(fields(column('Base', ...PRODUCT), tax, total)).toEqual(['netValue ?', 'aside', 'aside ?']);
  });

  it('tells the value before discounts from the one after', () => {
    const found = fields(
      QUANTITY,
      PRICE,
      column('Value', ...PRODUCT),
      column('Discount Amount', '0.97', '6.00', '0', '1.50'),
      column('Amount', '5.00', '60.00', '70.00', '7.00'),
    );
    expect(found).toEqual(['quantity', 'unitPrice', 'grossValue', 'discountAmount', 'netValue']);
  });

  it('gives a field once, and is not sure where two columns are as likely', () => {
    const [first, second] = suggestMapping([
      column('Customer No', 'C1', 'C2'),
      column('Client Number', 'K1', 'K2'),
    ]);
    expect([first?.field, second?.field]).toEqual(['partner', 'aside']);
    expect([first?.isSure, second?.isSure]).toEqual([false, false]);
    expect(first?.why).toContain('rival');
  });

  it('takes the order for the document where there is no invoice', () => {
    expect(fields(column('Order No', '1', '2'))).toEqual(['document ?']);
    expect(fields(column('Order No', '1', '2'), column('Invoice No', '7', '8'))).toEqual([
      'orderNumber',
      'document',
    ]);
  });

  it('is sure of a number of a paper, of goods or of nothing only where nothing else may be meant', () => {
    const parts = [column('Buyers Part Number', 'A1', 'B2'), column('Part Number', 'C1', 'D2')];
    expect(fields(...parts)).not.toContain('product');
    expect(fields(column('order_due_date', '2026-01-02', '2026-01-03'))[0]).toMatch(/ \?$/);
    expect(fields(column('Bol #', '17001', '17002'))[0]).toMatch(/ \?$/);
    expect(fields(column('Belegtyp', 'open', 'closed'))[0]).toMatch(/ \?$/);
    expect(fields(column('VGBEL', '17001', '17002'))[0]).toMatch(/ \?$/);
    const nothing = [column('Remarks', 'a', 'b'), column('Customer Name', 'Tea Ltd', 'Mug Ltd')];
    expect(fields(column('Customer No', 'C1', 'C2'), ...nothing).slice(1)).toEqual(['aside', 'aside']);
  });

  it('is not sure of a name that it knows in part', () => {
    expect(fields(column('Xyzzy Quantity', '1', '2'))).toEqual(['quantity ?']);
  });

  it('says of an empty column what its name says, and that nobody has seen a value', () => {
    expect(fields(column('Invoice Date', '', ''))).toEqual(['invoiceDate ?']);
    expect(fields(column('Remarks', '', ''))).toEqual(['aside']);
  });
});

describe('what other columns say of one', () => {
  const codes = ['A1', 'B2', 'A1', 'C3'];

  it('knows the names of a system only where the system is known', () => {
    const name = column('Name', ...codes);
    expect(fields(name, QUANTITY)).toEqual(['aside ?', 'quantity']);
    const shop = ['Lineitem sku', 'Lineitem quantity', 'Financial Status'].map((one) =>
      column(one, ...codes),
    );
    expect(fields(name, ...shop)[0]).toBe('document ?');
  });

  it('knows the letters that a table puts before its names where three columns have them', () => {
    const table = [column('SDLITM', 'A1', 'B2'), column('SDAN8', '7', '8'), column('SDDOC', '1', '1')];
    expect(fields(...table)).toEqual(['product', 'partner', 'document ?']);
    expect(fields(...table.slice(0, 2))).toEqual(['aside ?', 'aside ?']);
  });

  it('takes the third of quantity, price and value for what is left of them', () => {
    expect(
      fields(QUANTITY, column('Xyzzy', '1.99', '5.50', '10.00', '4.25'), column('Amount', ...PRODUCT))[1],
    ).toBe('unitPrice ?');
  });

  it('takes who reports for the partner and the customers of the report for those at the end', () => {
    const customer = column('Customer ID', ...codes);
    expect(fields(customer)).toEqual(['partner']);
    expect(fields(column('Distributor ID', ...codes), customer)).toEqual(['partner', 'endCustomer ?']);
  });

  it('gives what each line needs to the likeliest column, and says that it is to be checked', () => {
    const barcode = column('EAN', '4001234567810', '4001234567811');
    expect(fields(barcode)).toEqual(['product ?']);
    expect(fields(barcode, column('Item No', ...codes))).toEqual(['aside ?', 'product']);
  });

  it('knows the names of a table without their letters where most of the columns have them', () => {
    const table = ['ORNO', 'PONR', 'ITNO', 'CUNO'].map((name) => column(name, '17001', '17002'));
    expect(fields(...table)).toEqual(['document ?', 'line ?', 'product', 'partner']);
  });

  it('knows a field behind the name of its table', () => {
    expect(fields(column('VBRP-MATNR', ...codes), column('vbrk.kunag', ...codes))).toEqual([
      'product',
      'partner',
    ]);
  });

  it('takes what a system has there at times only where nothing else is the field', () => {
    const day = column('BLDAT', '20260101', '20260102');
    const reference = column('XBLNR', '4711', '4712');
    expect(fields(day, reference)).toEqual(['invoiceDate ?', 'document ?']);
    expect(fields(day, reference, column('VBELN', '90001', '90002'))[1]).toBe('aside ?');
  });

  it('reads names that are made short by what the file has and lacks', () => {
    const short = [column('ATNR', ...codes), column('AFTNR', '17001', '17002', '17001', '17003')];
    expect(fields(...short)).toEqual(['product ?', 'document ?']);
  });

  it('takes the day of a document that is an order for the day of the order', () => {
    const day = column('Document Date', '2026-01-02', '2026-01-03');
    expect(fields(column('Order No', '1', '2'), day)).toEqual(['document ?', 'orderDate ?']);
    expect(fields(column('Invoice No', '1', '2'), day)).toEqual(['document', 'invoiceDate ?']);
  });

  it('takes what a supplier has delivered on an order for received', () => {
    const ordered = column('Ordered Quantity', '40', '50', '60');
    const delivered = column('Delivered Quantity', '3', '12', '7');
    const order = column('PO Number', '17001', '17001', '17002');
    expect(fields(order, column('Supplier No', 'C1', 'C2', 'C1'), ordered, delivered)[3]).toBe(
      'receivedQuantity ?',
    );
    expect(fields(order, column('Customer No', 'C1', 'C2', 'C1'), ordered, delivered)[3]).toBe('quantity ?');
  });

  it('takes the day of a receipt that customers get for the invoice’s', () => {
    const receipt = [column('Receipt No', '1', '2'), column('Receipt Date', '2026-01-02', '2026-01-03')];
    expect(fields(...receipt, column('Customer Code', 'C1', 'C2'))[1]).toBe('invoiceDate ?');
    expect(fields(...receipt, column('Supplier Code', 'C1', 'C2'))[1]).toBe('receiptDate');
  });

  it('takes of the lines of two papers that of the document', () => {
    const order = column('Order No', '17001', '17001', '17002', '17002');
    const line = [column('Delivery Line', '1', '2', '1', '2'), column('Order Line', '1', '2', '1', '2')];
    expect(fields(order, ...line)).toEqual(['document ?', 'aside ?', 'line ?']);
  });

  it('takes what counts from one again and again for the line where no other column is', () => {
    const count = column('项目', '10', '20', '10', '20');
    expect(fields(count)).toEqual(['line ?']);
    expect(fields(count, column('Line No', '1', '2', '1', '2'))[0]).toBe('aside ?');
  });

  it('takes a cost that would make a loss of each line for that of the whole line', () => {
    const quantity = column('Qty', '3', '12', '7', '4', '40');
    const price = column('Price', '1.99', '5.50', '10.00', '4.25', '2.00');
    const amount = column('Amount', '5.97', '66.00', '70.00', '17.00', '80.00');
    const cost = (...texts: string[]) => fields(quantity, price, amount, column('Unit Cost', ...texts))[3];
    expect(cost('1.00', '4.00', '8.00', '3.00', '1.50')).toBe('unitCost');
    expect(cost('3.00', '48.00', '56.00', '12.00', '60.00')).toBe('aside ?');
  });

  it('is not sure of a list price that makes the amount as well as the price does', () => {
    const base = column('Base Unit Price', '1.99', '5.50', '10.00', '4.25');
    expect(fields(QUANTITY, PRICE, base, column('Amount', ...PRODUCT)).slice(1, 3)).toEqual([
      'unitPrice',
      'listPrice ?',
    ]);
  });

  it('is not sure that a name is nothing where nothing else says whom', () => {
    const name = column('Customer Name', 'North Star Trading', 'Café Central Ltd', 'Hansen & Sons');
    expect(fields(name)).toEqual(['aside ?']);
    expect(fields(name, column('Customer No', 'C1', 'C2', 'C3'))[0]).toBe('aside');
  });

  it('takes the number of a return for the document beside that of the original', () => {
    expect(fields(column('Return No', '1', '2'), column('Original Invoice No', '17', '18'))).toEqual([
      'document ?',
      'returnOfDocument ?',
    ]);
  });

  it.each([
    ['Price per Unit', 'unitPrice'],
    ['List Price per Unit', 'listPrice'],
    ['Contract Price per Unit', 'contractPrice'],
    ['Cost Price per Unit', 'unitCost'],
  ])('tells whose %s is', (name, field) => {
    expect(fields(column(name, '1.10', '2.20'))[0]).toMatch(field);
  });

  it('takes what stands in two currencies once', () => {
    expect(fields(column('NETPR', '1.10', '2.20'), column('NETPR_USD', '1.20', '2.40'))).toEqual([
      'unitPrice',
      'aside ?',
    ]);
    const base = (...names: string[]) => fields(...names.map((name) => column(name, '1.10', '2.20')));
    expect(base('Unit Price', 'Base Unit Price')[1]).toBe('listPrice ?');
    expect(base('Unit Price', 'Base Unit Price', 'Ext. Price', 'Base Ext. Price')[1]).toBe('aside ?');
  });

  it('takes a column without a value for no document where another paper is', () => {
    const order = column('Einkaufsbeleg', '17001', '17001', '17002');
    expect(fields(order, column('Auftragsbestätigung', '', '', ''))).toEqual(['document ?', 'aside ?']);
  });

  it('takes the number of a thing for it and not the key of its record', () => {
    expect(fields(column('ArtikelID', '17001', '17002'), column('ArtikelNummer', ...codes))).toEqual([
      'aside ?',
      'product ?',
    ]);
  });

  it('takes what a document of SAP refers to by the kind of document', () => {
    const reference = column('VGBEL', '17001', '17002');
    const day = (name: string) => column(name, '20260101', '20260102');
    const paper = column('VBELN', '90001', '90002');
    expect(fields(reference, paper, column('LFIMG', '3', '12'), day('LFDAT'))[0]).toBe('orderNumber ?');
    expect(fields(reference, paper, column('KWMENG', '3', '12'), day('VDATU'))[0]).toBe('aside ?');
  });

  it('takes a text without digits for no number of a paper', () => {
    expect(fields(column('Invoice Number', 'open', 'closed', 'open'))).toEqual(['aside ?']);
  });
});

describe('what the rows of a file say', () => {
  const rows = Array.from({ length: 12 }, (_, row) => row);
  const of = (name: string, text: (row: number) => string | number) =>
    column(name, ...rows.map((row) => String(text(row))));
  const order = of('Order ID', (row) => 45_001 + Math.floor(row / 3));

  it('takes a number that is another one in each row for the row’s where a paper’s comes again', () => {
    const each = of('Transaction ID', (row) => 10_115 + row);
    expect(fields(each)).toEqual(['document']);
    expect(fields(each, order)).toEqual(['aside ?', 'document ?']);
    expect(
      fields(
        of('Invoice No', (row) => 10_115 + row),
        order,
      ),
    ).toEqual(['document', 'orderNumber']);
  });

  it('leaves a paper that has one line each what its name says', () => {
    const each = (name: string) => of(name, (row) => 10_115 + row);
    const invoice = of('Invoice No', (row) => 45_001 + Math.floor(row / 3));
    expect(fields(each('Document No'), order)).toEqual(['document ?', 'orderNumber']);
    expect(fields(each('Order No'), invoice)).toEqual(['orderNumber', 'document']);
  });

  it('is not sure of a document whose rows stand apart where those of an order stand together', () => {
    const apart = of('Invoice No', (row) => 17_001 + ((row * 5) % 7));
    expect(fields(apart)).toEqual(['document']);
    expect(fields(apart, order)).toEqual(['document ?', 'orderNumber']);
  });

  it('takes the party that is the same in all rows for whose file it is', () => {
    const vendor = of('Vendor Code', () => 'V1');
    const dealer = of('Dealer Code', (row) => `D${row % 3}`);
    expect(fields(vendor)).toEqual(['partner']);
    expect(fields(vendor, dealer)).toEqual(['company ?', 'partner']);
    expect(
      fields(
        vendor,
        dealer,
        of('Company Code', () => '1000'),
      )[0],
    ).toBe('aside ?');
  });

  it('takes low numbers that come again and again for counts and for no numbers of papers', () => {
    expect(fields(of('Wareneingang', (row) => row % 4))).toEqual(['receivedQuantity ?']);
    expect(fields(of('Wareneingang', (row) => 50_001 + row))).toEqual(['document ?']);
  });

  it('takes nothing but units for the unit where no other column is', () => {
    const units = of('Packart', (row) => ['EA', 'CS'][row % 2] as string);
    expect(fields(units)).toEqual(['unit ?']);
    expect(
      fields(
        units,
        of('Unit', () => 'EA'),
      )[0],
    ).toMatch(/^aside/);
  });

  it('takes for the document the paper whose rows stand together', () => {
    const load = of('Load Number', (row) => 17_001 + ((row * 5) % 7));
    expect(fields(load, order)).toEqual(['deliveryNumber ?', 'document ?']);
    const other = of('PO Number', (row) => 17_001 + ((row * 5) % 7));
    expect(fields(other, order)[1]).toBe('document ?');
  });

  it('reads how much was ordered though the name ends with a unit', () => {
    expect(fields(of('订货数量/单位', (row) => 20 + row))).toEqual(['orderedQuantity ?']);
    expect(fields(of('订货数量/单位', () => 'EA'))).toEqual(['unit ?']);
  });

  it('takes a day of something unknown for the line’s only where it has no other', () => {
    const day = of('Xyzzy Date', (row) => `2026-01-${10 + row}`);
    expect(fields(day)).toEqual(['invoiceDate ?']);
    expect(
      fields(
        day,
        of('Order Date', (row) => `2026-02-${10 + row}`),
      )[0],
    ).toBe('aside ?');
  });

  it('takes no mail and no telephone for whom a line names', () => {
    expect(fields(of('Customer contacts', (row) => `+49 30 1234${row}`))).toEqual(['aside ?']);
    expect(fields(of('Buyer', (row) => `b${row % 3}@example.com`))).toEqual(['aside ?']);
  });

  it('takes an amount that holds its tax for none of the line’s', () => {
    const net = (row: number) => 100 + row * 37;
    const tax = of('Tax', (row) => (net(row) * 0.19).toFixed(2));
    expect(
      fields(
        of('Amount', (row) => net(row)),
        tax,
      )[0],
    ).toMatch(/^netValue/);
    expect(
      fields(
        of('Amount', (row) => (net(row) * 1.19).toFixed(2)),
        tax,
      )[0],
    ).toBe('aside ?');
  });

  it('takes the only price for the line’s, though there is tax in it', () => {
    expect(fields(QUANTITY, column('采购单价（含税）', '1.99', '5.50', '10.00', '4.25'))[1]).toBe(
      'unitPrice ?',
    );
  });
});

describe('what values say where names say nothing', () => {
  const rowsOf = (length: number) => (name: string, text: (row: number) => string | number) =>
    column(name, ...Array.from({ length }, (_, row) => String(text(row))));
  const of = rowsOf(12);

  it.each([12, 150, 151, 2000])(
    'tells papers, their lines, goods, buyers, units and currencies by how they come again in %i rows',
    (length) => {
      const long = rowsOf(length);
      const columns = [
        long('X4', (row) => `C${100 + (Math.floor(row / 3) % 2)}`),
        long('X3', (row) => `TE-${100 + ((row * 5) % 8)}`),
        long('X1', (row) => 45_001 + Math.floor(row / 3)),
        long('X2', (row) => (row % 3) + 1),
        long('Qty', (row) => 2 + row),
        long('X5', () => 'PCE'),
        long('X6', (row) => (row < length / 2 ? 'EUR' : 'USD')),
      ];
      expect(fields(...columns)).toEqual([
        'partner ?',
        'product ?',
        'document ?',
        'line ?',
        'quantity',
        'unit ?',
        'currency ?',
      ]);
    },
  );

  it('takes no line for a number that does not begin with one', () => {
    expect(fields(of('X2', (row) => row % 3))).toEqual(['aside ?']);
  });

  it('takes no long number for whom or what a line names', () => {
    const count = of('Qty', (row) => 2 + row);
    expect(
      fields(
        count,
        of('X7', (row) => `40012345678${10 + (row % 5)}`),
      )[1],
    ).toBe('aside ?');
  });
});

describe('master data', () => {
  it('has no lines, however its numbers are counted', () => {
    const counted = column('X1', '1', '2', '3', '1', '2', '3');
    expect(suggestBy([counted], masterMeanings('partner'))[0]?.field).toBe('aside');
    expect(suggestMapping([counted])[0]?.field).toBe('line');
  });

  const names = (subject: 'partner' | 'product', ...headers: string[]) =>
    suggestBy(
      headers.map((name) => (/Price|Cost/.test(name) ? column(name, '1.5', '2') : column(name, 'A1', 'B2'))),
      masterMeanings(subject),
    ).map(({ field }) => field);

  it.each([
    [
      'partner',
      'KUNNR Kundennummer|Kundenname|Land|USt-IdNr.|Konzern',
      'aside code name country taxId parent',
    ],
    ['partner', 'Customer No.|Customer Name|Country|VAT Number|Status', 'code name country taxId status'],
    ['partner', '客户编码|客户名称|国家|纳税人识别号', 'code name country taxId'],
    [
      'product',
      'Artikelnummer|Bezeichnung|Warengruppe|Marke|EAN|Einheit|Gewicht',
      'code name category brand gtin unit weight',
    ],
    [
      'product',
      'SKU|Product Name|Category|Brand|List Price|Unit Cost',
      'code name category brand listPrice cost',
    ],
    ['product', '物料编码|物料名称|类别|品牌|计量单位', 'code name category brand unit'],
  ] as const)('%s: %s', (subject, headers, expected) => {
    const asked = headers.replace('KUNNR ', 'XY|').split('|');
    expect(names(subject, ...asked)).toEqual(expected.split(' '));
  });
});
