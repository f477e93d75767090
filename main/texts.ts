import type { StateTally } from '../core/cell/cell.ts';
import type { Block, Exclusion } from '../core/plan/matchLine.ts';
import { fillText } from '../core/wording/fillText.ts';
import type { Language } from '../core/wording/language.ts';

/** What commands say, in both languages. Explanations and refusals have their texts in core. */
const EN = {
  rows: '  {name}: {rows} {rows|row|rows}',
  received: 'received',
  demoIsThere: 'The demo data is there.',
  calculated: '  {agreement}: {earnings} {earnings|earning|earnings}, {booked} booked, {left} left',
  calculatedAll:
    '{agreements} {agreements|agreement|agreements} calculated, {booked} {booked|difference|differences} booked',
  bookedLater: '{agreement}: {booked} {booked|difference|differences} booked',
  moreEarnings: '… and {more} more',
  difference: '  booked {booked}, difference {delta}',
  unsupported: 'booked {booked} for {partner} ({term}), which nothing supports any more: difference {delta}',
  valid: '{agreement}: valid, {terms} {terms|term|terms}',
  warning: '  warning  {at}: {finding} ({code})',
  notice: '  notice   {at}: {finding} ({code})',
  otherFormulas:
    'Term {term}: the same volume under the other formulas, before rounding (* is the one of the agreement)',
  assumedPayout: 'on a payout measure of {value}',
  assumedBaseline: 'with a baseline of {value}',
  templateHint: 'openrebate agreement template <name> prints one of them as JSON, to start from.',
  recorded: '{agreement}: version {version}, recorded',
  knownAlready: '{agreement}: version {version}, known already',
  masterImported: '{received} received, {changed} new or changed',
  migrated: 'PostgreSQL {version}: schema {schema}, {applied} {applied|migration|migrations} applied',
  backedUp:
    '{file}: {rows} {rows|row|rows} in {tables} {tables|table|tables}, schema {schema}, {bytes} bytes, written and read back',
  restored:
    '{file}: {rows} {rows|row|rows} in {tables} {tables|table|tables} restored and read back; schema {schema}',
  moved:
    '{rows} {rows|row|rows} in {tables} {tables|table|tables} moved and read back; schema {schema}. The source was only read: set DATABASE_URL to the new place before you start again.',
  backupWhole:
    '{file}: whole; {rows} {rows|row|rows} in {tables} {tables|table|tables}, schema {schema}, of {takenAt}, OpenRebate {program}, PostgreSQL {server}; keys needed: {keys}',
  upgradeBackup: 'The schema goes from {from} to {to}. As it was, it lies in {file}.',
  noUpgradeBackup:
    'The schema goes from {from} to {to}, without a backup: OPENREBATE_BACKUPS names no folder for one.',
  lostDatabase: 'The database cannot be reached, or was lost: {reason}. The command may be given again.',
  tenant: '{tenant}, business day {day}, batch {batch}, {due} {due|agreement|agreements} due',
  fitness: 'PostgreSQL {version}, role {role}, schema {schema}',
  lastBackup: '{at}, {hours} {hours|hour|hours} ago',
  noBackup: 'none was made yet',
  good: 'good',
  bad: 'bad ',
  monthsShown: 'Payout measure by month:',
  linesShown: 'Lines behind it:',
  whyNotLines: '{counted} {counted|line|lines} counted',
  whyNotMissed: '{lines} {lines|line|lines} ({document} {line}):',
  written: 'Written: {file}',
  verified:
    'Verified: {lines} {lines|line|lines} and {earnings} {earnings|earning|earnings} are what the proof says, calculated again step by step.',
  verifiedAside: '{lines} {lines|line|lines} of other partners were left aside: the proof is not about them.',
  verifiedOpened: 'The figures of all others follow from their lines, as was committed to.',
  'signature.checked': 'The signature is that of the key.',
  'signature.none': 'The proof is not signed.',
  'signature.notChecked': 'The proof is signed; the signature was not checked, since no key was given.',
  conformance: '{passed} {passed|vector|vectors} passed, {failed} failed',
  bookingsShown: 'Bookings:',
  workerStarted: 'Worker on {place}',
  noJobs: 'No jobs.',
  attempts: '{attempts} {attempts|attempt|attempts}',
  'job.waiting': 'waiting',
  'job.running': 'running',
  'job.done': 'done',
  'job.failed': 'failed',
  'job.merged': 'merged',
  'job.cancelled': 'cancelled',
  'job.calculate': 'calculate',
  'job.outage': 'the database was away',
  'job.fault': 'a fault of the program, see the log of the worker',
  'job.workerLost': 'the worker never came back',
  rowsEnded:
    'Rows of the files: {accepted} accepted, {duplicate} duplicate, {superseded} superseded, {quarantined} quarantined',
  counted: 'Lines of term {term}: {lines} counted',
  excluded: 'Lines of term {term}: {lines} excluded, {reason}',
  blocked: 'Lines of term {term}: {lines} blocked, {reason}',
} as const;

