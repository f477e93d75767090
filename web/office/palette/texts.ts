import { texts } from '../../text/texts.ts';

export const paletteTexts = texts(
  {
    open: 'Search, or go to a page',
    button: 'Search or go to …',
    what: 'Page, number or name',
    pages: 'Pages',
    agreement: 'Agreements',
    partner: 'Partners',
    product: 'Products',
    claim: 'Claims',
    settlement: 'Documents of settlement',
    document: 'Documents with transactions',
    import: 'Imports',
    nothing: 'Nothing is called that.',
    searching: 'Searching …',
  },
  {
    open: '搜索或前往页面',
    button: '搜索或前往……',
    what: '页面、编号、名称或代码',
    pages: '页面',
    agreement: '返利协议',
    partner: '合作伙伴',
    product: '产品',
    claim: '索赔',
    settlement: '结算单据',
    document: '交易单据',
    import: '导入',
    nothing: '没有找到。',
    searching: '正在搜索……',
  },
);
