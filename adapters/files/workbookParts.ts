import { refuse } from '../../core/refusal/refusals.ts';
import { FileRefused } from './fileRefusal.ts';
import type { ReceivedFile } from './receivedBytes.ts';
import { readXml, type XmlEvents, xmlInvalid } from './xmlEvents.ts';
import type { Archive } from './zipArchive.ts';

/** A sheet of a workbook; one that is hidden is never chosen without being named. */
export type Sheet = { readonly name: string; readonly part: string; readonly isHidden: boolean };

export type Workbook = {
  readonly sheets: readonly Sheet[];
  /** Whether days are counted from 1904 instead of 1900. */
  readonly is1904: boolean;
  readonly sharedTexts: readonly string[];
  /** By the number of a style, whether its cells show days. */
  readonly showsDay: readonly boolean[];
};

const PART_BYTES = 16 * 1024 ** 2;
const STYLES_MAX = 65_536;

/**
 * What the sheets of a workbook refer to.
 * Throws FileRefused: file-format-unknown (no workbook), file-xml-invalid, file-part-too-large.
 * Source: ECMA-376 Part 1, 18.2 (workbook), 18.4 (shared strings), 18.8 (styles).
 */
export async function readWorkbook(archive: Archive, file: ReceivedFile): Promise<Workbook> {
  const roots = await relations(archive, file, '');
  const path = roots.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!archive.has(path) || !path.endsWith('.xml')) {
    throw new FileRefused(refuse('file-format-unknown', file.name, { file: file.name, found: 'zip' }));
  }
  const related = await relations(archive, file, path);
  const partOf = (type: string) =>
    related.find((one) => one.type === type && archive.has(one.target))?.target;
  const { found, is1904 } = await sheetsOf(archive, file, path);
  const sheets = found.flatMap(({ name, id, isHidden }) => {
    const relation = related.find((one) => one.id === id);
    if (relation?.type !== 'worksheet') return [];
    if (!archive.has(relation.target)) throw new FileRefused(xmlInvalid(file, relation.target, 'missing'));
    return [{ name, part: relation.target, isHidden }];
  });
  return {
    sheets,
    is1904,
    sharedTexts: await sharedTextsOf(archive, file, partOf('sharedStrings')),
    showsDay: await stylesOf(archive, file, partOf('styles')),
  };
}

type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** What a part refers to, by paths from the root of the archive. */
async function relations(archive: Archive, file: ReceivedFile, of: string): Promise<Relation[]> {
  const folder = of.includes('/') ? of.slice(0, of.lastIndexOf('/') + 1) : '';
  const part = `${folder}_rels/${of.slice(folder.length)}.rels`;
  const found: Relation[] = [];
  if (!archive.has(part)) return found;
  await readAll(archive, file, part, {
    open: (name, attribute) => {
      if (name !== 'Relationship') return;
      const target = attribute('Target') ?? '';
      found.push({
        id: attribute('Id') ?? '',
        type: (attribute('Type') ?? '').replace(/^.*\//, ''),
        target: target.startsWith('/') ? target.slice(1) : resolved(`${folder}${target}`),
      });
    },
  });
  return found;
}

function resolved(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

async function sheetsOf(archive: Archive, file: ReceivedFile, part: string) {
  const found: { name: string; id: string; isHidden: boolean }[] = [];
  let is1904 = false;
  await readAll(archive, file, part, {
    open: (name, attribute) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const isHidden = (attribute('state') ?? 'visible') !== 'visible';
      found.push({ name: attribute('name') ?? '', id: attribute('id') ?? '', isHidden });
    },
  });
  return { found, is1904 };
}

/** The texts that cells share, without the pronunciation that may stand beside them. */
async function sharedTextsOf(
  archive: Archive,
  file: ReceivedFile,
  part: string | undefined,
): Promise<readonly string[]> {
  const texts: string[] = [];
  if (part === undefined) return texts;
  const collect = textCollector((text) => texts.push(text));
  await readAll(archive, file, part, collect('si'), file.limits.sharedBytes);
  return texts;
}

/** Puts the pieces of a rich text together, for each element of a name. */
export function textCollector(done: (text: string) => void): (element: string) => XmlEvents {
  return (element) => {
    let text: string | undefined;
    let isText = false;
    let aside = 0;
    return {
      open: (name) => {
        if (name === element) text = '';
        else if (name === 'rPh') aside += 1;
        else if (name === 't') isText = aside === 0;
      },
      text: (piece) => {
        if (text !== undefined && isText) text += piece;
      },
      close: (name) => {
        if (name === 'rPh') aside -= 1;
        else if (name === 't') isText = false;
        else if (name === element && text !== undefined) {
          done(unescaped(text));
          text = undefined;
        }
      },
    };
  };
}

/** Characters that XML cannot hold are written as `_x000D_`. Source: ECMA-376 Part 1, 22.9.2.19 (ST_Xstring). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Numbers of the formats that come without being described. Source: ECMA-376 Part 1, 18.8.30. */
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

async function stylesOf(
  archive: Archive,
  file: ReceivedFile,
  part: string | undefined,
): Promise<readonly boolean[]> {
  const days = new Set(DAY_FORMATS);
  const showsDay: boolean[] = [];
  let isCell = false;
  if (part === undefined) return showsDay;
  await readAll(archive, file, part, {
    open: (name, attribute) => {
      if (name === 'numFmt' && isDayCode(attribute('formatCode') ?? ''))
        days.add(+(attribute('numFmtId') ?? ''));
      if (name === 'cellXfs') isCell = true;
      if (name !== 'xf' || !isCell) return;
      if (showsDay.length >= STYLES_MAX)
        throw new FileRefused(xmlInvalid(file, part, `> ${STYLES_MAX} styles`));
      showsDay.push(days.has(+(attribute('numFmtId') ?? '')));
    },
    close: (name) => {
      if (name === 'cellXfs') isCell = false;
    },
  });
  return showsDay;
}

/** Whether a format shows a year or a day, outside of quoted text, colours and elapsed hours. */
function isDayCode(code: string): boolean {
  const bare = code.slice(0, 300).replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?/g, '');
  return /[yd]/i.test(bare.replace(/general|standard/gi, ''));
}

async function readAll(
  archive: Archive,
  file: ReceivedFile,
  part: string,
  events: XmlEvents,
  limit = PART_BYTES,
): Promise<void> {
  for await (const _ of readXml(archive.read(part, limit), part, file, events));
}
