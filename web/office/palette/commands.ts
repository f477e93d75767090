import { texts } from '../../text/texts.ts';

/** Where one can go, or what one can begin, by its name: the palette finds it by any of its words. */
export type Command = { readonly to: string; readonly name: keyof (typeof commandTexts)['en'] };

/** Each page of the office, what one does there most among its words. A page without a command fails a test. */
export const COMMANDS: readonly Command[] = [
  { to: '/', name: 'home' },
  { to: '/welcome', name: 'welcome' },
  { to: '/earnings', name: 'earnings' },
  { to: '/agreements', name: 'agreements' },
  { to: '/agreements/new', name: 'newAgreement' },
  { to: '/agreements/bulks', name: 'bulks' },
  { to: '/facts', name: 'facts' },
  { to: '/facts/import', name: 'importFile' },
  { to: '/facts/imports', name: 'imports' },
  { to: '/facts/quarantine', name: 'quarantine' },
  { to: '/facts/master', name: 'master' },
  { to: '/facts/hierarchies', name: 'hierarchies' },
  { to: '/facts/units', name: 'units' },
  { to: '/facts/stock', name: 'stock' },
  { to: '/claims', name: 'claims' },
  { to: '/claims/deductions', name: 'deductions' },
  { to: '/claims/messages', name: 'messages' },
  { to: '/claims/left-out', name: 'leftOut' },
  { to: '/claims/rules', name: 'claimRules' },
  { to: '/reports', name: 'reports' },
  { to: '/reports/subscriptions', name: 'subscriptions' },
  { to: '/notices', name: 'notices' },
  { to: '/account', name: 'account' },
  { to: '/settlement', name: 'settlement' },
  { to: '/settlement/run', name: 'settlementRun' },
  { to: '/settlement/payable', name: 'payable' },
  { to: '/settlement/payments', name: 'payments' },
  { to: '/settlement/bank', name: 'bank' },
  { to: '/settlement/accounts', name: 'accounts' },
  { to: '/settlement/balances', name: 'balances' },
  { to: '/settlement/numbering', name: 'numbering' },
  { to: '/trust', name: 'trust' },
  { to: '/trust/policy', name: 'trustPolicy' },
  { to: '/trust/detectors', name: 'detectors' },
  { to: '/ledger', name: 'ledger' },
  { to: '/ledger/transfers', name: 'transfers' },
  { to: '/ledger/roll-forward', name: 'rollForward' },
  { to: '/ledger/months', name: 'months' },
  { to: '/ledger/cash-flow', name: 'cashFlow' },
  { to: '/ledger/adjustments', name: 'adjustments' },
  { to: '/ledger/funds', name: 'funds' },
  { to: '/ledger/audit', name: 'audit' },
  { to: '/jobs', name: 'jobs' },
  { to: '/settings', name: 'people' },
  { to: '/settings/keys', name: 'keys' },
  { to: '/settings/sign-in', name: 'signInRules' },
  { to: '/settings/companies', name: 'companies' },
  { to: '/settings/rules', name: 'rules' },
  { to: '/settings/calendars', name: 'calendars' },
  { to: '/settings/currencies', name: 'currencies' },
  { to: '/settings/brand', name: 'brand' },
  { to: '/settings/webhooks', name: 'webhooks' },
  { to: '/settings/mails', name: 'mails' },
];

