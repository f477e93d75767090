import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the part of the heap for young objects from growing, for a command that lets a file stream
 * through: V8 would grow it to a hundred megabytes of rows that are gone already, and would be no quicker.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
