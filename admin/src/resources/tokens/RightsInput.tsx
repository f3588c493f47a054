import { CheckboxGroupInput, required } from 'react-admin';
import { rights } from '#schema/codes/rights.ts';
import { useLang } from '../../shared/codes/codes.ts';
import { useRights } from '../../shared/rights/useRights.ts';
import { rightsForTokens } from './rights.ts';

export function RightsInput() {
  const lang = useLang();
  const choices = rightsForTokens(useRights()).map((id) => ({ id, name: rights[id][lang] }));
  return (
    <CheckboxGroupInput
      source="rights"
      translateChoice={false}
      choices={choices}
      row={false}
      validate={required()}
      helperText="resources.tokens.rightsHint"
      sx={{
        '& .MuiFormGroup-root': {
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
        },
      }}
    />
  );
}
