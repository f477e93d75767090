import { NO_BRAND, type PaperBrand } from '../../app/brand/paperBrand.ts';
import type { Logo } from '../../app/ports/brandStore.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { fillText } from '../../core/wording/fillText.ts';
import type { Paper, PaperSection, PaperTable } from '../../core/wording/paper.ts';
import { GREY, INK, PAGE, Pen, ROOM, type Style } from './pen.ts';
import { type Place, placesOf } from './places.ts';
import { unknownSigns } from './typefaces.ts';
import { whitePng } from './whitePng.ts';

const TITLE: Style = { size: 20, weight: 'bold' };
const NAME: Style = { size: 10.5, weight: 'bold' };
const TEXT: Style = { size: 9, weight: 'regular' };
const STRONG: Style = { size: 9, weight: 'bold' };
const LABEL: Style = { size: 8, weight: 'regular', colour: GREY };
const LAST: Style = { size: 11.5, weight: 'bold' };
const HEAD: Style = { size: 8, weight: 'bold', colour: GREY };
const SMALL: Style = { size: 8, weight: 'regular' };
const SMALL_STRONG: Style = { size: 8, weight: 'bold' };
const SMALL_HEAD: Style = { size: 7.5, weight: 'regular', colour: GREY };

const BOTTOM = PAGE.height - PAGE.bottom;
const GAP = 16;
const CELL_PAD = 4;
const INDENT = 10;

/** How a table is set: those of details are closer, and without edges. */
type Look = { readonly text: Style; readonly head: Style; readonly pad: number; readonly isEdged: boolean };
const PLAIN: Look = { text: TEXT, head: HEAD, pad: CELL_PAD, isEdged: true };
const CLOSE: Look = { text: SMALL, head: SMALL_HEAD, pad: 1.5, isEdged: false };

/** A table while it is drawn. */
type Grid = {
  readonly table: PaperTable;
  readonly places: readonly Place[];
  readonly whole: PDFKit.PDFStructureElement;
  readonly look: Look;
};
const MILLISECONDS_A_DAY = 86_400_000;
/** The room that a sign has beside the title, and how large a point of it is at most, so that a small one stays sharp. */
const SIGN = { width: 150, height: 42, point: 0.75 };

/**
 * A paper as PDF on A4: fonts inside, tagged for those who hear it, tables go on over the pages with
 * their headings; with the sign and the colour of a brand, where there is one. The same paper and brand give the same bytes: the only
 * time in it is its own day.
 * Refuses: paper-sign-unknown (signs) where none of our fonts has a sign of it.
 */
export async function paperPdf(paper: Paper, brand: PaperBrand = NO_BRAND): Promise<Result<Uint8Array>> {
  const signs = unknownSigns(textsOf(paper));
  if (signs.length > 0) return refused(refuse('paper-sign-unknown', '', { signs: signs.join(' ') }));
  const created = new Date(paper.day * MILLISECONDS_A_DAY);
  const pen = new Pen({ title: paper.name, language: paper.language, created });
  new Sheet(pen, paper, brand).draw();
  return accept(await pen.end());
}

function textsOf(paper: Paper): string[] {
  return [
    paper.name,
    ...paper.parties.flatMap(({ heading, name, lines }) => [heading, name, ...lines]),
    ...[...paper.facts, ...paper.totals].flatMap(({ label, value }) => [label, value]),
    ...paper.tables.flatMap(textsOfTable),
    ...paper.notes,
    ...(paper.details ?? []).flatMap(({ heading, amount = '', texts, table }) => [
      ...[heading, amount, ...texts.map(({ text }) => text)],
      ...(table === undefined ? [] : textsOfTable(table)),
    ]),
  ];
}

function textsOfTable({ heading = '', columns, rows }: PaperTable): string[] {
  return [heading, ...columns.map((column) => column.heading), ...rows.flat()];
}

/** Draws from above to below; `y` is where the next thing stands. */
class Sheet {
  private y = PAGE.top;
  private readonly pen: Pen;
  private readonly paper: Paper;
  private readonly brand: PaperBrand;

  constructor(pen: Pen, paper: Paper, brand: PaperBrand) {
    this.pen = pen;
    this.paper = paper;
    this.brand = brand;
  }

  draw(): void {
    const { tables, notes, details = [] } = this.paper;
    this.head();
    this.y += GAP / 2;
    this.parties();
    this.facts();
    for (const table of tables) this.table(table, PLAIN);
    this.totals();
    for (const note of notes) this.block('P', note, TEXT);
    for (const section of details) this.section(section);
    this.feet();
  }

