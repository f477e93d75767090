import { ExactSum } from './exactNumber.ts';

/** A number of rows, and their net value in the units of the net column. */
export class RowSum {
  lines = 0;
  private readonly small = new ExactSum();
  private large = 0n;

  /** Shape: `net` is an integer below 2^53. */
  add(lines: number, net: number): void {
    this.lines += lines;
    this.small.add(net);
  }

  addAll(lines: number, net: bigint): void {
    this.lines += lines;
    this.large += net;
  }

  addSum({ lines, net }: RowSum): void {
    this.addAll(lines, net);
  }

  take({ lines, net }: RowSum): void {
    this.addAll(-lines, -net);
  }

  get net(): bigint {
    return this.large + this.small.value;
  }
}
