import { Secret, TOTP } from 'otpauth';
import { encode } from 'uqr';
import type { Totp } from '../../app/ports/factors.ts';

const ISSUER = 'OpenRebate';
const PERIOD_S = 30;
/** As RFC 4226 wants at least, and as programs for codes take them. */
const KEY_BYTES = 20;

/** Codes by time, by the algorithm that every program for them knows. */
export function timedCodes(): Totp {
  return {
    make: (label) => {
      const secret = new Secret({ size: KEY_BYTES });
      return { key: secret.base32, address: totpOf(secret, label).toString() };
    },
    stepOf: (key, code, at) => {
      const totp = totpOf(Secret.fromBase32(key), '');
      const delta = totp.validate({ token: code, window: 1, timestamp: at.getTime() });
      return delta === null ? undefined : Math.floor(at.getTime() / 1000 / PERIOD_S) + delta;
    },
    square: (text) => {
      const { size, data } = encode(text, { ecc: 'M', border: 2 });
      const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
      return { size, path: path.join('') };
    },
  };
}

function totpOf(secret: Secret, label: string): TOTP {
  return new TOTP({ issuer: ISSUER, label, secret, algorithm: 'SHA1', digits: 6, period: PERIOD_S });
}
