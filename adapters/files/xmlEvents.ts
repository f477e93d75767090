import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Refusal, refuse } from '../../core/refusal/refusals.ts';
import { FileRefused } from './fileRefusal.ts';
import type { ReceivedFile } from './receivedBytes.ts';

/** What is made of an XML text as it comes; names are without their prefix. */
export type XmlEvents = {
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/**
 * Reads XML piece by piece; after each piece whoever asked may take what it gave.
 * Throws FileRefused: file-xml-invalid (not well-formed, no UTF-8, a document type, too deep).
 */
export async function* readXml(
  chunks: AsyncIterable<Buffer>,
  part: string,
  file: ReceivedFile,
  events: XmlEvents,
): AsyncGenerator<void> {
  const reader = new XmlReader(part, file, events);
  for await (const chunk of chunks) {
    reader.write(chunk);
    yield;
  }
  reader.end();
  yield;
}

class XmlReader {
  private readonly parser = new SaxesParser({ xmlns: false, position: false });
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private readonly part: string;
  private readonly file: ReceivedFile;
  private depth = 0;
  /** Bytes since the last thing that was a whole: a text or a tag without end is held in memory. */
  private pending = 0;

  constructor(part: string, file: ReceivedFile, events: XmlEvents) {
    this.part = part;
    this.file = file;
    this.listen(events);
  }

  private listen(events: XmlEvents): void {
    const { parser } = this;
    parser.on('error', (error) => this.refuse(error.message));
    parser.on('doctype', () => this.refuse('DOCTYPE'));
    parser.on('opentag', (tag) => {
      this.pending = 0;
      this.depth += 1;
      if (this.depth > this.file.limits.depth) this.refuse(`> ${this.file.limits.depth} levels`);
      events.open?.(localName(tag.name), (name) => attributeOf(tag as SaxesTagPlain, name));
    });
    parser.on('closetag', (tag) => {
      this.pending = 0;
      this.depth -= 1;
      events.close?.(localName(tag.name));
    });
    if (events.text !== undefined) {
      parser.on('text', events.text);
      parser.on('cdata', events.text);
    }
  }

  write(chunk: Buffer): void {
    this.pending += chunk.length;
    if (this.pending > chunk.length + 2 * this.file.limits.rowBytes) this.refuse('text without end');
    this.parser.write(this.decode(chunk));
  }

  end(): void {
    this.parser.write(this.decode());
    this.parser.close();
  }

  private decode(chunk?: Buffer): string {
    try {
      return chunk === undefined ? this.decoder.decode() : this.decoder.decode(chunk, { stream: true });
    } catch {
      return this.refuse('UTF-8');
    }
  }

  private refuse(reason: string): never {
    throw new FileRefused(xmlInvalid(this.file, this.part, reason));
  }
}

export function xmlInvalid({ name }: ReceivedFile, part: string, reason: string): Refusal {
  return refuse('file-xml-invalid', name, { file: name, part, reason: reason.slice(0, 200) });
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** By its name, with any prefix or none. */
function attributeOf({ attributes }: SaxesTagPlain, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  const prefixed = Object.keys(attributes).find((key) => key.endsWith(`:${name}`));
  return prefixed === undefined ? undefined : attributes[prefixed];
}
