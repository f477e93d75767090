import type { FileLimits } from '../fileLimits.ts';
import { FileRefused } from '../fileRefusal.ts';
import { lookedAt, type ReceivedFile, streamBytes } from '../receivedBytes.ts';
import { readXml, xmlInvalid } from '../xmlEvents.ts';

/** An element of a file of a bank, with all that stands in it. */
export type XmlNode = {
  readonly name: string;
  readonly currency: string | undefined;
  text: string;
  readonly children: XmlNode[];
};

/** More than any entry of a bank has; a batch of ten thousand payments has a quarter of it. */
const NODES_MAX = 1_000_000;

/**
 * The children of the elements at a depth, one after the other, each with the name of the element above it:
 * what lies between is not held. Throws FileRefused, as readXml.
 */
export async function* childNodes(
  place: { readonly path: string; readonly name: string; readonly limits: FileLimits },
  depth: number,
): AsyncGenerator<{ readonly parent: string; readonly node: XmlNode }> {
  const file = await lookedAt(place);
  const collector = new Collector(file, depth);
  const { out } = streamBytes(file);
  for await (const _ of readXml(out, file.name, file, collector.events)) yield* collector.taken();
}

class Collector {
  readonly events = {
    open: (name: string, attribute: (name: string) => string | undefined) =>
      this.open(name, attribute('Ccy')),
    text: (text: string) => this.text(text),
    close: () => this.close(),
  };
  private readonly above: string[] = [];
  private readonly under: XmlNode[] = [];
  private ready: { readonly parent: string; readonly node: XmlNode }[] = [];
  private readonly file: ReceivedFile;
  private readonly depth: number;
  private nodes = 0;

  constructor(file: ReceivedFile, depth: number) {
    this.file = file;
    this.depth = depth;
  }

  taken() {
    const ready = this.ready;
    this.ready = [];
    return ready;
  }

  private open(name: string, currency: string | undefined): void {
    if (this.under.length === 0 && this.above.length < this.depth) {
      this.above.push(name);
      return;
    }
    this.nodes += 1;
    if (this.nodes > NODES_MAX) throw new FileRefused(xmlInvalid(this.file, name, `> ${NODES_MAX} elements`));
    const node: XmlNode = { name, currency, text: '', children: [] };
    this.under.at(-1)?.children.push(node);
    this.under.push(node);
  }

  private text(text: string): void {
    const node = this.under.at(-1);
    if (node !== undefined) node.text += text;
  }

  private close(): void {
    const node = this.under.pop();
    if (node === undefined) {
      this.above.pop();
      return;
    }
    if (this.under.length > 0) return;
    this.nodes = 0;
    this.ready.push({ parent: this.above.at(-1) ?? '', node });
  }
}

/** The first element at the end of a way, and its text without blanks around it. */
export function nodeAt(node: XmlNode | undefined, ...way: readonly string[]): XmlNode | undefined {
  return way.reduce<XmlNode | undefined>(
    (at, name) => at?.children.find((child) => child.name === name),
    node,
  );
}

export function textAt(node: XmlNode | undefined, ...way: readonly string[]): string | undefined {
  const text = nodeAt(node, ...way)?.text.trim();
  return text === '' ? undefined : text;
}

/** All elements of a name right below. */
export function nodesAt(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((child) => child.name === name) ?? [];
}
