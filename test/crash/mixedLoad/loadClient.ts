import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** What was heard of the server so far, by all clients together. */
export type Told = {
  readonly acknowledged: Acknowledged[];
  /** Keys of writes that were sent once and never answered: done once, or not at all. */
  readonly unanswered: string[];
  reads: number;
  retries: number;
  /** How often the server said "later", by code. */
  readonly later: Record<string, number>;
  /** Answers that nobody expected. */
  readonly odd: string[];
  isOver: boolean;
};

export type Write = {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** A write that was said to be done: sent again, it is answered with the same words. */
export type Acknowledged = { readonly write: Write; readonly status: number; readonly sha256: string };

// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what its story is about.
export type Answered = { readonly status: number; readonly etag: string; readonly body: any };

export type WriteMore = {
  readonly method?: 'PUT';
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** It changes nothing: asked again, it may say something else. */
  readonly isLook?: true;
};

/** A good client: what is not answered, or with "later", is asked again under the same key. */
export type LoadClient = {
  readonly read: (path: string) => Promise<Answered>;
  /** A text is sent as a file of CSV, anything else as JSON; `as` is the key of somebody else. */
  readonly write: (path: string, body: object | string, more?: WriteMore) => Promise<Answered>;
  /** Asked once, and given up where nothing is heard. */
  readonly writeOnce: (path: string, body: object | string) => Promise<Answered | undefined>;
};

export function newTold(): Told {
  return { acknowledged: [], unanswered: [], reads: 0, retries: 0, later: {}, odd: [], isOver: false };
}

const PATIENCE_MS = 10_000;
const PAUSE_MS = 100;

export function loadClient(address: string, secret: string, told: Told): LoadClient {
  const read = async (path: string) => {
    const headers = { authorization: `Bearer ${secret}` };
    const answered = await untilAnswered(told, `${address}${path}`, { headers });
    told.reads += 1;
    return answered;
  };
  const write = async (path: string, body: object | string, more: WriteMore = {}) => {
    const asked = writeOf(path, body, more.as ?? secret, more);
    const answered = await untilAnswered(told, `${address}${path}`, { ...asked });
    if (answered.status < 300 && !more.isLook) told.acknowledged.push(acknowledgedOf(asked, answered));
    return answered;
  };
  const writeOnce = async (path: string, body: object | string) => {
    const asked = writeOf(path, body, secret, {});
    const answered = await send(`${address}${path}`, { ...asked });
    if (answered !== undefined && answered.status < 300) {
      told.acknowledged.push(acknowledgedOf(asked, answered));
    } else if (isLater(answered)) told.unanswered.push(asked.headers['idempotency-key'] as string);
    return isLater(answered) ? undefined : answered;
  };
  return { read, write, writeOnce };
}

function writeOf(path: string, body: object | string, secret: string, more: WriteMore): Write {
  const isFile = typeof body === 'string';
  return {
    method: more.method ?? 'POST',
    path,
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': isFile ? 'text/csv' : 'application/json',
      'idempotency-key': randomUUID(),
      ...more.headers,
    },
    body: isFile ? body : JSON.stringify(body),
  };
}

type Heard = Answered & { readonly text: string };

function acknowledgedOf(write: Write, { status, text }: Heard): Acknowledged {
  return { write, status, sha256: createHash('sha256').update(text).digest('hex') };
}

/** No answer, or one that says that nothing was done yet. */
function isLater(heard: Answered | undefined): boolean {
  return heard === undefined || heard.status >= 500 || heard.status === 429;
}

async function untilAnswered(told: Told, url: string, request: RequestInit): Promise<Heard> {
  for (;;) {
    const heard = await send(url, request);
    if (heard !== undefined && !isLater(heard)) return heard;
    const code = heard?.body.code;
    if (code !== undefined) told.later[code] = (told.later[code] ?? 0) + 1;
    told.retries += 1;
    await sleep(PAUSE_MS);
  }
}

async function send(url: string, request: RequestInit): Promise<Heard | undefined> {
  try {
    const answer = await fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE_MS) });
    const text = await answer.text();
    const isJson = (answer.headers.get('content-type') ?? '').includes('json');
    const body = isJson ? JSON.parse(text) : text;
    return { status: answer.status, etag: answer.headers.get('etag') ?? '', body, text };
  } catch {
    return undefined;
  }
}

/** Sends everything again that was said to be done; gives those that are answered otherwise. */
export async function answeredOtherwise(
  address: string,
  acknowledged: readonly Acknowledged[],
): Promise<string[]> {
  const left = [...acknowledged];
  const otherwise: string[] = [];
  const ask = async () => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) {
      const { write, status, sha256 } = one;
      const heard = await untilAnswered(newTold(), `${address}${write.path}`, { ...write });
      const again = acknowledgedOf(write, heard);
      if (again.status !== status || again.sha256 !== sha256) {
        otherwise.push(`${write.method} ${write.path}: ${status}, then ${heard.status} ${heard.text}`);
      }
    }
  };
  await Promise.all(Array.from({ length: 4 }, ask));
  return otherwise;
}
