import { type Line, type LineReference, lineKey } from './line.ts';
import { originalOf } from './originalOf.ts';

/** The last word of a line that names another one; `isWithdrawn` where nobody says it any more. */
export type Correcting = { readonly line: Line; readonly isWithdrawn: boolean };

type LineKey = Parameters<typeof lineKey>[0];

/** How much of a chain a line shows. */
const CHAIN_MAX = 100;

/**
 * The lines that stand, where some correct others. A line is replaced as long as one that names it
 * stands, or stood and was itself corrected by one that does; all lines of one document that name it
 * stand in its place together, so that a corrected invoice may split a line. Two documents that
 * correct one line contradict each other, and so do lines that correct each other in a circle: which
 * of them is meant, nobody can say, so they stand and are marked. A return of a replaced line takes
 * back what stands in its place, where that is one line. It depends on what is known and not on the
 * order in which it became known.
 * Shape: `lines` is any part of the known lines, `correcting` all that correct another one.
 */
export function withCorrections(lines: readonly Line[], correcting: readonly Correcting[]): Line[] {
  if (correcting.length === 0) return [...lines];
  const corrections = new Corrections(correcting);
  return lines.flatMap((line) => {
    if (corrections.isReplaced(lineKey(line))) return [];
    return [corrections.withOriginal(corrections.withChain(line))];
  });
}

/** Tells of a line whether others stand in its place. */
export function replacedLines(correcting: readonly Correcting[]): (line: LineKey) => boolean {
  const corrections = new Corrections(correcting);
  return (line) => corrections.isReplaced(lineKey(line));
}

/** The lines that stand in the place of another one; empty where it stands itself, or is in a circle. */
export function replacedBy(line: LineKey, correcting: readonly Correcting[]): readonly Line[] {
  return new Corrections(correcting).leaves(lineKey(line));
}

/** The lines in whose place a line stands or stood, the one that it names first. */
export function chainOf(line: Line, correcting: readonly Correcting[]): readonly LineReference[] {
  return new Corrections(correcting).withChain(line).correction?.chain ?? [];
}

type Link = Correcting & { readonly key: string; readonly original: string };

class Corrections {
  private readonly links: ReadonlyMap<string, Link>;
  /** Of each line that is named: the links that hold. */
  private readonly holding: ReadonlyMap<string, readonly Link[]>;
  private readonly circled: ReadonlySet<string>;
  private readonly contradicted = new Map<string, boolean>();

  constructor(correcting: readonly Correcting[]) {
    const links = correcting.map((one) => ({
      ...one,
      key: lineKey(one.line),
      original: lineKey({ source: one.line.source, ...(one.line.correctionOf as LineReference) }),
    }));
    this.links = new Map(links.map((link) => [link.key, link]));
    this.holding = Map.groupBy(holdingOf(links, this.links), ({ original }) => original);
    this.circled = circledIn(this.links);
  }

  isReplaced(key: string): boolean {
    return this.holding.has(key) && !this.circled.has(key);
  }

  withChain(line: Line): Line {
    const link = this.links.get(lineKey(line));
    if (link === undefined) return line;
    const correction = { chain: this.chainOf(link), isContradicted: this.isContradicted(link.key) };
    return { ...line, correction };
  }

  withOriginal(line: Line): Line {
    const { returnOf, original: _, ...rest } = line;
    const key = returnOf && lineKey({ source: line.source, ...returnOf });
    if (key === undefined || !this.isReplaced(key)) return line;
    const [one, ...others] = this.leaves(key);
    const isOne = one !== undefined && others.length === 0 && !this.isContradicted(lineKey(one));
    return { ...rest, returnOf, ...(isOne && { original: originalOf(one) }) } as Line;
  }

  /** What stands at the ends of all chains that begin with a line. */
  leaves(key: string): readonly Line[] {
    if (!this.isReplaced(key)) return [];
    const found: Line[] = [];
    const open = [...(this.holding.get(key) ?? [])];
    for (let link = open.pop(); link !== undefined; link = open.pop()) {
      const next = this.holding.get(link.key);
      if (next === undefined) found.push(link.line);
      else open.push(...next);
    }
    return found;
  }

  private chainOf(link: Link): LineReference[] {
    const chain: LineReference[] = [];
    let next: Link | undefined = link;
    while (next !== undefined && chain.length < CHAIN_MAX) {
      chain.push(next.line.correctionOf as LineReference);
      next = next.original === link.key ? undefined : this.links.get(next.original);
    }
    return chain;
  }

  /** Somewhere up its chain two documents name one line, or the chain has no end. */
  private isContradicted(key: string): boolean {
    const path: string[] = [];
    const seen = new Set<string>();
    let at = this.links.get(key);
    let found: boolean | undefined;
    while (found === undefined) {
      if (at === undefined) found = false;
      else if (seen.has(at.key) || this.circled.has(at.key) || this.isNamedTwice(at.original)) found = true;
      else {
        seen.add(at.key);
        path.push(at.key);
        found = this.contradicted.get(at.original);
        at = this.links.get(at.original);
      }
    }
    for (const passed of [key, ...path]) this.contradicted.set(passed, found);
    return found;
  }

  private isNamedTwice(original: string): boolean {
    return new Set(this.holding.get(original)?.map(({ line }) => line.document)).size > 1;
  }
}

/** The links that hold: their line stands, or one that holds corrects it in turn. */
function holdingOf(links: readonly Link[], byKey: ReadonlyMap<string, Link>): Set<Link> {
  const holding = new Set<Link>();
  for (const standing of links) {
    let link: Link | undefined = standing.isWithdrawn ? undefined : standing;
    while (link !== undefined && !holding.has(link)) {
      holding.add(link);
      link = byKey.get(link.original);
    }
  }
  return holding;
}

/** The lines that correct each other in a circle, found by going up from each line once. */
function circledIn(links: ReadonlyMap<string, Link>): Set<string> {
  const circled = new Set<string>();
  const done = new Set<string>();
  for (const start of links.keys()) {
    const path = new Set<string>();
    let key: string | undefined = start;
    while (key !== undefined && !done.has(key) && !path.has(key)) {
      path.add(key);
      key = links.get(key)?.original;
    }
    if (key !== undefined && path.has(key)) {
      const way = [...path];
      for (const member of way.slice(way.indexOf(key))) circled.add(member);
    }
    for (const passed of path) done.add(passed);
  }
  return circled;
}
