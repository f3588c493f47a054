import { Box, Typography } from '@mui/material';
import { FormDataConsumer, required, SelectInput, useTranslate } from 'react-admin';
import { Role } from '#schema/codes/organization.codes.ts';
import { useCodeChoices, useLang } from '../../../shared/codes/codes.ts';
import { useRights } from '../../../shared/rights/useRights.ts';
import { isGivable, isPairedOnly, rightsInWords } from './roles.ts';

/** A role with what it allows: nobody should have to know what “reviewer” means here. */
export function RoleExplained({ role }: { role: string }) {
  const translate = useTranslate();
  const lang = useLang();
  const words = rightsInWords(role, lang).join(lang === 'zh' ? '、' : ' · ');
  return (
    <Box sx={{ bgcolor: 'primary.light', borderRadius: 1, px: 1.5, py: 1, mb: 1 }}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {translate('resources.users.roleMeans')}
      </Typography>
      <Typography variant="body2">{words}</Typography>
      {isPairedOnly(role) && (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          {translate('resources.users.pairedOnly')}
        </Typography>
      )}
    </Box>
  );
}

export function RoleInput({ source }: { source: string }) {
  const own = useRights();
  const choices = useCodeChoices(Role).filter(({ id }) => isGivable(id, own));
  return (
    <>
      <SelectInput
        source={source}
        label="resources.users.fields.role"
        translateChoice={false}
        choices={choices}
        validate={required()}
      />
      <FormDataConsumer>
        {({ formData }) => {
          const role: unknown = source.split('.').reduce((value, key) => value?.[key], formData);
          return typeof role === 'string' && role ? <RoleExplained role={role} /> : null;
        }}
      </FormDataConsumer>
    </>
  );
}
