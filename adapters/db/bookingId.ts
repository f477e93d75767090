import { hash } from 'node:crypto';
import { canonicalJson } from '../../core/text/canonicalJson.ts';

/**
 * A name-based UUID (RFC 9562, version 8, SHA-256) of the business key of a derived row: a
 * repeated run makes the same row.
 */
export function bookingId(key: readonly (string | number)[]): string {
  const hex = hash('sha256', canonicalJson(['openrebate booking', ...key]), 'hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
