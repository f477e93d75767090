import { foldedName } from './foldedName.ts';
import type { Notion } from './notion.ts';
import { CHINESE } from './words/chinese.ts';
import { ENGLISH } from './words/english.ts';
import { GERMAN } from './words/german.ts';
import { DUTCH_AND_NORDIC, JAPANESE, ROMANCE, RUSSIAN, TURKISH_AND_SLAVIC } from './words/otherLanguages.ts';

/** Words that say nothing. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  `销售 销货 采购 所需 实际 应收 本 的 所 方 次 项 主 原币 业务 明细 本次 商品和服务 应税劳务 劳务 规格维度 商品维度 维度 或 及 中 以 按 计 开立 出具 元 成交 执行 合格 所属 内部 吨 件 箱 盒 瓶 支 袋 桶 包 公斤 千克 净销 实销 实售 实入
  数电 trade supply
  the identification sd field feld actual ist of for in to by my our your and or with as is was
  der des die das von im und oder eur usd gbp cny rmb chf dc fc tc doccurr detail details
  unser unsere unserer tatsaechlich tatsaechliche tatsaechliches tatsaechlicher durchschn durchschnittlich
  de la le les du del di da el van het een och
  tbl table dbo vw dim fact fk pk sys str int dbl lng bt nbt x z f u c v`
    .trim()
    .split(/\s+/),
);

/** Before another word `sales` and `purchase` only say whose paper it is. */
export const SIDE_WORDS: ReadonlySet<string> = new Set(
  `sales sls sale sell selling sel sll sold buy buying purchase purchases purchased pur purchasing procurement
  verkauf verkaufs verk eink verkaufte verkaufter vertriebs einkauf einkaufs handels ausgangs ar ap
  vente ventes achat achats venta ventas compra compras vendita acquisto verkoop inkoop`
    .trim()
    .split(/\s+/),
);

/** Notions by word: all languages together; a word of a later one never means something else in an earlier one. */
export const LEXICON: ReadonlyMap<string, readonly Notion[]> = lexicon(
  ENGLISH,
  GERMAN,
  CHINESE,
  ROMANCE,
  DUTCH_AND_NORDIC,
  TURKISH_AND_SLAVIC,
  RUSSIAN,
  JAPANESE,
);

function lexicon(...tables: readonly string[]): ReadonlyMap<string, readonly Notion[]> {
  const words = new Map<string, readonly Notion[]>();
  for (const line of tables.flatMap((table) => table.trim().split('\n'))) {
    const [list = '', notions = ''] = line.split(': ');
    for (const word of list.split(' ')) {
      const folded = foldedName(word);
      if (!words.has(folded)) words.set(folded, notions.split(' ') as Notion[]);
    }
  }
  return words;
}
