/** Files to try out with: in the manner of other systems, not in our own form. */
export const SAMPLES = {
  sampleSales: {
    name: 'sample-sales.csv',
    text: [
      'Invoice No;Pos;Invoice Date;Customer No;Customer Name;Item No;Item Description;Qty;Unit;Net Amount;Currency',
      'RE-26001;1;14.01.2026;K100;Nordwind Handel GmbH;TEE-01;Assam 500 g;120;EA;1.188,00;EUR',
      'RE-26001;2;14.01.2026;K100;Nordwind Handel GmbH;TEE-02;Ceylon 500 g;60;EA;630,00;EUR',
      'RE-26002;1;20.01.2026;K200;Teehaus Lindner KG;TEE-01;Assam 500 g;240;EA;2.280,50;EUR',
      'RE-26003;1;31.02.2026;K200;Teehaus Lindner KG;TEE-03;Earl Grey 250 g;36;EA;410,40;EUR',
      'RE-26004;1;03.02.2026;K300;Kontor am Hafen OHG;TEE-02;Ceylon 500 g;zwölf;EA;126,00;EUR',
      'RE-26005;1;05.02.2026;K300;Kontor am Hafen OHG;TEE-03;Earl Grey 250 g;48;EA;547,20;EUR',
      'RE-26006;1;11.02.2026;K100;Nordwind Handel GmbH;TEE-01;Assam 500 g;-12;EA;-118,80;EUR',
      'RE-26007;1;12.02.2026;K200;Teehaus Lindner KG;TEE-01;Assam 500 g;96;EA;950,40;EUR',
      'RE-26007;2;12.02.2026;K200;Teehaus Lindner KG;TEE-02;Ceylon 500 g;24;EA;252,00;EUR',
      'RE-26008;1;16.02.2026;K100;Nordwind Handel GmbH;TEE-03;Earl Grey 250 g;72;EA;820,80;EUR',
      'RE-26009;1;19.02.2026;K300;Kontor am Hafen OHG;TEE-01;Assam 500 g;180;EA;1.764,00;EUR',
      'RE-26010;1;23.02.2026;K100;Nordwind Handel GmbH;TEE-02;Ceylon 500 g;1.200;EA;11.880,00;EUR',
      'RE-26011;1;25.02.2026;K200;Teehaus Lindner KG;TEE-03;Earl Grey 250 g;60;EA;684,00;EUR',
      'RE-26012;1;26.02.2026;K300;Kontor am Hafen OHG;TEE-02;Ceylon 500 g;36;EA;378,00;EUR',
      'RE-26013;1;27.02.2026;K100;Nordwind Handel GmbH;TEE-01;Assam 500 g;600;EA;5.820,00;EUR',
      '',
    ].join('\n'),
  },
  samplePartners: {
    name: 'sample-partners.csv',
    text: [
      'Customer No;Customer Name;Country;Group',
      'K100;Nordwind Handel GmbH;DE;',
      'K200;Teehaus Lindner KG;DE;K100',
      'K300;Kontor am Hafen OHG;DE;',
      '',
    ].join('\n'),
  },
  sampleProducts: {
    name: 'sample-products.csv',
    text: [
      'Item No;Item Description;Category;Brand',
      'TEE-01;Assam 500 g;Black tea;Nordwind',
      'TEE-02;Ceylon 500 g;Black tea;Nordwind',
      'TEE-03;Earl Grey 250 g;Flavoured tea;Hafenkontor',
      '',
    ].join('\n'),
  },
} as const;
