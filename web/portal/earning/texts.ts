import { texts } from '../../text/texts.ts';

/** One amount of the partner, worked out. */
export const earningTexts = texts(
  {
    title: 'How it was worked out',
    agreement: 'Agreement',
    window: 'Window',
    partner: 'For',
    stage: 'Stage',
    running: 'Estimated: the window runs, and what is bought until its end still counts.',
    over: 'The window is over: only late invoices and returns still change the amount.',
    settled: 'On documents',
    paid: 'Paid',
    blocked: {
      one: 'The amount is incomplete: {count} line of yours should count and cannot be calculated yet.',
      other: 'The amount is incomplete: {count} lines of yours should count and cannot be calculated yet.',
    },
    ladder: 'Where you stand',
    workedOut: 'Worked out',
    withheld: 'The steps are not shown',
    withheldText:
      'This amount goes by figures that are not shown here. What is agreed stands in the agreement.',
    bookings: 'How it changed',
    bookingsLead: 'Every change of the amount, and why. Nothing is ever overwritten.',
  },
  {
    title: '计算过程',
    agreement: '协议',
    window: '计算期间',
    partner: '对象',
    stage: '阶段',
    running: '预估：期间尚未结束，期末前的采购仍会计入。',
    over: '期间已结束：只有迟到的发票和退货仍会改变该金额。',
    settled: '已开单',
    paid: '已支付',
    blocked: '该金额不完整：贵方有 {count} 行明细应计入，但暂时无法计算。',
    ladder: '目前所处档位',
    workedOut: '计算过程',
    withheld: '不显示计算步骤',
    withheldText: '该金额的计算依据不在此公开，具体约定见协议。',
    bookings: '变动记录',
    bookingsLead: '金额的每次变动及其原因。已记录的内容从不改写。',
  },
);
