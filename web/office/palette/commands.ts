import { texts } from '../../text/texts.ts';

/** Where one can go, or what one can begin, by its name: the palette finds it by any of its words. */
export type Command = { readonly to: string; readonly name: keyof (typeof commandTexts)['en'] };

/** Each page of the office, what one does there most among its words. A page without a command fails a test. */
export const COMMANDS: readonly Command[] = [
  { to: '/', name: 'home' },
  { to: '/earnings', name: 'earnings' },
  { to: '/agreements', name: 'agreements' },
  { to: '/agreements/new', name: 'newAgreement' },
  { to: '/agreements/bulks', name: 'bulks' },
  { to: '/facts', name: 'facts' },
  { to: '/facts/import', name: 'importFile' },
  { to: '/facts/imports', name: 'imports' },
  { to: '/facts/quarantine', name: 'quarantine' },
  { to: '/facts/master', name: 'master' },
  { to: '/facts/stock', name: 'stock' },
  { to: '/claims', name: 'claims' },
  { to: '/claims/deductions', name: 'deductions' },
  { to: '/claims/messages', name: 'messages' },
  { to: '/claims/left-out', name: 'leftOut' },
  { to: '/claims/rules', name: 'claimRules' },
  { to: '/reports', name: 'reports' },
  { to: '/account', name: 'account' },
  { to: '/settlement', name: 'settlement' },
  { to: '/settlement/run', name: 'settlementRun' },
  { to: '/settlement/payable', name: 'payable' },
  { to: '/settlement/payments', name: 'payments' },
  { to: '/settlement/bank', name: 'bank' },
  { to: '/settlement/accounts', name: 'accounts' },
  { to: '/settlement/balances', name: 'balances' },
  { to: '/settlement/numbering', name: 'numbering' },
  { to: '/ledger', name: 'ledger' },
  { to: '/ledger/transfers', name: 'transfers' },
  { to: '/ledger/roll-forward', name: 'rollForward' },
  { to: '/ledger/months', name: 'months' },
  { to: '/ledger/cash-flow', name: 'cashFlow' },
  { to: '/ledger/adjustments', name: 'adjustments' },
  { to: '/ledger/funds', name: 'funds' },
  { to: '/ledger/audit', name: 'audit' },
];

