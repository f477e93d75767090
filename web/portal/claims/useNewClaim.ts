import { useMutation } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import type { paths } from '../../api/openApi.ts';

type Body = NonNullable<
  paths['/api/v1/claim-messages/claims']['post']['requestBody']
>['content']['application/json'];

type Sending = {
  readonly body: Body;
  /** What was sent from the same form before: where it was refused, this one mends it. */
  readonly before: string | undefined;
};

/** Sends a claim; what becomes of it, and what goes along with it, is seen by its message. */
export function useNewClaim(onSent: (message: string) => void) {
  return useMutation({
    mutationFn: sentId,
    onSuccess: (id) => {
      if (id !== undefined) onSent(id);
    },
  });
}

/** A row that waits from before is sent once more with what is said now, and so waits no longer. */
async function sentId({ body, before }: Sending): Promise<string | undefined> {
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

async function readMessage(id: string) {
  return (await call.GET('/api/v1/claim-messages/{id}', { params: { path: { id } } })).data;
}
