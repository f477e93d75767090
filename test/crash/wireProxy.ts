import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Where a message of the program ends its way: before it reaches PostgreSQL, or right after. */
export type Cut = {
  readonly message: number;
  readonly side: 'before' | 'after';
  /** Counts only messages that begin like this; without it all. */
  readonly like?: string;
};

/** Stands between the program and PostgreSQL and counts the messages that the program sends. */
export type WireProxy = {
  readonly url: string;
  /** Counts from 1 again, and cuts once at the message given. */
  readonly arm: (cut: Cut | undefined) => void;
  /** Messages since it was armed, each by its type and, where it carries SQL, how that begins. */
  readonly seen: () => readonly string[];
  /** Whether the cut happened; resolves when PostgreSQL has ended what it was doing for us. */
  readonly wasCut: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

export async function startWireProxy(target: string): Promise<WireProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let seen: string[] = [];
  let armed: Cut | undefined;
  let cutOff: Promise<unknown> | undefined;
  const server = createServer({ noDelay: true }, (program) => {
    const database = connect({ host: hostname, port: Number(port), noDelay: true });
    const drop = () => {
      program.destroy();
      // Not destroyed: PostgreSQL still reads what was sent before the end.
      database.end();
    };
    for (const socket of [program, database]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        drop();
      });
    }
    database.on('data', (bytes) => {
      if (!program.destroyed) program.write(bytes);
    });
    const split = messageSplitter();
    program.on('data', (bytes) => {
      for (const message of split(bytes)) {
        if (program.destroyed) return;
        seen.push(message.name);
        const isCut = armed?.message === countOf(seen, armed?.like) && isLike(message.name, armed?.like);
        if (!(isCut && armed?.side === 'before')) database.write(message.bytes);
        if (!isCut) continue;
        armed = undefined;
        cutOff = once(database, 'close');
        drop();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const own = typeof address === 'object' && address !== null ? String(address.port) : '';
  return {
    url: Object.assign(new URL(target), { port: own }).href,
    arm: (cut) => {
      seen = [];
      armed = cut;
      cutOff = undefined;
    },
    seen: () => seen,
    wasCut: async () => {
      await cutOff;
      return cutOff !== undefined;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

const isLike = (name: string, like = '') => name.startsWith(like);
const countOf = (seen: readonly string[], like?: string) => seen.filter((name) => isLike(name, like)).length;

type Message = { readonly name: string; readonly bytes: Buffer };

/**
 * Cuts a stream of the frontend protocol into messages: four bytes of length and, before them in
 * all but the first message, one of type. Source: PostgreSQL 18 documentation, 54.7 Message Formats.
 */
function messageSplitter(): (bytes: Buffer) => Generator<Message> {
  let rest: Buffer = Buffer.alloc(0);
  let hasStarted = false;
  return function* split(bytes) {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const head = hasStarted ? 1 : 0;
      if (rest.length < head + 4) return;
      const length = head + rest.readUInt32BE(head);
      if (rest.length < length) return;
      const message = rest.subarray(0, length);
      rest = rest.subarray(length);
      yield { name: hasStarted ? nameOf(message) : 'startup', bytes: message };
      hasStarted = true;
    }
  };
}

function nameOf(message: Buffer): string {
  const type = String.fromCharCode(message[0] ?? 0);
  if (type !== 'Q' && type !== 'P') return type;
  const text = message.subarray(type === 'Q' ? 5 : 6, 45).toString('latin1');
  return `${type} ${text.replaceAll(/[\s\0]+/g, ' ').trim()}`;
}

/**
 * Parse, Bind, Describe, Execute and Sync go in one packet, which is answered at Sync: PostgreSQL
 * does something else only if it gets none of them, all but Sync, or all.
 */
export function differs(side: Cut['side'], message: string): boolean {
  const [type = ''] = message.split(' ');
  return side === 'before' ? !['B', 'D', 'E'].includes(type) : !['P', 'B', 'D', 'E'].includes(type);
}
