import { useSay } from '../../text/ReaderContext.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { Fields } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { peopleTexts } from './peopleTexts.ts';
import styles from './Settings.module.css';
import { OUR_ROLES, PARTNER_ROLES, type Role, type RoleDraft } from './wantedRoles.ts';

type Props = {
  readonly isPartners: boolean;
  readonly value: readonly RoleDraft[];
  readonly onChange: (value: readonly RoleDraft[]) => void;
};

/** Which roles somebody has, for which companies, and up to which amount. */
export function RoleFields({ isPartners, value, onChange }: Props) {
  const say = useSay(peopleTexts);
  const roles: readonly Role[] = isPartners ? PARTNER_ROLES : OUR_ROLES;
  const tick = (role: Role, isSelected: boolean) => {
    const others = value.filter((draft) => draft.role !== role);
    const fresh = { role, companies: '', amount: '', currency: 'EUR' };
    onChange(isSelected ? [...others, fresh] : others);
  };
  const change = (draft: RoleDraft, changed: Partial<RoleDraft>) =>
    onChange(value.map((one) => (one === draft ? { ...one, ...changed } : one)));
  return (
    <fieldset className={styles.roles}>
      <legend>{say('roles')}</legend>
      {roles.map((role) => {
        const draft = value.find((one) => one.role === role);
        return (
          <div key={role}>
            <CheckField isSelected={draft !== undefined} onChange={(is) => tick(role, is)}>
              {say(`role_${role}`)}
            </CheckField>
            {draft !== undefined && !isPartners && (
              <Bounds draft={draft} onChange={(more) => change(draft, more)} />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

type BoundsProps = {
  readonly draft: RoleDraft;
  readonly onChange: (changed: Partial<RoleDraft>) => void;
};

/** How far a role reaches; only who approves has an amount. */
function Bounds({ draft, onChange }: BoundsProps) {
  const say = useSay(peopleTexts);
  return (
    <Fields>
      <TextField
        label={say('forCompanies')}
        hint={say('forCompaniesHint')}
        value={draft.companies}
        onChange={(companies) => onChange({ companies })}
      />
      {draft.role === 'approver' && (
        <>
          <TextField
            label={say('limit')}
            hint={say('limitHint')}
            inputMode="decimal"
            value={draft.amount}
            onChange={(amount) => onChange({ amount })}
          />
          <TextField
            label={say('currency')}
            value={draft.currency}
            onChange={(currency) => onChange({ currency: currency.toUpperCase() })}
          />
        </>
      )}
    </Fields>
  );
}
