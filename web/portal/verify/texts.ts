import { texts } from '../../text/texts.ts';

/** Computing a proof again in the browser. */
export const verifyTexts = texts(
  {
    title: 'Verify',
    lead: 'Check instead of believing: your amount is computed again in this browser, from your own lines. Nothing of the file is sent anywhere.',
    file: 'Proof file',
    hint: 'Save it where an amount is worked out (“Save the proof”), and choose or drop it here.',
    verified: 'Computed again, and it is the same',
    toAmounts: 'To your amounts, each with its proof',
    refused: 'This does not come out',
    refusedText: 'The file is not what it says: something in it was changed, or it is no proof.',
    agreement: 'Agreement',
    partner: 'For',
    effective: 'Facts up to',
    lines: 'Your lines',
    lineCount: { one: '{count} line', other: '{count} lines' },
  },
  {
    title: '验证',
    lead: '无需轻信，可自行验算：本浏览器将用贵方自己的明细重新计算金额，文件内容不会发送到任何地方。',
    file: '证明文件',
    hint: '请在金额的计算过程处保存（“保存证明文件”），然后在此选择或拖放。',
    verified: '已重新计算，结果一致',
    toAmounts: '前往贵方的各笔金额及其证明文件',
    refused: '验算不符',
    refusedText: '文件与其所述不符：内容被改动过，或不是证明文件。',
    agreement: '协议',
    partner: '对象',
    effective: '业务截至',
    lines: '贵方明细',
    lineCount: '{count} 行',
  },
);