  /** What is read aloud as one. */
  private tagged(type: string, draw: () => void): void {
    const { pdf } = this.pen;
    pdf.addStructure(pdf.struct(type, {}, draw));
  }

  /** The title, and at the end of its line the sign of whose paper it is. */
  private head(): void {
    const { accent, logo, name } = this.brand;
    const style = { ...TITLE, ...(accent && { colour: accent }) };
    if (logo === undefined) {
      this.block('H1', this.paper.title, style);
      return;
    }
    const { width, height } = sizeOnPaper(logo);
    const from = this.y;
    this.block('H1', this.paper.title, style, ROOM - width - GAP);
    this.pen.picture(whitePng(logo.content), { x: PAGE.left + ROOM - width, y: from, width, height }, name);
    this.y = Math.max(this.y, from + height + CELL_PAD);
  }

  /** A text over the whole width, or over less, on as many pages as it needs. */
  private block(type: string, text: string, style: Style, room = ROOM): void {
    const { pdf } = this.pen;
    const whole = pdf.struct(type);
    pdf.addStructure(whole);
    for (const line of this.pen.lines(text, room, style)) {
      this.needs(this.pen.leading(style));
      whole.add(() => this.pen.line(line, PAGE.left, this.y, style));
      this.y += this.pen.leading(style);
    }
    whole.end();
    this.y += CELL_PAD;
  }

  /** Begins a page where there is no room for so much more. */
  private needs(height: number): boolean {
    if (this.y + height <= BOTTOM) return false;
    this.pen.pdf.addPage();
    this.y = PAGE.top;
    return true;
  }

  private parties(): void {
    const width = (ROOM - GAP) / 2;
    const from = this.y;
    let lowest = from;
    for (const [index, party] of this.paper.parties.entries()) {
      this.y = from;
      this.tagged('P', () => {
        const x = PAGE.left + index * (width + GAP);
        this.pieces([party.heading], x, width, LABEL);
        this.pieces([party.name], x, width, NAME);
        this.pieces(party.lines, x, width, TEXT);
      });
      lowest = Math.max(lowest, this.y);
    }
    this.y = lowest + GAP;
  }

  private pieces(texts: readonly string[], x: number, width: number, style: Style): void {
    for (const line of texts.flatMap((text) => this.pen.lines(text, width, style))) {
      this.pen.line(line, x, this.y, style);
      this.y += this.pen.leading(style);
    }
  }

  private facts(): void {
    const labels = Math.max(0, ...this.paper.facts.map(({ label }) => this.pen.widthOf(label, LABEL)));
    const x = PAGE.left + labels + GAP;
    for (const { label, value } of this.paper.facts) {
      const [first = '', ...more] = this.pen.lines(value, PAGE.left + ROOM - x, TEXT);
      this.needs((1 + more.length) * this.pen.leading(TEXT));
      this.tagged('P', () => {
        this.pen.line(label, PAGE.left, this.y + 0.8, LABEL);
        this.pen.line(first, x, this.y, TEXT);
        this.y += this.pen.leading(TEXT);
        this.pieces(more, x, PAGE.left + ROOM - x, TEXT);
      });
    }
    this.y += GAP;
  }

  /** A heading never stands alone at the end of a page. */
  private section({ level, heading, amount, texts, table }: PaperSection): void {
    const style = level === 2 ? STRONG : SMALL_STRONG;
    this.y += level === 2 ? GAP : GAP / 2;
    const room = amount === undefined ? ROOM : ROOM - this.pen.widthOf(amount, style) - GAP;
    const lines = this.pen.lines(heading, room, style);
    this.needs((lines.length + 3) * this.pen.leading(style));
    this.tagged(`H${level}`, () => {
      if (amount !== undefined) this.pen.line(amount, PAGE.left + ROOM, this.y, style, 'end');
      this.pieces(lines, PAGE.left, room, style);
    });
    for (const { text, depth } of texts) this.step(text, PAGE.left + depth * INDENT);
    if (table !== undefined) this.table(table, CLOSE);
  }

  /** A text of the details, from a place on. */
  private step(text: string, x: number): void {
    for (const line of this.pen.lines(text, PAGE.left + ROOM - x, SMALL)) {
      this.needs(this.pen.leading(SMALL));
      this.tagged('P', () => this.pen.line(line, x, this.y, SMALL));
      this.y += this.pen.leading(SMALL);
    }
  }

