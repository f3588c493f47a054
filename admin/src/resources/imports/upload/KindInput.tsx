import { FormControlLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { useId } from 'react';
import { useInput, useTranslate } from 'react-admin';
import { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { importNeeds } from '#schema/codes/imports/import-needs.ts';
import { importableKinds } from '../../../providers/account/rights.ts';
import { useCodeLabel } from '../../../shared/codes/codes.ts';
import { useRights } from '../../../shared/rights/useRights.ts';
import { useNeedLabel } from '../headings/useColumnLabel.ts';

/** The kind of list, with the columns it must have. */
export function KindInput() {
  const translate = useTranslate();
  const label = useCodeLabel(ImportKind);
  const need = useNeedLabel();
  const titleId = useId();
  const { field } = useInput({ source: 'kind' });
  const kinds = importableKinds(useRights());
  return (
    <>
      <Typography id={titleId} variant="body2" sx={{ fontWeight: 600, mt: 1 }}>
        {translate('resources.imports.fields.kind')}
      </Typography>
      <RadioGroup {...field} aria-labelledby={titleId} sx={{ mb: 1 }}>
        {kinds.map((kind) => (
          <FormControlLabel
            key={kind}
            value={kind}
            control={<Radio size="small" />}
            sx={{ alignItems: 'flex-start', my: 0.5, '& .MuiRadio-root': { pt: 0.5 } }}
            label={
              <>
                {label(kind)}
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {translate(`resources.imports.kinds.${kind}`)}
                  {' · '}
                  {translate('resources.imports.needs', {
                    columns: importNeeds[kind].map((one) => need(one, kind)).join(' · '),
                  })}
                </Typography>
              </>
            }
          />
        ))}
      </RadioGroup>
    </>
  );
}
