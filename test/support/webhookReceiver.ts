import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what was sent is what the test is about.
  readonly body: any;
};

/** How a receiver answers; one that does nothing never does. */
export type Answering = (received: Received, response: ServerResponse) => void;

export type Receiver = {
  readonly url: string;
  readonly port: number;
  /** In the order in which they came. */
  readonly received: Received[];
  answer: Answering;
  readonly close: () => Promise<void>;
};

export const answered =
  (status: number, text = '', headers: Record<string, string> = {}): Answering =>
  (_, response) => {
    response.writeHead(status, headers).end(text);
  };

/** A real server that is told of events, on this machine. */
export async function webhookReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const one = { url: request.url ?? '', headers: request.headers, text, body: JSON.parse(text) };
    received.push(one);
    receiver.answer(one, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    ...{ url: `http://127.0.0.1:${port}/hooks`, port, received, answer: answered(204) },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}
