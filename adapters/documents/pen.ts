import PDFDocument from 'pdfkit';
import { brokenLines } from './brokenLines.ts';
import { FIRST_FACE, runsOf, type Weight } from './typefaces.ts';

/** How a text is set. Units: points. */
export type Style = { readonly size: number; readonly weight: Weight; readonly colour?: string };

/** A4 in points, and the margins of every page. */
export const PAGE = { width: 595.28, height: 841.89, left: 50, right: 50, top: 50, bottom: 60 };
export const ROOM = PAGE.width - PAGE.left - PAGE.right;
export const INK = '#1a1a1a';
export const GREY = '#5f6368';

/** From one line of a text to the next, in sizes of its signs. */
const LEADING = 1.45;
const OUTLINE = 0.03;

/**
 * Draws texts on the pages of a PDF. Where a text stands is said by who calls; in which fonts, the text.
 */
export class Pen {
  readonly pdf: InstanceType<typeof PDFDocument>;
  private readonly ends: Promise<Uint8Array>;

  constructor(about: { readonly title: string; readonly language: string; readonly created: Date }) {
    this.pdf = new PDFDocument({
      size: [PAGE.width, PAGE.height],
      margins: { left: PAGE.left, right: PAGE.right, top: PAGE.top, bottom: 0 },
      font: FIRST_FACE,
      lang: about.language,
      displayTitle: true,
      tagged: true,
      pdfVersion: '1.7',
      bufferPages: true,
      info: {
        Title: about.title,
        CreationDate: about.created,
        Producer: 'OpenRebate',
        Creator: 'OpenRebate',
      },
    });
    const parts: Uint8Array[] = [];
    this.pdf.on('data', (part: Uint8Array) => parts.push(part));
    this.ends = new Promise((resolve, reject) => {
      this.pdf.on('end', () => resolve(Buffer.concat(parts)));
      this.pdf.on('error', reject);
    });
  }

  /** The file, when everything is drawn. */
  end(): Promise<Uint8Array> {
    this.pdf.end();
    return this.ends;
  }

  leading({ size }: Style): number {
    return size * LEADING;
  }

  widthOf(text: string, { size, weight }: Style): number {
    return runsOf(text, weight).reduce(
      (width, run) => width + this.pdf.font(run.face.file).fontSize(size).widthOfString(run.text),
      0,
    );
  }

  lines(text: string, room: number, style: Style): string[] {
    return brokenLines(text, room, (part) => this.widthOf(part, style));
  }

  /** One line of text, from `x` on or up to it. */
  line(text: string, x: number, y: number, style: Style, side: 'start' | 'end' = 'start'): void {
    let at = side === 'start' ? x : x - this.widthOf(text, style);
    const colour = style.colour ?? INK;
    for (const { text: part, face } of runsOf(text, style.weight)) {
      this.pdf.font(face.file).fontSize(style.size).fillColor(colour).strokeColor(colour);
      if (face.isOutlined) this.pdf.lineWidth(style.size * OUTLINE);
      this.pdf.text(part, at, y + style.size * 0.12, {
        lineBreak: false,
        fill: true,
        stroke: face.isOutlined,
      });
      at += this.pdf.widthOfString(part);
    }
  }

  rule(y: number, weight: number, colour: string, from = PAGE.left, to = PAGE.left + ROOM): void {
    const draw = () => this.pdf.moveTo(from, y).lineTo(to, y).lineWidth(weight).strokeColor(colour).stroke();
    this.pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    this.pdf.endMarkedContent();
  }

  /** A picture; whoever hears the paper is told what it is called, and of one without a name nothing. */
  picture(
    png: Buffer,
    place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
    name: string | undefined,
  ): void {
    const { x, y, ...size } = place;
    const draw = () => this.pdf.image(png, x, y, size);
    if (name !== undefined) {
      this.pdf.addStructure(this.pdf.struct('Figure', { alt: name }, draw));
      return;
    }
    this.pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    this.pdf.endMarkedContent();
  }
}
