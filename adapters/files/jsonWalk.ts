import { exactDecimal } from '../../core/reading/exactDecimal.ts';
import { type Refusal, refuse } from '../../core/refusal/refusals.ts';
import { FileRefused } from './fileRefusal.ts';
import { tooManyColumns } from './header.ts';
import type { ReceivedFile } from './receivedBytes.ts';

/** One cell of a JSON record: plain text, and whether the file itself says what kind it is. */
export type JsonCell = { readonly text: string; readonly isTyped: boolean };
export type JsonRecord = ReadonlyMap<string, JsonCell>;

type Level = {
  readonly isList: boolean;
  /** Where the object or list stands; the members of a list have its path and "[]". */
  readonly path: string;
  key: string;
  /** The names that came already: of two alike, other readers take the last one. */
  readonly keys: Set<string>;
  expects: 'first' | 'key' | 'colon' | 'value' | 'end';
};

const PATHS_MAX = 1000;
/** Members of one object beside the rows; what is inside of a row is bounded by its length. */
const MEMBERS_MAX = 100_000;
const PATH_LENGTH_MAX = 1000;
const WORD = /[-+.0-9A-Za-z]+/y;
const SPACE = /[ \t\r\n]*/y;

/**
 * Walks over JSON as it comes and gives the objects at one path as flat records: "" for objects at the
 * top (one a line, as in NDJSON), "[]" for the members of a list, "data.items[]" for those of a
 * list inside. Members of members are named "a.b"; a list inside a record is kept as it stands.
 * Throws FileRefused: file-syntax-invalid, file-key-repeated, file-row-too-large, file-nesting-too-deep.
 */
export class JsonWalk {
  /** How many objects stand at the top, and as members of each list. */
  readonly objects = new Map<string, number>();
  private readonly file: ReceivedFile;
  private readonly wanted: string | undefined;
  private readonly levels: Level[] = [];
  /** What stands at the top: objects may follow each other there, nothing else may. */
  private top: 'object' | 'other' | undefined;
  private records: JsonRecord[] = [];
  private record: Map<string, JsonCell> | undefined;
  /** How many levels there are outside of the record. */
  private outside = 0;
  private size = 0;
  private row = 0;
  /** A list inside a record, as far as it has come, and the levels outside of it. */
  private list: { text: string; readonly outside: number; readonly name: string } | undefined;
  private rest = '';

  /** Without a path no records are given, and what stands where is only counted. */
  constructor(file: ReceivedFile, wanted?: string) {
    this.file = file;
    this.wanted = wanted;
  }

  take(): readonly JsonRecord[] {
    const { records } = this;
    this.records = [];
    return records;
  }

  write(piece: string): void {
    this.rest = this.walk(this.rest + piece, false);
    if (this.rest.length > this.file.limits.rowBytes) this.tooLong();
  }

  end(): void {
    const rest = this.walk(this.rest, true);
    if (rest !== '' || this.levels.length > 0) this.wrong('end of file');
  }

  /** Takes what is whole off the text; gives what is left. */
  private walk(text: string, isEnd: boolean): string {
    let at = 0;
    for (;;) {
      SPACE.lastIndex = at;
      at += SPACE.exec(text)?.[0].length ?? 0;
      if (at >= text.length) return '';
      const end = tokenEnd(text, at);
      if (end === undefined || (end >= text.length && !isEnd && WORD_START.test(text[at] as string))) {
        return text.slice(at);
      }
      this.token(text.slice(at, end));
      at = end;
    }
  }

  private token(token: string): void {
    if (this.record !== undefined) this.grow(token.length);
    const first = token[0] as string;
    const level = this.levels.at(-1);
    if (level?.expects === 'colon') this.colon(level, token);
    else if (first === ',') this.comma(level);
    else if (first === '}' || first === ']') this.close(level, first === ']');
    else if (level !== undefined && expectsKey(level)) this.key(level, token);
    else if (level?.expects === 'end' || first === ':') this.wrong(token);
    else if (first === '{' || first === '[') this.open(first === '[');
    else this.scalar(token);
  }

  private colon(level: Level, token: string): void {
    if (token !== ':') this.wrong(token);
    this.expect(level, 'value', ':');
  }

  private expect(level: Level, expects: Level['expects'], written: string): void {
    level.expects = expects;
    if (this.list !== undefined) this.list.text += written;
  }

  private comma(level: Level | undefined): void {
    if (level?.expects !== 'end') this.wrong(',');
    else this.expect(level, level.isList ? 'value' : 'key', ',');
  }

  private key(level: Level, token: string): void {
    if (token[0] !== '"') this.wrong(token);
    level.key = this.textOf(token);
    if (level.keys.has(level.key)) this.repeated(level.key);
    if (level.keys.size >= MEMBERS_MAX) this.tooMany(level.keys.size + 1);
    level.keys.add(level.key);
    this.expect(level, 'colon', token);
  }

  private open(isList: boolean): void {
    this.beginTop(isList ? '[' : '{');
    const path = this.path();
    if (this.levels.length >= this.file.limits.depth || path.length > PATH_LENGTH_MAX) this.tooDeep();
    if (this.list !== undefined) this.list.text += isList ? '[' : '{';
    else if (this.record !== undefined && isList) this.beginList();
    else if (!isList && this.record === undefined) this.beginRecord(path);
    if (isList && path === this.wanted && this.record === undefined) this.wrong('[');
    this.levels.push({ isList, path, key: '', keys: new Set(), expects: 'first' });
  }

