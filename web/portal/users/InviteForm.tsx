import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useFields } from '../../shell/useFields.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Done } from '../../ui/Done.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { usersTexts } from './texts.ts';

const ROLES = ['partnerUser', 'partnerAdministrator'] as const;

/** Invites a colleague by mail. */
export function InviteForm() {
  const say = useSay(usersTexts);
  const { texts, field, clear } = useFields({ email: '', name: '' });
  const [role, setRole] = useState<(typeof ROLES)[number]>('partnerUser');
  const invite = api.useMutation('post', '/api/v1/portal/users/invitations', {
    onSuccess: clear,
  });
  return (
    <>
      <Form
        label={say('invite')}
        onSubmit={() => invite.mutate({ body: { ...texts, role } })}
        submit={say('send')}
        isPending={invite.isPending}
        isDisabled={Object.values(texts).some((text) => text.trim() === '')}
      >
        <TextField label={say('email')} type="email" {...field('email')} />
        <TextField label={say('name')} {...field('name')} />
        <SelectField
          label={say('role')}
          choices={ROLES.map((id) => ({ id, name: say(id) }))}
          value={role}
          onChange={(id) => setRole(id as typeof role)}
        />
      </Form>
      {invite.error !== null && <Refused error={invite.error} />}
      {invite.data !== undefined && <Done title={say('invited', { email: invite.data.email })} />}
    </>
  );
}
