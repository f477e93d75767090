import { httpCourier } from '../../adapters/webhooks/httpCourier.ts';
import type { Courier } from '../../app/ports/courier.ts';
import { testKeys } from './testKeys.ts';

/** Sends in earnest, to receivers of the test on this machine too; whoever does not answer is waited for shortly. */
export function testCourier(timeoutMs = 500): Courier {
  return httpCourier({ privateHosts: ['127.0.0.1'], userAgent: 'OpenRebate/test', timeoutMs });
}

/** What a worker of a test tells programs of others with. */
export function testOutside(timeoutMs?: number) {
  return { keys: testKeys(1), courier: testCourier(timeoutMs) };
}