type Text = keyof typeof EN;

const ZH_CN: Readonly<Record<Text, string>> = {
  rows: '  {name}：{rows} 行',
  received: '已收到',
  demoIsThere: '演示数据已就绪。',
  calculated: '  {agreement}：应得记录 {earnings} 条，入账 {booked} 笔，剩余 {left} 份协议',
  calculatedAll: '已计算 {agreements} 份协议，入账差额 {booked} 笔',
  bookedLater: '{agreement}：入账差额 {booked} 笔',
  moreEarnings: '…… 另有 {more} 条',
  difference: '  已入账 {booked}，差额 {delta}',
  unsupported: '{partner}（{term}）已入账 {booked}，现已无任何依据：差额 {delta}',
  valid: '{agreement}：有效，共 {terms} 个条款',
  warning: '  警告  {at}：{finding}（{code}）',
  notice: '  提示  {at}：{finding}（{code}）',
  otherFormulas: '条款 {term}：同一计量在其他公式下的金额，舍入前（* 为协议所用）',
  assumedPayout: '假定计返计量为 {value}',
  assumedBaseline: '假定基期为 {value}',
  templateHint: 'openrebate agreement template <名称> 可输出其 JSON，作为起草的模板。',
  recorded: '{agreement}：第 {version} 版，已登记',
  knownAlready: '{agreement}：第 {version} 版，此前已登记',
  masterImported: '收到 {received} 条，新增或变更 {changed} 条',
  migrated: 'PostgreSQL {version}：结构版本 {schema}，本次执行迁移 {applied} 个',
  backedUp: '{file}：{tables} 个表共 {rows} 行，结构版本 {schema}，{bytes} 字节，已写入并回读核对',
  restored: '{file}：{tables} 个表共 {rows} 行已恢复并回读核对；结构版本 {schema}',
  moved:
    '{tables} 个表共 {rows} 行已迁移并回读核对；结构版本 {schema}。来源只被读取：再次启动之前，请将 DATABASE_URL 设为新的位置。',
  backupWhole:
    '{file}：完整；{tables} 个表共 {rows} 行，结构版本 {schema}，时间 {takenAt}，OpenRebate {program}，PostgreSQL {server}；所需密钥：{keys}',
  upgradeBackup: '结构版本由 {from} 升级到 {to}。升级前的数据保存在 {file}。',
  noUpgradeBackup: '结构版本由 {from} 升级到 {to}，未作备份：OPENREBATE_BACKUPS 未指定文件夹。',
  lostDatabase: '无法连接数据库，或连接已断开：{reason}。可以重新执行该命令。',
  tenant: '{tenant}，业务日期 {day}，批次 {batch}，待计算协议 {due} 份',
  fitness: 'PostgreSQL {version}，角色 {role}，结构版本 {schema}',
  lastBackup: '{at}，{hours} 小时前',
  noBackup: '尚未备份',
  good: '正常',
  bad: '异常',
  monthsShown: '各月的计返计量：',
  linesShown: '所依据的明细行：',
  whyNotLines: '计入 {counted} 行',
  whyNotMissed: '{lines} 行（{document} {line}）：',
  written: '已写入：{file}',
  verified: '验证通过：{lines} 行明细和 {earnings} 笔应得金额与证明一致，已逐步重新计算。',
  verifiedAside: '另有其他合作伙伴的明细 {lines} 行未予考虑：该证明与其无关。',
  verifiedOpened: '其他各方的数字确由其明细得出，与承诺一致。',
  'signature.checked': '签名与公钥相符。',
  'signature.none': '该证明没有签名。',
  'signature.notChecked': '该证明已签名；因未提供公钥，未核对签名。',
  conformance: '测试向量：通过 {passed} 个，未通过 {failed} 个',
  bookingsShown: '入账记录：',
  workerStarted: '任务进程已启动，数据库：{place}',
  noJobs: '没有任务。',
  attempts: '尝试 {attempts} 次',
  'job.waiting': '等待中',
  'job.running': '执行中',
  'job.done': '已完成',
  'job.failed': '已失败',
  'job.merged': '已合并',
  'job.cancelled': '已取消',
  'job.calculate': '计算',
  'job.outage': '数据库不可用',
  'job.fault': '程序错误，详见任务进程的日志',
  'job.workerLost': '任务进程失去联系',
  rowsEnded: '文件各行：已接收 {accepted}，重复 {duplicate}，已被取代 {superseded}，已隔离 {quarantined}',
  counted: '条款 {term} 的明细：计入 {lines} 行',
  excluded: '条款 {term} 的明细：排除 {lines} 行，{reason}',
  blocked: '条款 {term} 的明细：受阻 {lines} 行，{reason}',
};

