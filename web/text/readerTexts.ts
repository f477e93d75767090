import { texts } from './texts.ts';

/** What belongs to spans and rates wherever they are written. */
export const readerTexts = texts(
  {
    span: '{firstDay} – {lastDay}',
    inCurrency: '{title}, {currency}',
    perUnit: '{amount} per {unit}',
    oneUnit: 'unit',
    free: '{give} free for each {per}, at {amount}',
  },
  {
    span: '{firstDay}至{lastDay}',
    inCurrency: '{title}（{currency}）',
    perUnit: '每{unit} {amount}',
    oneUnit: '单位',
    free: '每 {per} 赠 {give}，单价 {amount}',
  },
);
