import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useFields } from '../../shell/useFields.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Done } from '../../ui/Done.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { peopleTexts } from './peopleTexts.ts';
import { RoleFields } from './RoleFields.tsx';
import { codesIn, type RoleDraft, wantedOf } from './wantedRoles.ts';

const EMPTY = { email: '', name: '', partners: '' };

/** Invites one of ours, or a person of partners, by mail. */
export function InviteForm() {
  const say = useSay(peopleTexts);
  const { texts: draft, field, clear } = useFields(EMPTY);
  const [roles, setRoles] = useState<readonly RoleDraft[]>([]);
  const invite = api.useMutation('post', '/api/v1/invitations', {
    onSuccess: () => {
      clear();
      setRoles([]);
    },
  });
  const partners = codesIn(draft.partners);
  const isPartners = partners.length > 0;
  const fitting = roles.filter(({ role }) => role.startsWith('partner') === isPartners);
  const isWhole = draft.email.trim() !== '' && draft.name.trim() !== '' && fitting.length > 0;
  const send = () => {
    const { email, name } = draft;
    const of = { email: email.trim(), name: name.trim(), partners: isPartners ? partners : null };
    if (isWhole) invite.mutate({ body: { ...of, roles: fitting.map(wantedOf) } });
  };
  return (
    <Section title={say('invite')} lead={say('inviteLead')}>
      {invite.isSuccess && <Done title={say('sent')} />}
      {invite.error !== null && <Refused error={invite.error} />}
      <Form
        label={say('invite')}
        onSubmit={send}
        submit={say('send')}
        isPending={invite.isPending}
        isDisabled={!isWhole}
      >
        <TextField label={say('email')} type="email" {...field('email')} />
        <TextField label={say('name')} {...field('name')} />
        <TextField label={say('partners')} hint={say('partnersHint')} {...field('partners')} />
        <RoleFields isPartners={isPartners} value={fitting} onChange={setRoles} />
      </Form>
    </Section>
  );
}
