import { useAddressText } from '../../shell/useAddressText.ts';
import type { Help } from '../../ui/FieldHelp.tsx';
import { TextField } from '../../ui/TextField.tsx';

type Props = {
  /** What it is called in the address. */
  readonly name: string;
  readonly label: string;
  /** The day that is meant where the address says none. */
  readonly otherwise?: string | undefined;
  readonly help?: Help | undefined;
};

/** A day that the address keeps. */
export function OnDay({ name, label, otherwise = '', help }: Props) {
  const [day, set] = useAddressText(name);
  return (
    <TextField type="date" label={label} value={day === '' ? otherwise : day} onChange={set} help={help} />
  );
}
