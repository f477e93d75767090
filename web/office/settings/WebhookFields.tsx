import { useSay } from '../../text/ReaderContext.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Settings.module.css';
import { type EventKind, KINDS_BY_THING } from './webhookKinds.ts';
import { webhookTexts } from './webhookTexts.ts';

export type WebhookDraft = {
  readonly name: string;
  readonly url: string;
  readonly kinds: readonly EventKind[];
};

type Props = { readonly draft: WebhookDraft; readonly onChange: (draft: WebhookDraft) => void };

/** Whether enough is said to send it. */
export function isWholeWebhook({ name, url, kinds }: WebhookDraft): boolean {
  return name.trim() !== '' && url.trim() !== '' && kinds.length > 0;
}

/** What it is called, where it is, and what is told there. */
export function WebhookFields({ draft, onChange }: Props) {
  const say = useSay(webhookTexts);
  const { name, url, kinds } = draft;
  const toggle = (one: EventKind, is: boolean) =>
    onChange({ ...draft, kinds: is ? [...kinds, one] : kinds.filter((kind) => kind !== one) });
  return (
    <>
      <TextField label={say('name')} value={name} onChange={(text) => onChange({ ...draft, name: text })} />
      <TextField
        label={say('url')}
        hint={say('urlHint')}
        type="url"
        value={url}
        onChange={(text) => onChange({ ...draft, url: text })}
      />
      <fieldset className={`${styles.roles} ${styles.wide}`}>
        <legend>{say('kinds')}</legend>
        {KINDS_BY_THING.map(([thing, own]) => (
          <fieldset key={thing} className={styles.checks}>
            <legend className={styles.label}>{say(thing)}</legend>
            {own.map((kind) => (
              <CheckField key={kind} isSelected={kinds.includes(kind)} onChange={(is) => toggle(kind, is)}>
                {say(kind)}
              </CheckField>
            ))}
          </fieldset>
        ))}
      </fieldset>
    </>
  );
}
