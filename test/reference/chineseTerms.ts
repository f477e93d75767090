/** A thing of the field, by its word in the GLOSSARY, and what it has been called in Chinese beside its one word. */
export type ChineseTerm = {
  readonly thing: string;
  readonly word: string;
  readonly never: readonly string[];
};

/** One word for one thing, as people of finance say it. */
export const CHINESE_TERMS: readonly ChineseTerm[] = [
  { thing: 'line', word: '明细行', never: ['交易行'] },
  { thing: 'worker', word: '任务进程', never: ['后台进程', '工作进程'] },
  // 后台 is the office, whose pages are not those of the portal: a job is not of the one or the other.
  { thing: 'job', word: '任务', never: ['后台任务', '作业'] },
  { thing: 'webhook', word: 'Webhook', never: ['网络回调', '网络钩子'] },
  // 分录 is a transfer of our books; a bank has a flow of money.
  { thing: 'entry', word: '银行流水', never: ['银行分录'] },
  { thing: 'open item', word: '未清项', never: ['未付项目', '未结项目'] },
  { thing: 'limit', word: '上限', never: ['封顶'] },
  { thing: 'tier', word: '档位', never: ['档位阶梯', '梯级'] },
  { thing: 'threshold', word: '门槛', never: ['阈值'] },
  { thing: 'window', word: '计算期间', never: ['下一窗口', '各窗口', '本窗口', '窗口尚未结束'] },
  { thing: 'baseline', word: '基期', never: ['对比基数', '比较的基数', '无基数'] },
  { thing: 'lump sum', word: '定额返利', never: ['达标奖金'] },
  { thing: 'set-off', word: '抵销', never: ['或抵扣', '或已抵扣', '金额抵扣', '中抵扣', '抵消'] },
  { thing: 'deduction', word: '扣款', never: ["'抵扣'"] },
  { thing: 'credit note', word: '贷项通知单', never: ['贷项凭证', '贷记通知单', '贷记和借记'] },
  { thing: 'debit note', word: '借项通知单', never: ['借项凭证', '借记通知单'] },
  { thing: 'claim (of money)', word: '索赔', never: ['申领'] },
  { thing: 'remittance', word: '汇款通知', never: ["'付款通知'"] },
  { thing: 'payment notice', word: '付款通知书', never: ["'付款通知'"] },
  { thing: 'marketing fund', word: '市场基金', never: ['市场推广基金', '营销基金'] },
  { thing: 'sell-through', word: '渠道售出', never: ["'转售'", '合作伙伴转售'] },
  { thing: 'end customer', word: '终端客户', never: ["'最终客户'"] },
  { thing: 'price list', word: '价格表', never: ["'价目表", '价目表价格'] },
  { thing: 'books currency', word: '记账本位币', never: ['记账币种'] },
  { thing: 'message (about claims)', word: '索赔来件', never: ['索赔消息', '来函 |', '合作伙伴来函'] },
  { thing: 'fault', word: '程序错误', never: ['程序故障'] },
  { thing: 'sandbox', word: '沙盒', never: ['沙箱'] },
  { thing: 'proposal', word: '提案', never: ['草案'] },
  { thing: 'chain', word: '审计链', never: ['审计日志'] },
  { thing: 'restore', word: '恢复', never: ['还原备份', '备份还原'] },
  { thing: 'comment', word: '评论', never: ['备注须为'] },
];
