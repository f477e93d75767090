/** SQLSTATE classes and conditions that say that the server went away, is starting or is full, has not heard of us for too long, or that its disk is full. */
const SQLSTATE = /^(08...|25P03|57P0[1-4]|53[123]00|58030)$/;

const NETWORK: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What the driver says without a code when a connection breaks or none can be had. */
const BROKEN =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a conn)/;

/** Whether an error says that the database could not be talked to, in itself or as its cause. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (SQLSTATE.test(code) || NETWORK.has(code) || BROKEN.test(error.message)) return true;
  return error.cause !== undefined && error.cause !== error && isOutage(error.cause);
}
