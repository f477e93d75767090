/** A sample of a file as each of two encodings reads it; undefined where its bytes are none of it. */
export type DecodedSample = {
  readonly gb18030: string | undefined;
  readonly 'windows-1252': string | undefined;
};

/**
 * Which of two encodings a text is in that is no UTF-8; undefined where both or neither look like
 * text, so that somebody has to say it. Chinese is known by its most frequent characters, Western
 * European by the letters of one of its languages standing where letters and signs stand.
 */
export function decideEncoding(sample: DecodedSample): 'gb18030' | 'windows-1252' | undefined {
  const chinese = sample.gb18030 === undefined ? 'no' : chineseIn(sample.gb18030);
  const isWestern = sample['windows-1252'] !== undefined && looksWestern(sample['windows-1252']);
  if (isWestern) return chinese === 'no' ? 'windows-1252' : undefined;
  return chinese === 'yes' ? 'gb18030' : undefined;
}

/**
 * Frequent characters of running Chinese, and those of trade papers, addresses and names of firms.
 * Another encoding read as GB18030 gives any of some 20,000 characters, and few of these.
 */
const FREQUENT = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔' +
    '客户供应商编号名称规格型号单位数量价金额税率含不总合计折扣返利日期订单发票销售采购退货出入库仓存批次产品类别备注地址电话联系付款收货运费人民币元箱件个台套瓶包千克公斤吨米苏州上海北京广深圳杭江浙东省市区县路街号有限责任股份公司集团贸易实业科技食品饮料酒茶油米面糖盐奶肉鱼果蔬药材器械机电五金建化工纸塑料包装文具服鞋纺织家具玩具',
);
const FREQUENT_SHARE = 45;
const CHINESE_LEAST = 3;

function chineseIn(text: string): 'yes' | 'perhaps' | 'no' {
  let chinese = 0;
  let frequent = 0;
  let strange = 0;
  for (const character of text) {
    if (character <= '\u007f') continue;
    if (/[\u4e00-\u9fff]/.test(character)) {
      chinese += 1;
      if (FREQUENT.has(character)) frequent += 1;
    } else if (
      !/[\u3000-\u3011\u2014\u2018-\u201d\u2026\uff01-\uff5e\uffe5\u00b7\u00d7\u00b0]/.test(character)
    ) {
      strange += 1;
    }
  }
  const isFrequent = frequent * 100 >= chinese * FREQUENT_SHARE;
  if (frequent === 0 || !isFrequent || strange * 20 > chinese) return 'no';
  return chinese >= CHINESE_LEAST ? 'yes' : 'perhaps';
}

/** Letters beyond ASCII of the languages that are written in Windows-1252. */
const LANGUAGES = [
  'äöüßÄÖÜ',
  'éèêëàâçîïôûùœæÉÈÊËÀÂÇÎÏÔÛÙŒÆ',
  'áéíóúüñÁÉÍÓÚÜÑ',
  'ãõáâàçéêíóôúÃÕÁÂÀÇÉÊÍÓÔÚ',
  'åäöæøéÅÄÖÆØÉ',
  'àèéìòùÀÈÉÌÒÙ',
  'ëïéèöüËÏÉÈÖÜ',
].map((letters) => new Set(letters));
const LANGUAGE_SHARE = 80;
const LETTER = /\p{L}/u;
/** Signs that stand beside words and numbers, not inside of words. */
const SIGNS = new Set('€£¥§©®™°²³½¼¾«»„“”‘’‚–—…•·×±µªº¿¡¹†\u00a0\u00ad');
const INSIDE = new Set('’·\u00ad‘');

function looksWestern(text: string): boolean {
  const characters = [...text];
  const letters: string[] = [];
  let strange = 0;
  for (const [index, character] of characters.entries()) {
    if (character <= '\u007f') continue;
    const before = characters[index - 1] ?? ' ';
    const after = characters[index + 1] ?? ' ';
    if (SIGNS.has(character)) {
      const isInside = LETTER.test(before) && LETTER.test(after);
      if (isInside && !INSIDE.has(character)) strange += 1;
    } else if (LANGUAGES.some((language) => language.has(character))) {
      letters.push(character);
      const isLoneInWord = /[A-Za-z]/.test(before) || /[A-Za-z]/.test(after);
      if (!isLoneInWord) strange += 1;
    } else strange += 1;
  }
  if (strange * 50 > letters.length) return false;
  return letters.length === 0 || LANGUAGES.some((language) => coveredBy(letters, language));
}

function coveredBy(letters: readonly string[], language: ReadonlySet<string>): boolean {
  const covered = letters.filter((letter) => language.has(letter)).length;
  return covered * 100 >= letters.length * LANGUAGE_SHARE;
}
