import { texts } from '../../text/texts.ts';

/** What all pages of transactions have alike. */
export const factsTexts = texts(
  {
    parts: 'Transactions',
    lines: 'Lines',
    imports: 'Imports',
    waiting: 'To be put right',
    master: 'Master data',
    hierarchies: 'Hierarchies',
    units: 'Units',
    stock: 'Stock',
    importFile: 'Import a file',
  },
  {
    parts: '交易',
    lines: '明细',
    imports: '导入记录',
    waiting: '待更正',
    master: '主数据',
    hierarchies: '层级',
    units: '单位',
    stock: '库存',
    importFile: '导入文件',
  },
);
