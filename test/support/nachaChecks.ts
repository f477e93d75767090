/** What stands in a NACHA file, read by columns; written without a look at how ours are made. */
export type NachaEntry = {
  readonly code: string;
  readonly bank: string;
  readonly account: string;
  readonly cents: bigint;
  readonly id: string;
  readonly name: string;
  readonly addenda: string;
};

const at = (record: string, from: number, until: number) => record.slice(from - 1, until);

function linesOf(file: string): string[] {
  return file.split(/\r?\n/).filter((line) => line !== '');
}

/** The entries of a file, with the payment text of each. */
export function nachaEntries(file: string): NachaEntry[] {
  const entries: NachaEntry[] = [];
  for (const line of linesOf(file)) {
    if (line.startsWith('6')) {
      entries.push({
        code: at(line, 2, 3),
        bank: at(line, 4, 12),
        account: at(line, 13, 29).trim(),
        cents: BigInt(at(line, 30, 39)),
        id: at(line, 40, 54).trim(),
        name: at(line, 55, 76).trim(),
        addenda: '',
      });
    } else if (line.startsWith('705')) {
      const last = entries.pop();
      if (last !== undefined) entries.push({ ...last, addenda: at(line, 4, 83).trimEnd() });
    }
  }
  return entries;
}

/**
 * Everything that is wrong with a file, record by record.
 * Source: NACHA operating rules, ACH file specifications: lengths, order, counts, hashes, totals, traces.
 */
export function nachaFaults(file: string): string[] {
  const faults: string[] = [];
  const lines = linesOf(file);
  const say = (index: number, what: string) => faults.push(`${index + 1}: ${what}`);
  let batch = { header: '', entries: 0, hash: 0n, debit: 0n, credit: 0n, lastTrace: '' };
  const whole = { batches: 0, entries: 0, hash: 0n, debit: 0n, credit: 0n };
  let isOver = false;
  if (lines.length % 10 !== 0) say(lines.length - 1, 'no whole block');
  if (!lines[0]?.startsWith('101')) say(0, 'no file header');
  for (const [index, line] of lines.entries()) {
    if (line.length !== 94) say(index, `${line.length} signs`);
    if (isOver) {
      if (line !== '9'.repeat(94)) say(index, 'no filler');
      continue;
    }
    const kind = line[0];
    if (kind === '1') {
      if (index > 0) say(index, 'a second file header');
      if (at(line, 35, 40) !== '094101') say(index, 'sizes');
    } else if (kind === '5') {
      batch = { header: line, entries: 0, hash: 0n, debit: 0n, credit: 0n, lastTrace: '' };
      whole.batches += 1;
      if (!/^\d{6}$/.test(at(line, 70, 75))) say(index, 'effective day');
    } else if (kind === '6') {
      batch.entries += 1;
      batch.hash += BigInt(at(line, 4, 11));
      const cents = BigInt(at(line, 30, 39).replaceAll(/\D/g, '0'));
      if (/^[2345][5-9]/.test(at(line, 2, 3))) batch.debit += cents;
      else batch.credit += cents;
      const weights = [3, 7, 1, 3, 7, 1, 3, 7];
      const sum = weights.reduce((total, weight, place) => total + weight * Number(line[place + 3]), 0);
      if ((10 - (sum % 10)) % 10 !== Number(line[11])) say(index, 'check digit of the bank');
      const trace = at(line, 80, 94);
      if (trace <= batch.lastTrace) say(index, 'traces do not rise');
      if (at(trace, 1, 8) !== at(batch.header, 80, 87)) say(index, 'trace of another bank');
      batch.lastTrace = trace;
      if (at(line, 79, 79) === '1' && !lines[index + 1]?.startsWith('7')) say(index, 'no addenda');
    } else if (kind === '7') {
      batch.entries += 1;
      if (at(line, 2, 3) === '05' && at(line, 88, 94) !== at(batch.lastTrace, 9, 15))
        say(index, 'addenda of another entry');
    } else if (kind === '8') {
      for (const [what, said, is] of [
        ['service class', at(line, 2, 4), at(batch.header, 2, 4)],
        ['count', BigInt(at(line, 5, 10)), BigInt(batch.entries)],
        ['hash', BigInt(at(line, 11, 20)), batch.hash % 10_000_000_000n],
        ['debit', BigInt(at(line, 21, 32)), batch.debit],
        ['credit', BigInt(at(line, 33, 44)), batch.credit],
        ['company', at(line, 45, 54), at(batch.header, 41, 50)],
        ['bank', at(line, 80, 87), at(batch.header, 80, 87)],
        ['number', at(line, 88, 94), at(batch.header, 88, 94)],
      ] as const) {
        if (said !== is) say(index, `batch ${what}: ${said} instead of ${is}`);
      }
      whole.entries += batch.entries;
      whole.hash += BigInt(at(line, 11, 20));
      whole.debit += batch.debit;
      whole.credit += batch.credit;
    } else if (kind === '9') {
      isOver = true;
      for (const [what, said, is] of [
        ['batches', BigInt(at(line, 2, 7)), BigInt(whole.batches)],
        ['blocks', BigInt(at(line, 8, 13)), BigInt(Math.ceil(lines.length / 10))],
        ['count', BigInt(at(line, 14, 21)), BigInt(whole.entries)],
        ['hash', BigInt(at(line, 22, 31)), whole.hash % 10_000_000_000n],
        ['debit', BigInt(at(line, 32, 43)), whole.debit],
        ['credit', BigInt(at(line, 44, 55)), whole.credit],
      ] as const) {
        if (said !== is) say(index, `file ${what}: ${said} instead of ${is}`);
      }
    } else say(index, `a record ${kind}`);
  }
  if (!isOver) say(lines.length - 1, 'no file control');
  return faults;
}