  private beginRecord(path: string): void {
    const isPlace = path === '' || path.endsWith('[]');
    if (isPlace && (this.objects.has(path) || this.objects.size < PATHS_MAX)) {
      this.objects.set(path, (this.objects.get(path) ?? 0) + 1);
    }
    if (isPlace && this.wanted === undefined) this.row = this.objects.get(path) ?? 1;
    if (path !== this.wanted) return;
    this.record = new Map();
    this.outside = this.levels.length;
    this.size = 0;
    this.row += 1;
  }

  private beginList(): void {
    this.list = { text: '[', outside: this.levels.length, name: this.name() };
  }

  private close(level: Level | undefined, isList: boolean): void {
    const mayEnd = level?.expects === 'first' || level?.expects === 'end';
    if (level === undefined || level.isList !== isList || !mayEnd) this.wrong(isList ? ']' : '}');
    this.levels.pop();
    const { list } = this;
    if (list !== undefined) {
      list.text += isList ? ']' : '}';
      if (this.levels.length === list.outside) {
        this.list = undefined;
        this.put(list.name, { text: list.text, isTyped: false });
      }
    } else if (this.record !== undefined && this.levels.length === this.outside) {
      this.records.push(this.record);
      this.record = undefined;
    }
    this.valueEnds();
  }

  private beginTop(token: string): void {
    if (this.levels.length > 0) return;
    const kind = token === '{' ? 'object' : 'other';
    if (this.top !== undefined && (this.top !== 'object' || kind !== 'object')) this.wrong(token);
    this.top = kind;
  }

  private scalar(token: string): void {
    this.beginTop(token);
    const isText = token[0] === '"';
    const cell = isText ? { text: this.textOf(token), isTyped: false } : this.word(token);
    if (this.list !== undefined) this.list.text += token;
    else if (this.record !== undefined) this.put(this.name(), cell);
    else if (this.wanted !== undefined && this.path() === this.wanted) this.wrong(token);
    this.valueEnds();
  }

  private word(token: string): JsonCell {
    if (token === 'null') return { text: '', isTyped: false };
    if (token === 'true' || token === 'false') return { text: token, isTyped: true };
    const number = /^-?(?:0|[1-9]\d*)(?![\d])/.test(token) ? exactDecimal(token) : undefined;
    return number === undefined ? this.wrong(token) : { text: number, isTyped: true };
  }

  private valueEnds(): void {
    const level = this.levels.at(-1);
    if (level !== undefined) level.expects = 'end';
  }

  /** The path of the value that comes next. */
  private path(): string {
    const level = this.levels.at(-1);
    if (level === undefined) return '';
    if (level.isList) return `${level.path}[]`;
    return level.path === '' ? level.key : `${level.path}.${level.key}`;
  }

  /** The name of the column of the value that comes next. */
  private name(): string {
    return this.levels
      .slice(this.outside)
      .map(({ key }) => key)
      .join('.');
  }

  private put(name: string, cell: JsonCell): void {
    if (this.record?.has(name)) this.repeated(name);
    this.record?.set(name, cell);
  }

  private textOf(token: string): string {
    try {
      return JSON.parse(token) as string;
    } catch {
      return this.wrong(token);
    }
  }

  private grow(by: number): void {
    this.size += by;
    if (this.size > this.file.limits.rowBytes) this.tooLong();
  }

  private at(): string {
    return `row ${Math.max(1, this.row)}`;
  }

  private refuse(refusal: Refusal): never {
    throw new FileRefused(refusal);
  }

  private wrong(token: string): never {
    const facts = { file: this.file.name, row: String(Math.max(1, this.row)), reason: token.slice(0, 40) };
    return this.refuse(refuse('file-syntax-invalid', this.at(), facts));
  }

  private repeated(key: string): never {
    const facts = { file: this.file.name, row: String(Math.max(1, this.row)), key: key.slice(0, 200) };
    return this.refuse(refuse('file-key-repeated', this.at(), facts));
  }

  private tooMany(found: number): never {
    return this.refuse(tooManyColumns(this.file.name, found, MEMBERS_MAX));
  }

  private tooLong(): never {
    const { name, limits } = this.file;
    const facts = { file: name, row: String(this.row), limit: String(limits.rowBytes) };
    return this.refuse(refuse('file-row-too-large', this.at(), facts));
  }

  private tooDeep(): never {
    const { name, limits } = this.file;
    const facts = { file: name, limit: String(limits.depth) };
    return this.refuse(refuse('file-nesting-too-deep', this.at(), facts));
  }
}

function expectsKey({ isList, expects }: Level): boolean {
  return !isList && (expects === 'first' || expects === 'key');
}

const WORD_START = /[-+.0-9A-Za-z]/;

/** Where the token that begins at a place ends; undefined for a text whose end has not come. */
function tokenEnd(text: string, at: number): number | undefined {
  if (text[at] !== '"') {
    WORD.lastIndex = at;
    return at + (WORD.exec(text)?.[0].length ?? 1);
  }
  for (let end = at + 1; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === 92) end += 1;
    else if (code === 34) return end + 1;
  }
  return undefined;
}
