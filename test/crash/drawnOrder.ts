import type { Draw } from './seededRandom.ts';

/** Each name so many times, in an order that the seed gives. */
export function drawnOrder<Name extends string>(counts: Readonly<Record<Name, number>>, draw: Draw): Name[] {
  const names = Object.entries<number>(counts).flatMap(([name, count]) =>
    Array<Name>(count).fill(name as Name),
  );
  for (let at = names.length - 1; at > 0; at -= 1) {
    const other = draw(at + 1);
    [names[at], names[other]] = [names[other] as Name, names[at] as Name];
  }
  return names;
}
