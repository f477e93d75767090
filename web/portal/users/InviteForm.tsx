import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
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
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<(typeof ROLES)[number]>('partnerUser');
  const invite = api.useMutation('post', '/api/v1/portal/users/invitations', {
    onSuccess: () => {
      setEmail('');
      setName('');
    },
  });
  return (
    <>
      <Form
        label={say('invite')}
        onSubmit={() => invite.mutate({ body: { email, name, role } })}
        actions={
          <Button
            type="submit"
            kind="primary"
            isPending={invite.isPending}
            isDisabled={email.trim() === '' || name.trim() === ''}
          >
            {say('send')}
          </Button>
        }
      >
        <TextField label={say('email')} type="email" value={email} onChange={setEmail} />
        <TextField label={say('name')} value={name} onChange={setName} />
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