/** A name, and behind the stroke the other words that somebody may type. */
export const commandTexts = texts(
  {
    home: 'Home | start, what needs me, decisions, to do',
    welcome:
      'Try out | look around, sandbox, demo, use my own data, use my data, begin, welcome, make the sandbox anew, be somebody else',
    earnings: 'Earnings | explain an amount, why, rebate, ladder, tier, who qualifies and why not?',
    agreements:
      'Agreements | terms, contracts, approve, review, amend, renew, why not, eligible, recall, withdraw, save this view, forget this view, propose this version, save as draft, add the comment',
    newAgreement:
      'New agreement | template, create, begin, volume, growth, upsell, tiers, what if, hand in for review, save as draft',
    bulks:
      'Many agreements at once | year end, renew together, spreadsheet, bulk, import agreements, hand agreements in, approve all agreements',
    facts: 'Transactions | sales, purchases, lines, invoices, why not, search',
    importFile:
      'Import a file | upload, csv, excel, sales, purchases, partners, products, mapping, preview, change how it is read, import rows, work out what would be booked',
    imports: 'Imports | undo the import, take back, reconcile, files',
    quarantine:
      'Rows to be put right | quarantine, repair, errors, unknown partner, alias, apply, bring all names in as new',
    master: 'Master data | partners, products, hierarchies, groups, units, exchange rates, prices',
    hierarchies:
      'Hierarchies and groups | tree, parent, buying group, category, move, membership, new group, new category',
    units: 'Units of measure | say a conversion, case, pallet, pieces, weight',
    stock: 'Stock | inventory, counts',
    claims:
      'Claims and disputes | answer a claim, refuse, accept, raise, dispute, write off, answer line by line, objections by transaction, put in dispute, end the dispute, give the dispute to, note a reply, money came, money did not stay, comment, attach a document, record the acceptance, take in a file of claims, ask to write off, approve the write-off, reject the write-off',
    deductions:
      'Deductions | short pay, kept back, match, deny, write off, ask to write off, approve the write-off, reject the write-off, match to a claim, match to an earning, match to a document, register a deduction',
    messages: 'Messages of partners | claims that wait, quarantine, repair, dismiss, send with repairs',
    leftOut: 'Not claimed from suppliers | left out, why, pass the deadlines',
    reports: 'Reports | liability, ageing, margin, waterfall, performance, export, workbook',
    jobs: 'Jobs | background, calculate what is due, do it now, do not do it, queue, failed, retry, cancel, progress',
    subscriptions: 'Reports by mail | subscriptions, send me, every Monday, monthly',
    notices: 'Notices | mentions, bell, unread, what concerns me, comments',
    people:
      'People and roles | settings, invite, invitations, users, persons, administrators, limits, withdraw, let them leave',
    keys: 'Programs and keys | settings, API, service accounts, issue a key, end, issue the key',
    signInRules: 'Sign-in | settings, second factor, single sign-on, provider, OpenID',
    companies:
      'Companies | settings, business day, sandbox, time zone, let it stand on, add a company, add the company, change the name',
    calendars:
      'Calendars | settings, fiscal year, weeks, 4-4-5, save the calendar, change, one more year, one year less',
    rules:
      'Rules of approval | settings, levels, limits, confirm, four eyes, put it in force, propose others, propose them, add a rule, add an approval, try it',
    currencies:
      'Currencies and exchange rates | settings, rate, closing, average, calendar, fiscal year, add a rate',
    brand:
      'Brand and contact | settings, portal, logo, colour, name, own address, domain, help, phone, take the logo away',
    webhooks:
      'Webhooks | settings, events, integration, signature, secret, deliveries, add the webhook, send a test, send again, send all again, change the secret, pause, let it go on',
    mails: 'Mails | settings, notices, reports, subscriptions, restored, pause mails, let mails go out',
    account: 'Your account | password, second factor, passkey, codes, sessions, sign out elsewhere',
    claimRules: 'Rules of claims | tolerance, deadline, automatic, set the rules',
    settlement:
      'Settlements | settle, approve, issue, credit note, document, cancel, reverse, advance, pay a partner ahead, reject, issue the document, give its number',
    settlementRun:
      'New settlement run | preview, held, propose, waive, propose these documents, waive missing lines',
    payable: 'To be paid | payables, due, new payment run, propose, propose this run',
    payments:
      'Payment runs | approve, send, pain.001, NACHA, file, remittance advice, withdraw, say what became of it',
    bank: 'Bank | statement, camt, status, returned, assign an entry, bring it in, reject, none of ours',
    accounts:
      'Accounts and rules of payment | bank account, IBAN, cooling-off, limits, reject, show the whole account, confirm version, propose other rules, say where a partner is paid, end an account',
    balances:
      'Balances of partners | statement, confirm, contest, record confirmed, record contested, file the letter of the partner, give it to, note a reply, resolve',
    numbering:
      'Numbering of documents | series, party, tax number, say how it stands on documents, set a series, reject',
    trust:
      'Trust | cases, fraud, leakage, suspicion, on hold, held, scan everything now, take the case, give it to somebody, decide, release, hold it, comment, add evidence',
    trustPolicy:
      'Policy of holds | trust, thresholds, risk, four eyes, set the policy, change the policy, take the usual policy',
    detectors:
      'Detectors | trust, parameters, false alarms, feedback, tune, change, back-test, try a least score, take it over',
    ledger:
      'Ledger | balances, trial balance, export, hledger, beancount, accounts, set the rules, set the currency of the books',
    transfers: 'Transfers of the ledger | postings, source, cause',
    rollForward: 'Roll-forward | accruals, opening, movement, closing',
    months:
      'Close a month | reopen, checklist, hash, propose to open again, open again, value the books anew',
    cashFlow: 'Cash flow | payments to come, receipts, ageing',
    adjustments:
      'Adjustments | beside the terms, goodwill, correction, approve, reject, reverse, take back, propose an adjustment',
    funds:
      'Marketing funds | budget, activity, MDF, co-op, reject, claim the cost, record a payment, ask for an activity, open a fund, give back what nobody claimed',
    audit: 'Audit trail | who did what, verify the chain, package for auditors',
  },
  {
    home: '首页 | 待办、决定、概况',
    welcome: '试用 | 先看看、沙盒、演示、使用自己的数据、开始、欢迎、重建沙盒、换一个身份',
    earnings: '应得返利 | 金额说明、为什么、档位、阶梯、谁符合资格？为什么没有返利？',
    agreements:
      '返利协议 | 条款、合同、审批、修订、续签、为什么没有、适用、撤出审批、撤回提案、保存此视图、删除此视图、提出该版本、存为草稿、添加意见',
    newAgreement: '新建协议 | 模板、起草、采购额、增长、促销、档位、试算、提交审批、存为草稿',
    bulks: '批量协议 | 年末、一并续签、电子表格、批量导入协议、提交 份协议、批准全部 份协议',
    facts: '交易 | 销售、采购、明细、发票、为什么没有、查找',
    importFile:
      '导入文件 | 上传、csv、excel、销售、采购、合作伙伴、产品、字段对应、预览、更改读取方式、导入 行、试算入账差额',
    imports: '导入记录 | 撤销导入、核对、文件',
    quarantine: '待更正的行 | 隔离、修正、错误、未知合作伙伴、别名、应用、将全部 个名称作为新项建立',
    master: '主数据 | 合作伙伴、产品、层级、集团、单位、汇率、价格',
    hierarchies: '层级与集团 | 树、上级、采购集团、品类、移动、归属、新建集团、新建品类',
    units: '计量单位 | 登记换算、箱、托盘、件、重量',
    stock: '库存 | 存货、盘点',
    claims:
      '索赔与争议 | 答复索赔、拒绝、接受、提出、争议、核销、逐行答复、按交易提出异议、列为争议、了结争议、指派争议负责人、登记回复、登记收款、登记退款、添加评论、附加文件、登记接受、导入索赔文件、申请核销、批准核销、驳回核销',
    deductions:
      '扣款 | 少付、扣留、匹配、拒绝、核销、否认、申请核销、批准核销、驳回核销、匹配到索赔、匹配到应得返利、匹配到单据、登记扣款',
    messages: '合作伙伴来件 | 待处理索赔、隔离、修正、退回、修正后重新提交',
    leftOut: '未向供应商索赔 | 遗漏、原因、处理期限',
    reports: '报表 | 未结、账龄、毛利、瀑布、成效、导出、工作簿',
    jobs: '任务 | 计算待处理内容、立即执行、不再执行、队列、失败、重试、取消、进度',
    subscriptions: '邮件报表 | 订阅、发送给我、每周一、每月',
    notices: '通知 | 提到、未读、与我有关、评论',
    people: '人员与角色 | 设置、邀请、用户、管理员、限额、撤回、使其离开',
    keys: '程序与密钥 | 设置、API、服务账户、签发密钥、终止',
    signInRules: '登录设置 | 设置、第二重验证、单点登录、OpenID',
    companies: '公司 | 设置、业务日期、试用、时区、设定日期、添加公司、添加该公司、更改名称',
    calendars: '日历 | 设置、财政年度、周历、4-4-5、保存日历、更改、再加一年、减少一年',
    rules: '审批规则 | 设置、级别、限额、确认、使其生效、提出其他规则、添加规则、添加审批级别、试算',
    currencies: '币种与汇率 | 设置、汇率、日历、财政年度、添加汇率',
    brand: '品牌与联系方式 | 设置、门户、徽标、颜色、名称、自有地址、域名、帮助、电话、移除徽标',
    webhooks:
      'Webhook | 设置、事件、集成、签名、密钥、发送记录、添加 Webhook、发送测试、重新发送、全部重新发送、更换密钥、暂停、恢复',
    mails: '邮件 | 设置、通知、报表、订阅、恢复备份、暂停邮件、恢复邮件',
    account: '您的账户 | 密码、第二重验证、通行密钥、验证码、会话',
    claimRules: '索赔规则 | 容差、期限、自动、设定规则',
    settlement: '结算单 | 结算、审批、开具、贷项通知单、单据、冲销、预付、驳回、开具单据、录入编号',
    settlementRun: '新的结算 | 预览、暂留、提议、豁免、提议这些单据、豁免缺少的明细',
    payable: '待付款项 | 应付、到期、新的付款批次、提议、提议该批次',
    payments: '付款批次 | 批准、发送、付款文件、汇款通知、撤回、登记付款结果',
    bank: '银行 | 对账单、状态、退回、指派流水、导入、驳回、与我方无关',
    accounts:
      '账户与付款规则 | 银行账户、冷静期、限额、驳回、显示完整账户、确认第 版、提议其他规则、登记合作伙伴的收款账户、停用账户',
    balances:
      '合作伙伴余额 | 对账单、确认、异议、登记 已确认、登记 有异议、存档合作伙伴的回函、指派负责人、登记回复、了结',
    numbering: '单据编号 | 序列、公司信息、税号、设定单据上的信息、设定序列、驳回',
    trust:
      '风险核查 | 案件、舞弊、流失、可疑、冻结、立即检查全部、受理案件、指派、裁定、解除冻结、冻结、指派给他人、添加备注、添加证据',
    trustPolicy: '冻结策略 | 风险核查、门槛、双人复核、设定策略、更改策略、采用常用策略',
    detectors: '检测器 | 风险核查、参数、误报、反馈、调整、更改、回测、试用最低得分、采用',
    ledger: '总账 | 余额、试算表、导出、科目、设定规则、设定记账本位币',
    transfers: '总账分录 | 来源、原因',
    rollForward: '变动表 | 计提、期初、变动、期末',
    months: '月度结账 | 重新打开、检查、哈希值、提议重新打开、重新折算账簿',
    cashFlow: '现金流 | 将付、将收、账龄',
    adjustments: '调整 | 条款之外、善意补偿、更正、审批、批准、驳回、冲销、提议调整',
    funds: '市场基金 | 预算、活动、批准、驳回、申报费用、登记付款、申请活动、设立基金、收回逾期未申报的资金',
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

/** What is called so comes before what only has to do with it: 0 begins so, 1 has it in its name, 2 among its other words. */
export function rankOf(name: string, typed: string): 0 | 1 | 2 {
  const [called, wanted] = [name.toLowerCase(), typed.toLowerCase()];
  if (called.startsWith(wanted)) return 0;
  return called.includes(wanted) ? 1 : 2;
}
