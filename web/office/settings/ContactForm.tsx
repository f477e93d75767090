import { useState } from 'react';
import type { Answer } from '../../api/answer.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useMay } from '../money/useMay.ts';
import { brandTexts } from './brandTexts.ts';
import type { Deed } from './RulesSection.tsx';

type Contact = Answer<'getContact'>;
type Props = { readonly contact: Contact; readonly set: Omit<Deed<Omit<Contact, 'version'>>, 'isSuccess'> };

/** Whom people ask for help, and when; what is left empty is not shown. */
export function ContactForm({ contact, set }: Props) {
  const say = useSay(brandTexts);
  const mayChange = useMay('company:write');
  const [{ version: _, ...draft }, setDraft] = useState(contact);
  const change = (changed: Partial<typeof draft>) => setDraft({ ...contact, ...draft, ...changed });
  const { hours, note } = draft;
  return (
    <>
      <Form
        label={say('contact')}
        onSubmit={() => set.send(draft)}
        submit={mayChange ? say('save') : undefined}
        isPending={set.isPending}
      >
        <TextField
          label={say('phone')}
          type="tel"
          value={draft.phone}
          onChange={(phone) => change({ phone })}
        />
        <TextField
          label={say('email')}
          type="email"
          value={draft.email}
          onChange={(email) => change({ email: email.trim() })}
        />
        <TextField
          label={say('hoursEn')}
          value={hours.en}
          onChange={(en) => change({ hours: { ...hours, en } })}
        />
        <TextField
          label={say('hoursZh')}
          value={hours['zh-CN']}
          onChange={(zh) => change({ hours: { ...hours, 'zh-CN': zh } })}
        />
        <TextField
          label={say('noteEn')}
          value={note.en}
          onChange={(en) => change({ note: { ...note, en } })}
        />
        <TextField
          label={say('noteZh')}
          value={note['zh-CN']}
          onChange={(zh) => change({ note: { ...note, 'zh-CN': zh } })}
        />
      </Form>
      {set.error !== null && <Refused error={set.error} />}
    </>
  );
}
