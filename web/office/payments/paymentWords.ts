import { texts } from '../../text/texts.ts';

/** The words that payments come with. */
export const paymentWords = texts(
  {
    proposed: 'proposed',
    approved: 'approved',
    sent: 'sent',
    withdrawn: 'withdrawn',
    unknown: 'unknown: no bank has spoken of it',
    confirmed: 'confirmed by the bank',
    partlyReturned: 'a part came back',
    returned: 'came back',
    rejected: 'rejected by the bank',
    'method.payment': 'paid by transfer',
    'method.creditNote': 'credit note',
    'method.debitNote': 'debit note',
    'method.goods': 'in goods',
    'method.deduction': 'kept back by the partner',
  },
  {
    proposed: '已提议',
    approved: '已批准',
    sent: '已发送',
    withdrawn: '已撤回',
    unknown: '状态不明：银行未有回报',
    confirmed: '银行已确认',
    partlyReturned: '部分退回',
    returned: '已退回',
    rejected: '银行拒付',
    'method.payment': '转账支付',
    'method.creditNote': '贷项通知单',
    'method.debitNote': '借项通知单',
    'method.goods': '以货物结算',
    'method.deduction': '由合作伙伴扣款',
  },
);
