import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';

const ITERATIONS = 4096;

/**
 * What the server keeps of a password, made here: a password that is sent in a statement can
 * end up in the server's log. Source: RFC 5803, RFC 7677.
 * Shape: the password is printable ASCII, which needs no preparation (a fault otherwise).
 */
export function scramVerifier(password: string, salt: Uint8Array): string {
  if (!/^[\x20-\x7e]+$/.test(password)) throw new Error('Fault: a role password is printable ASCII');
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${Buffer.from(salt).toString('base64')}$${storedKey}:${serverKey}`;
}
