import { FormControlLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { useId } from 'react';
import { useInput, useTranslate } from 'react-admin';
import { ImportKind } from '#schema/codes/import.codes.ts';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { useColumnLabel } from './useColumnLabel.ts';

const REQUIRED: Record<ImportKind, readonly string[]> = {
  ROSTER: ['village', 'headName', 'headId', 'helperName', 'startedOn'],
  MEMBERS: ['headId', 'name', 'residentId', 'relation'],
  VISITS: ['visitedOn', 'helperName', 'headId'],
};

/** What the sheet holds, with what it must say of each row. */
export function KindInput() {
  const translate = useTranslate();
  const label = useCodeLabel(ImportKind);
  const column = useColumnLabel();
  const titleId = useId();
  const { field } = useInput({ source: 'kind' });
  return (
    <>
      <Typography id={titleId} variant="body2" sx={{ fontWeight: 600, mt: 1 }}>
        {translate('resources.imports.fields.kind')}
      </Typography>
      <RadioGroup {...field} aria-labelledby={titleId} sx={{ mb: 1 }}>
        {ImportKind.keys.map((kind) => (
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
                    columns: REQUIRED[kind].map(column).join(' · '),
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
