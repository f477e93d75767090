import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
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
  const [draft, setDraft] = useState(EMPTY);
  const [roles, setRoles] = useState<readonly RoleDraft[]>([]);
  const invite = api.useMutation('post', '/api/v1/invitations', {
    onSuccess: () => {
      setDraft(EMPTY);
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
        actions={
          <Button type="submit" kind="primary" isPending={invite.isPending} isDisabled={!isWhole}>
            {say('send')}
          </Button>
        }
      >
        <TextField
          label={say('email')}
          type="email"
          value={draft.email}
          onChange={(email) => setDraft({ ...draft, email })}
        />
        <TextField label={say('name')} value={draft.name} onChange={(name) => setDraft({ ...draft, name })} />
        <TextField
          label={say('partners')}
          hint={say('partnersHint')}
          value={draft.partners}
          onChange={(typed) => setDraft({ ...draft, partners: typed })}
        />
        <RoleFields isPartners={isPartners} value={fitting} onChange={setRoles} />
      </Form>
    </Section>
  );
}