/** A name, and behind the stroke the other words that somebody may type. */
export const commandTexts = texts(
  {
    home: 'Home | start, what needs me, decisions, to do',
    earnings: 'Earnings | explain an amount, why, rebate, ladder, tier',
    agreements: 'Agreements | terms, contracts, approve, review, amend, renew, why not, eligible',
    newAgreement: 'New agreement | template, create, begin, volume, growth, upsell, tiers, what if',
    bulks: 'Many agreements at once | year end, renew together, spreadsheet, bulk, import agreements',
    facts: 'Transactions | sales, purchases, lines, invoices, why not, search',
    importFile: 'Import a file | upload, csv, excel, sales, purchases, partners, products, mapping',
    imports: 'Imports | undo, take back, reconcile, files',
    quarantine: 'Rows to be put right | quarantine, repair, errors, unknown partner, alias',
    master: 'Master data | partners, products, hierarchies, groups, units, exchange rates, prices',
    stock: 'Stock | inventory, counts',
    claims: 'Claims and disputes | answer a claim, refuse, accept, raise, dispute, write off',
    deductions: 'Deductions | short pay, kept back, match, deny, write off',
    messages: 'Messages of partners | claims that wait, quarantine, repair',
    leftOut: 'Not claimed from suppliers | left out, why',
    reports: 'Reports | liability, ageing, margin, waterfall, performance, export, workbook',
    account: 'Your account | password, second factor, passkey, codes, sessions, sign out elsewhere',
    claimRules: 'Rules of claims | tolerance, deadline, automatic',
    settlement: 'Settlements | settle, approve, issue, credit note, document, cancel, advance',
    settlementRun: 'New settlement run | preview, held, propose, waive',
    payable: 'To be paid | payables, due, new payment run, propose',
    payments: 'Payment runs | approve, send, pain.001, NACHA, file, remittance advice',
    bank: 'Bank | statement, camt, status, returned, assign an entry',
    accounts: 'Accounts and rules of payment | bank account, IBAN, cooling-off, limits',
    balances: 'Balances of partners | statement, confirm, contest',
    numbering: 'Numbering of documents | series, party, tax number',
    ledger: 'Ledger | balances, trial balance, export, hledger, beancount, accounts',
    transfers: 'Transfers of the ledger | postings, source, cause',
    rollForward: 'Roll-forward | accruals, opening, movement, closing',
    months: 'Close a month | reopen, checklist, hash',
    cashFlow: 'Cash flow | payments to come, receipts, ageing',
    adjustments: 'Adjustments | beside the terms, goodwill, correction, approve',
    funds: 'Marketing funds | budget, activity, MDF, co-op',
    audit: 'Audit trail | who did what, verify the chain, package for auditors',
  },
  {
    home: '首页 | 待办、决定、概况',
    earnings: '应得返利 | 金额说明、为什么、档位、阶梯',
    agreements: '返利协议 | 条款、合同、审批、修订、续签、为什么没有、适用',
    newAgreement: '新建协议 | 模板、起草、采购额、增长、促销、档位、试算',
    bulks: '批量协议 | 年末、一并续签、电子表格、批量导入协议',
    facts: '交易 | 销售、采购、明细、发票、为什么没有、查找',
    importFile: '导入文件 | 上传、csv、excel、销售、采购、合作伙伴、产品、字段对应',
    imports: '导入记录 | 撤回、核对、文件',
    quarantine: '待更正的行 | 隔离、修正、错误、未知合作伙伴、别名',
    master: '主数据 | 合作伙伴、产品、层级、集团、单位、汇率、价格',
    stock: '库存 | 存货、盘点',
    claims: '索赔与争议 | 答复索赔、拒绝、接受、提出、争议、核销',
    deductions: '扣款 | 少付、扣留、匹配、拒绝、核销',
    messages: '合作伙伴来函 | 待处理索赔、隔离、修正',
    leftOut: '未向供应商索赔 | 遗漏、原因',
    reports: '报表 | 未结、账龄、毛利、瀑布、成效、导出、工作簿',
    account: '您的账户 | 密码、第二重验证、通行密钥、验证码、会话',
    claimRules: '索赔规则 | 容差、期限、自动',
    settlement: '结算单 | 结算、审批、开具、贷项通知单、单据、冲销、预付',
    settlementRun: '新的结算 | 预览、暂留、提议、豁免',
    payable: '待付款项 | 应付、到期、新的付款批次、提议',
    payments: '付款批次 | 批准、发送、付款文件、付款通知',
    bank: '银行 | 对账单、状态、退回、指派分录',
    accounts: '账户与付款规则 | 银行账户、冷静期、限额',
    balances: '合作伙伴余额 | 对账单、确认、异议',
    numbering: '单据编号 | 序列、公司信息、税号',
    ledger: '总账 | 余额、试算表、导出、科目',
    transfers: '总账分录 | 来源、原因',
    rollForward: '变动表 | 计提、期初、变动、期末',
    months: '月度结账 | 重新打开、检查、哈希值',
    cashFlow: '现金流 | 将付、将收、账龄',
    adjustments: '调整 | 条款之外、善意补偿、更正、审批',
    funds: '市场基金 | 预算、活动',
    audit: '审计记录 | 何人何事、验证审计链、审计资料',
  },
);

/** The name that is shown, and every word by which it is found. */
export function namesOf(said: string): { readonly name: string; readonly words: string } {
  const [name = '', words = ''] = said.split(' | ');
  return { name, words: `${name} ${words}`.toLowerCase() };
}

/** What somebody may mean who typed this: every word of it stands somewhere among the command's words. */
export function isMeant(words: string, typed: string): boolean {
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.includes(part));
}
