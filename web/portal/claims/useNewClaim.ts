import { useMutation } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import type { paths } from '../../api/openApi.ts';
import type { SentMessage } from './claimTypes.ts';
import { sendProof } from './sendProof.ts';

type Body = NonNullable<
  paths['/api/v1/claim-messages/claims']['post']['requestBody']
>['content']['application/json'];

/** What is said along with a claim. Both belong to a claim, which there is only once it is taken in. */
type Along = { readonly why: string; readonly proof: File | undefined };

type Sending = {
  readonly body: Body;
  readonly along: Along;
  /** What was sent from the same form before: where it was refused, this one mends it. */
  readonly before: string | undefined;
};

/** `notAlong`: it is not taken in after a while, so what goes along with it was not sent. */
type Sent = 'whole' | 'refused' | 'notAlong';

const LOOK_AGAIN_MS = 1500;

/** Somebody who is still there after a minute sees by the message itself what holds it up. */
const LOOKS_MOST = 40;

/** Sends a claim, and what goes along with it as soon as it is taken in. */
export function useNewClaim(onSent: (message: string) => void) {
  return useMutation({
    mutationFn: async ({ body, along, before }: Sending): Promise<Sent> => {
      const id = await sentId(body, before);
      if (id === undefined) return 'notAlong';
      onSent(id);
      const text = along.why.trim();
      if (text === '' && along.proof === undefined) return 'whole';
      const message = await takenIn(id);
      if (message === undefined) return 'notAlong';
      const [claim] = message.claims;
      if (claim === undefined) return 'refused';
      if (text !== '') await call.POST('/api/v1/claim-messages/comments', { body: { claim, text } });
      if (along.proof !== undefined) await sendProof(claim, along.proof);
      return 'whole';
    },
  });
}

/** A row that waits from before is sent once more with what is said now, and so waits no longer. */
async function sentId(body: Body, before: string | undefined): Promise<string | undefined> {
  const first = before === undefined ? undefined : await readMessage(before);
  const [row] = first?.state === 'quarantined' ? first.waiting : [];
  const [set] = body.rows;
  if (first === undefined || row === undefined || set === undefined) {
    return (await call.POST('/api/v1/claim-messages/claims', { body })).data?.id;
  }
  const path = { id: first.id };
  const repair = { params: { path }, body: { rows: [{ row, set: { ...set, partner: body.partner } }] } };
  return (await call.POST('/api/v1/claim-messages/{id}/repair', repair)).data?.id;
}

/** A message as soon as somebody has taken it in or refused it; none where nobody has yet. */
async function takenIn(id: string): Promise<SentMessage | undefined> {
  for (let look = 0; look < LOOKS_MOST; look += 1) {
    const message = await readMessage(id);
    if (message !== undefined && message.state !== 'waiting') return message;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  return undefined;
}

async function readMessage(id: string): Promise<SentMessage | undefined> {
  return (await call.GET('/api/v1/claim-messages/{id}', { params: { path: { id } } })).data;
}
