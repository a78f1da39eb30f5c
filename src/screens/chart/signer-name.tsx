import '../../messages/later';
import { t } from '../../messages/translate';
import { TextField } from '../../ui/field';

type SignerName = { readonly name: string; readonly credentials: string };
type Props = { readonly value: SignerName; readonly onChange: (value: SignerName) => void };

/** Who signs: name and credentials, as they are printed beside the signature. */
export function SignerNameFields({ value, onChange }: Props) {
  return (
    <>
      <TextField
        label={t('signing.name')}
        value={value.name}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => {
          onChange({ ...value, name: event.target.value });
        }}
      />
      <TextField
        label={t('signing.credentials')}
        hint={t('signing.credentialsHint')}
        value={value.credentials}
        maxLength={40}
        autoComplete="off"
        onChange={(event) => {
          onChange({ ...value, credentials: event.target.value });
        }}
      />
    </>
  );
}
