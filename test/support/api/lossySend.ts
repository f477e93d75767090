import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** A request that writes, over a wire on which it may come late and its answer may get lost. */
export type LossyRequest = {
  readonly port: number;
  /** The key of whoever sends it. */
  readonly key: string;
  readonly path: string;
  readonly body: object;
  readonly idempotencyKey: string;
  /** Hangs up before the answer. */
  readonly isLost: boolean;
  readonly delayMs: number;
};

/** Sends it. Status and body of the answer as one text; undefined where it was lost. */
export async function lossySend(asked: LossyRequest): Promise<string | undefined> {
  const { port, path, isLost, delayMs } = asked;
  await sleep(delayMs);
  const body = JSON.stringify(asked.body);
  const outgoing = httpRequest({
    ...{ port, host: '127.0.0.1', method: 'POST', path: `/api/v1/${path}` },
    headers: {
      authorization: `Bearer ${asked.key}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': asked.idempotencyKey,
    },
  });
  outgoing.on('error', () => undefined);
  outgoing.end(body);
  if (isLost) {
    await once(outgoing, 'finish');
    await sleep(delayMs % 7);
    outgoing.destroy();
    return undefined;
  }
  const [answer] = await once(outgoing, 'response');
  let text = '';
  for await (const chunk of answer) text += chunk;
  return `${answer.statusCode} ${text}`;
}
