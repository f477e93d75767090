import type { FindingTexts } from './catalogue.ts';

/** What the linter says in simplified Chinese: what stands there, and what follows from it. */
export const zhCnFindings: FindingTexts = {
  'words-missing': '缺少合同原文。请将原文与所转写的条款一并保留。',
  everybody: '未设参与条件，因此所有合作伙伴均为参与方。',
  'floor-for-everybody': '即使没有任何销售也须支付该金额，而所有合作伙伴均为参与方。',
  'attributes-current': '主数据以计算金额时的状态为准：主数据变更会改变以往期间的金额。',
  'supplier-not-stocked': '供应商返利按{measure}计，会计入后来被拒收的货物；按入库数量则不会。',
  'window-cut': '{window}的档位只按完整期间 {share} 的天数确定，而门槛不变：在该期间更难达到。',
  'first-tier-unspoken': '不足 {from} 的不予返利，而该门槛旁没有合同原文。',
  'rate-above-hundred': '第 {tier} 档返 {rate}，超过计返计量本身。',
  'rate-above-half': '第 {tier} 档返 {rate}。小数点的位置是否正确？',
  'rate-falls': '第 {tier} 档返 {rate}，低于下一级档位的 {before}。',
  'rate-jumps': '第 {tier} 档返 {rate}，达到下一级档位 {before} 的十倍或以上。',
  'rate-zero': '第 {tier} 档不予返利：{rate}。',
  cliff: '在 {from} 升至第 {tier} 档，一步即多得 {worth}；一次退货就可能将其收回。',
  'cliff-rate':
    '在 {from} 升至第 {tier} 档，全部计返计量的标准由 {before} 升至 {rate}；一次退货就可能将其收回。',
  'growth-uncapped': '没有上限，因此基期很小的合作伙伴只需少量交易即可达成最高档。',
  'gate-always-met': '没有任何交易也满足该要求，因此它不起作用。',
  'gate-never-met': '只有在发生冲回时占比才能达到 {percent}，因此不会支付任何金额。',
  'tier-unreachable': '达标计量以 {max} 为限，因此自 {from} 起的第 {tier} 档永远无法达成。',
  'minimum-above-cap': '不足 {amount} 的不予返利，而金额又以 {max} 为限：永远不会有应得金额。',
  'floor-above-cap': '应得金额不低于 {amount}，而上限为 {max}：保底在后，以保底为准。',
  'limit-by-arrival': '上限按明细行知悉的先后占用：同样的销售，以不同顺序收到，金额就不同。',
  'returns-below-zero': '按照这些约定，退货可能使某一期间的金额为负。',
  'rounding-unusual': '这种舍入方式在行业中不常见：{mode}。',
  'rounding-each-line': '逐行舍入，因此合计可能与整体计算相差若干分。',
  'settlement-currency': '金额以 {currency} 计，而以 {settled} 结算，却未说明按何汇率：这些金额将暂不结算。',
  'settling-not-trading': '负责结算的 {company} 不在交易公司之列，其明细行不计入。',
};