const TEXTS: Readonly<Record<Language, Readonly<Record<Text, string>>>> = { en: EN, 'zh-CN': ZH_CN };

/** Why lines of a term did not count, in a few words; `explain line` says it of one line in full. */
const REASONS: Readonly<Record<Language, Readonly<Record<Exclusion | Block, string>>>> = {
  en: {
    ownRebateDocument: 'of rebate documents of ours',
    otherSide: 'of another side',
    otherCompany: 'of another company',
    dateMissing: 'without the date of the term',
    outsideWindows: 'outside the windows of the agreement',
    afterEffectiveDay: 'after the effective day',
    notPaid: 'not paid yet',
    paidLate: 'paid too late',
    notSubmitted: 'not submitted yet',
    submittedLate: 'submitted too late',
    notParticipant: 'of partners that do not take part',
    conditionNotMet: 'a condition is not met',
    exclusionMet: 'excluded by the terms',
    returnOriginalUnknown: 'the original of the return is not known yet',
    returnWithoutOriginal: 'the return names no original',
    noUnitPath: 'no way to the unit of the agreement',
    unitFactorInvalid: 'a unit factor in master data cannot be read',
    noExchangeRate: 'no way to the currency of the agreement',
    exchangeRateInvalid: 'an exchange rate in master data cannot be read',
    measureMissing: 'what is measured is missing',
    priceMissing: 'a price is missing',
    priceInvalid: 'a price in master data cannot be read',
    quantityZero: 'no quantity to take a price of',
    totalTooCoarse: 'totals taken over that say too little',
    totalCut: 'totals taken over that a window cuts',
  },
  'zh-CN': {
    ownRebateDocument: '属于本方的返利单据',
    otherSide: '属于另一方向的交易',
    otherCompany: '属于其他公司',
    dateMissing: '缺少条款所用的日期',
    outsideWindows: '不在协议的计算期间内',
    afterEffectiveDay: '晚于生效日',
    notPaid: '尚未付款',
    paidLate: '付款逾期',
    notSubmitted: '尚未申报',
    submittedLate: '申报逾期',
    notParticipant: '合作伙伴不是参与方',
    conditionNotMet: '不符合条件',
    exclusionMet: '属于条款排除的范围',
    returnOriginalUnknown: '退货的原明细行尚未收到',
    returnWithoutOriginal: '退货未注明原明细行',
    noUnitPath: '无法换算为协议的计量单位',
    unitFactorInvalid: '主数据中的单位换算无法识别',
    noExchangeRate: '无法换算为协议的币种',
    exchangeRateInvalid: '主数据中的汇率无法识别',
    measureMissing: '缺少计量所需的数据',
    priceMissing: '缺少价格',
    priceInvalid: '主数据中的价格无法识别',
    quantityZero: '数量为零，无从计算价格',
    totalTooCoarse: '接管的汇总说明不足',
    totalCut: '接管的汇总被计算期间切断',
  },
};

/** Where the lines of a term ended, as one line of text. */
export function tallyText(language: Language, { term, state, reason, lines }: StateTally): string {
  const reasons: Readonly<Record<string, string>> = REASONS[language];
  return text(language, state, { term, lines, reason: reasons[reason] ?? '' });
}

export function text(
  language: Language,
  name: Text,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const filled = Object.entries(values).map(([key, value]) => [key, String(value)]);
  return fillText(TEXTS[language][name], Object.fromEntries(filled));
}

/** Texts of one column, filled up to a width. */
export function column(content: string, width: number): string {
  return content + ' '.repeat(Math.max(0, width - widthOf(content)));
}

/** How many places a text takes in a terminal; a Chinese character takes two. */
export function widthOf(content: string): number {
  const places = Array.from(content, (character) => (/[\u2e80-\u9fff\uff00-\uff60]/.test(character) ? 2 : 1));
  return places.reduce((sum, place) => sum + place, 0);
}
