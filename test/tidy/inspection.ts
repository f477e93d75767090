import type { HouseFile } from './houseFiles.ts';

/** What a rule found, and how many things it looked at: a green check that saw nothing is red. */
export type Inspection = { readonly seen: number; readonly faults: readonly string[] };

/** Looks at each file; a fault is reported with the path in front. */
export function inspect(
  files: readonly HouseFile[],
  faultsOf: (file: HouseFile) => Iterable<string>,
): Inspection {
  const faults = files.flatMap((file) => [...faultsOf(file)].map((fault) => `${file.path}: ${fault}`));
  return { seen: files.length, faults };
}
