import type { Answer } from '../../api/answer.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { webhookTexts } from './webhookTexts.ts';

type Hook = Pick<Answer<'getWebhook'>, 'state' | 'failingSince'>;

/** Whether an address is told, and whether it takes what it is told. */
export function WebhookState({ hook: { state, failingSince } }: { readonly hook: Hook }) {
  const say = useSay(webhookTexts);
  if (state === 'stopped') return <Tag meaning="bad">{say('state_stopped')}</Tag>;
  if (state === 'paused') return <Tag meaning="neutral">{say('state_paused')}</Tag>;
  if (failingSince !== null) return <Tag meaning="attention">{say('state_failing')}</Tag>;
  return <Tag meaning="good">{say('state_active')}</Tag>;
}
