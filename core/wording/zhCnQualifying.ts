import type { QualifyingTexts } from './enQualifying.ts';

/** 何者符合条件。 */
export const zhCnQualifying: QualifyingTexts = {
  states: {
    eligible: '符合条件',
    notYet: '尚未达到',
    notEnrolled: '未参与',
    blocked: '受阻',
    deadlineMissed: '已逾期',
  },
  notices: {
    conditionMissed: '未参与：{attribute} 为 {value}[，而协议要求 {wanted}]。',
    enrolledFrom: '自 {day} 起参与。',
    enrolledUntil: '参与至 {day} 为止。',
    noLinesYet: '本期间尚无交易。',
    comesToNothing: '计入的部分合计为零。',
    windowNotBegun: '期间自 {day} 开始。',
    windowOver: '期间已于 {day} 结束；只有迟到的明细还能改变结果。',
    claimDeadlinePassed: '应于 {day} 前提出索赔，现已失效。',
    claimDeadline: '须于 {day} 前提出索赔。',
  },
  gap: '距第 {tier} 档：还差 {missing}，截至 {day}[，可多得 {worth}]。',
  lines: '{lines} 行（{document} {line}）：{why}',
};
