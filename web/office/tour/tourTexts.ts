import { texts } from '../../text/texts.ts';

/** The tour through the sandbox: what each stop is about, what to do there, and the button that leads to it. */
export const tourTexts = texts(
  {
    tour: 'Tour of the sandbox',
    stop: 'Stop {stop} of {of}. Escape ends the tour; Help begins it again.',
    tourNext: 'Next',
    tourBefore: 'Back',
    tourEnd: 'End the tour',
    amount: 'Every amount opens',
    amountDo: 'Open the largest amount: which tier was reached, what it pays, and the lines behind it.',
    amountGo: 'Open the largest amount',
    terms: 'Write terms, and see what they would have paid',
    termsDo:
      'Change a threshold or a rate in the table of tiers: what it would have paid on the history follows at once, partner by partner.',
    termsGo: 'Open a template',
    claim: 'A supplier objects',
    claimDo:
      'Open the dispute: part of a line is granted, part is not. Answer it, accept it or write it off.',
    claimGo: 'Open the dispute',
    settle: 'Settle a period',
    settleDo:
      'Choose Northwind, look at what a run would put on documents and what it holds back, and propose it.',
    settleGo: 'Open a settlement run',
    approve: 'Nobody approves their own',
    approveDo: 'Be Ben, who approves: what you have proposed waits on his home page.',
    approveGo: 'Be Ben',
    partner: 'What the partner sees',
    partnerDo:
      'Be Fay of Save-a-lot Markets: her agreements, amounts and claims, and of nobody else. “Back to the office” is above.',
    partnerGo: 'Open the portal as Fay',
  },
  {
    tour: '沙盒导览',
    stop: '第 {stop} 站，共 {of} 站。按 Esc 结束导览，可从“帮助”重新开始。',
    tourNext: '下一站',
    tourBefore: '上一站',
    tourEnd: '结束导览',
    amount: '每笔金额都可展开',
    amountDo: '打开最大的一笔金额：达到哪一档、如何计算，以及背后的每一行交易。',
    amountGo: '打开最大金额',
    terms: '拟定条款，立即看到会付多少',
    termsDo: '在档位表中修改一个门槛或费率：按历史交易会得到的金额立即更新，逐个合作伙伴显示。',
    termsGo: '打开一个模板',
    claim: '供应商提出异议',
    claimDo: '打开争议：某一行部分认可，部分不认可。可以答复、接受或核销。',
    claimGo: '打开争议',
    settle: '结算一个期间',
    settleDo: '选择 Northwind，查看一次结算会开具哪些单据、暂留哪些金额，然后提议。',
    settleGo: '打开结算',
    approve: '不能审批自己提交的事项',
    approveDo: '换成审批人 Ben：您所提议的内容会出现在他的首页上。',
    approveGo: '换成 Ben',
    partner: '合作伙伴看到的内容',
    partnerDo: '换成 Save-a-lot Markets 的 Fay：只能看到她自己的协议、金额和索赔。上方可“返回后台”。',
    partnerGo: '以 Fay 的身份打开门户',
  },
);
