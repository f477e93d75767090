import type { InspectedColumn } from '../adapters/files/inspectTable.ts';
import type { Reason } from '../core/mapping/candidate.ts';
import { fillText } from '../core/wording/fillText.ts';
import type { Language } from '../core/wording/language.ts';

/** What `inspect` says, in both languages. */
const EN = {
  file: '{name}: {format}[, encoding {encoding}][, delimiter “{delimiter}”][, quotes {quote}][, sheet “{sheet}”][, rows at “{path}”][, header in row {headerRow}]',
  rows: '{rows} {rows|row|rows} looked at, all of them',
  rowsOfMore: 'the first {rows} rows looked at',
  heads: 'column',
  holds: 'holds',
  field: 'suggested field',
  sure: 'sure',
  unsure: 'CHECK',
  asked: 'could be read in several ways: “{example}” is {readings}',
  unread: 'nothing that could be read: “{example}”',
  first: 'First rows:',
  leftOut: 'left out',
  wholeNumbers: 'whole numbers',
  hint: 'openrebate inspect {name} --write source.json writes this as a description, to be edited and used with import --source.',
} as const;
export type InspectText = keyof typeof EN;

const ZH_CN: Readonly<Record<InspectText, string>> = {
  file: '{name}：{format}[，编码 {encoding}][，分隔符“{delimiter}”][，引号 {quote}][，工作表“{sheet}”][，数据位于“{path}”][，表头在第 {headerRow} 行]',
  rows: '已查看全部 {rows} 行',
  rowsOfMore: '已查看前 {rows} 行',
  heads: '列',
  holds: '内容',
  field: '建议字段',
  sure: '确定',
  unsure: '请核对',
  asked: '有多种读法：“{example}”为 {readings}',
  unread: '无法读取：“{example}”',
  first: '前几行：',
  leftOut: '不采用',
  wholeNumbers: '整数',
  hint: 'openrebate inspect {name} --write source.json 可将其写成描述文件，修改后用于 import --source。',
};

const TEXTS = { en: EN, 'zh-CN': ZH_CN } as const;

export function inspectText(
  language: Language,
  name: InspectText,
  facts: Readonly<Record<string, string>> = {},
): string {
  return fillText(TEXTS[language][name], facts);
}

const HOLDS: Readonly<Record<Language, Readonly<Record<InspectedColumn['holds'], string>>>> = {
  en: { numbers: 'numbers', days: 'days', texts: 'texts', nothing: 'nothing' },
  'zh-CN': { numbers: '数字', days: '日期', texts: '文本', nothing: '空' },
};

export function holdsText(language: Language, holds: InspectedColumn['holds']): string {
  return HOLDS[language][holds];
}

const REASONS: Readonly<Record<Language, Readonly<Record<Reason, string>>>> = {
  en: {
    systemName: 'a name of the system',
    nameSays: 'the name says it',
    nameHalfSays: 'the name says it in part',
    valuesFit: 'the values fit',
    arithmetic: 'quantity × price gives it',
    noField: 'no field is known for it',
    rival: 'another column or field is as likely',
  },
  'zh-CN': {
    systemName: '系统字段名',
    nameSays: '列名表明',
    nameHalfSays: '列名部分表明',
    valuesFit: '数值相符',
    arithmetic: '等于数量 × 单价',
    noField: '没有对应的已知字段',
    rival: '另有同样可能的列或字段',
  },
};

export function reasonText(language: Language, reason: Reason): string {
  return REASONS[language][reason];
}