  private table(table: PaperTable, look: Look): void {
    const places = placesOf(table, (text, isHead) => this.pen.widthOf(text, isHead ? look.head : look.text));
    if (table.heading !== undefined) this.block('H2', table.heading, STRONG);
    this.needs(4 * this.pen.leading(look.text));
    const { pdf } = this.pen;
    const whole = pdf.struct('Table');
    pdf.addStructure(whole);
    const grid = { table, places, whole, look };
    this.headings(grid);
    for (const row of table.rows) this.row(row, grid);
    whole.end();
    if (!look.isEdged) return;
    this.edge();
    this.y += GAP;
  }

  /** Where a table begins and ends. */
  private edge(): void {
    this.pen.rule(this.y, 0.8, this.brand.accent ?? INK);
  }

  private headings(grid: Grid): void {
    const { table, places, look } = grid;
    if (look.isEdged) this.edge();
    this.y += look.pad;
    const cells = table.columns.map(({ heading }, index) =>
      this.pen.lines(heading, (places[index] as Place).width, look.head),
    );
    this.cells(cells, look.head, 'TH', grid);
    this.pen.rule(this.y, 0.4, GREY);
    this.y += look.pad / 2;
  }

  /** A row that is higher than what is left goes to the next page; one that is higher than a page goes on there. */
  private row(row: readonly string[], grid: Grid): void {
    const { places, look } = grid;
    let rest = row.map((text, index) => this.pen.lines(text, (places[index] as Place).width, look.text));
    const leading = this.pen.leading(look.text);
    const height = Math.max(...rest.map((lines) => lines.length)) * leading + look.pad;
    const isHigh = height > BOTTOM - PAGE.top - 4 * leading;
    if (this.needs(isHigh ? 2 * leading : height)) this.headings(grid);
    while (rest.some((lines) => lines.length > 0)) {
      if (this.needs(leading)) this.headings(grid);
      const fit = Math.max(1, Math.floor((BOTTOM - this.y) / leading));
      this.cells(
        rest.map((lines) => lines.slice(0, fit)),
        look.text,
        'TD',
        grid,
      );
      rest = rest.map((lines) => lines.slice(fit));
    }
  }

  private cells(
    cells: readonly (readonly string[])[],
    style: Style,
    type: 'TH' | 'TD',
    { places, whole, look }: Grid,
  ): void {
    const { pdf } = this.pen;
    const from = this.y;
    const leading = this.pen.leading(style);
    const drawn = cells.map((lines, index) =>
      pdf.struct(type, {}, () => {
        const { x, width, side } = places[index] as Place;
        for (const [place, line] of lines.entries()) {
          this.pen.line(line, side === 'start' ? x : x + width, from + place * leading, style, side);
        }
      }),
    );
    whole.add(pdf.struct('TR', {}, drawn));
    this.y = from + Math.max(...cells.map((lines) => lines.length)) * leading + look.pad;
  }

  /** The sums stay together. */
  private totals(): void {
    const { totals } = this.paper;
    this.needs(totals.reduce((sum) => sum + this.pen.leading(LAST), 0));
    const end = PAGE.left + ROOM;
    for (const { label, value, isLast } of totals) {
      const style = isLast ? LAST : TEXT;
      this.tagged('P', () => {
        this.pen.line(label, PAGE.left + ROOM * 0.55, this.y, style);
        this.pen.line(value, end, this.y, style, 'end');
      });
      this.y += this.pen.leading(style);
    }
    this.y += GAP;
  }

  private feet(): void {
    const { pdf } = this.pen;
    const { count } = pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      pdf.switchToPage(page);
      const y = PAGE.height - PAGE.bottom + 20;
      const pageOf = fillText(this.paper.pageOf, { page: String(page + 1), pages: String(count) });
      const [name = ''] = this.pen.lines(this.paper.name, ROOM * 0.7, LABEL);
      pdf.markContent('Artifact', { type: 'Pagination' });
      this.pen.line(name, PAGE.left, y, LABEL);
      this.pen.line(pageOf, PAGE.left + ROOM, y, LABEL, 'end');
      pdf.endMarkedContent();
    }
  }
}

/** As large as there is room for, and as its points are sharp. */
function sizeOnPaper({ width, height }: Logo): { readonly width: number; readonly height: number } {
  const scale = Math.min(SIGN.width / width, SIGN.height / height, SIGN.point);
  return { width: width * scale, height: height * scale };
}
